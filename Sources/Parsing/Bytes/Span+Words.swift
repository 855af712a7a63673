/// Words of eight consecutive bytes, the first in the lowest bits, without `unsafe`.
///
/// The tests on words set the high bit of bytes that match. Only the lowest set bit is exact, since
/// a borrow may set higher ones: callers take `trailingZeroBitCount >> 3` and examine that byte
/// again.
public enum Word {
  /// The lowest bit of each byte. Subtracting it borrows from every byte that is 0.
  public static let ones: UInt64 = 0x0101_0101_0101_0101
  /// The highest bit of each byte, which holds the result of a test on words.
  public static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Returns `byte` repeated in all eight places.
  @inlinable @inline(__always)
  public static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }
}

extension Span where Element == UInt8 {
  /// Returns the eight bytes from `index`, which must lie inside the span.
  ///
  /// The last byte is read first: if it lies inside the span, so do the seven before it. The
  /// compiler proves that only in this order; two comparisons and one load remain.
  @inlinable @inline(__always)
  public func word(at index: Int) -> UInt64 {
    extracting(droppingFirst: index).joined(at: 0)
  }

  /// Returns the 32 bytes from `index` as four words, with one bounds check.
  @inlinable @inline(__always)
  public func fourWords(at index: Int) -> (UInt64, UInt64, UInt64, UInt64) {
    let t = extracting(droppingFirst: index)
    let fourth = t.joined(at: 24)
    return (t.joined(at: 0), t.joined(at: 8), t.joined(at: 16), fourth)
  }

  /// Joins eight bytes in two halves. The compiler splits an `or` of eight bytes again when it is
  /// part of a longer `or`, and loses the single load.
  @inlinable @inline(__always)
  func joined(at k: Int) -> UInt64 {
    let last = UInt32(self[k &+ 7]) << 24
    let high = UInt32(self[k &+ 4]) | UInt32(self[k &+ 5]) << 8 | UInt32(self[k &+ 6]) << 16 | last
    let low =
      UInt32(self[k]) | UInt32(self[k &+ 1]) << 8 | UInt32(self[k &+ 2]) << 16
      | UInt32(self[k &+ 3]) << 24
    return UInt64(low) | UInt64(high) << 32
  }
}

extension MutableSpan where Element == UInt8 {
  /// Replaces the eight bytes from `index`, which must lie inside the span, by `word`. The check
  /// stands before them, so that one store remains.
  @inlinable @inline(__always)
  public mutating func setWord(_ word: UInt64, at index: Int) {
    precondition(index >= 0 && index <= count &- 8)
    self[index] = UInt8(truncatingIfNeeded: word)
    self[index &+ 1] = UInt8(truncatingIfNeeded: word &>> 8)
    self[index &+ 2] = UInt8(truncatingIfNeeded: word &>> 16)
    self[index &+ 3] = UInt8(truncatingIfNeeded: word &>> 24)
    self[index &+ 4] = UInt8(truncatingIfNeeded: word &>> 32)
    self[index &+ 5] = UInt8(truncatingIfNeeded: word &>> 40)
    self[index &+ 6] = UInt8(truncatingIfNeeded: word &>> 48)
    self[index &+ 7] = UInt8(truncatingIfNeeded: word &>> 56)
  }
}
