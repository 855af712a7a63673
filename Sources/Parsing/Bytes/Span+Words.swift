/// Eight bytes at a time without `unsafe`: a word is eight consecutive bytes, the first in the lowest bits.
///
/// The tests on words set the high bit of bytes that match. Only the lowest set bit is exact: a borrow may set
/// higher ones, so callers take `trailingZeroBitCount >> 3` and look at that byte again.
public enum Word {
  /// The lowest bit of each of the eight bytes: subtracted, it borrows from every byte that is 0.
  public static let ones: UInt64 = 0x0101_0101_0101_0101
  /// The highest bit of each of the eight bytes, where the tests on words leave their answers.
  public static let highs: UInt64 = 0x8080_8080_8080_8080

  /// `byte` in all eight places.
  @inlinable @inline(__always)
  public static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }
}

extension Span where Element == UInt8 {
  /// The eight bytes from `index`; they must lie inside, as for a subscript.
  ///
  /// The last byte is asked for first: when it lies inside, so do the seven before it, which the compiler sees only in
  /// this order. Two comparisons and one load are left.
  @inlinable @inline(__always)
  public func word(at index: Int) -> UInt64 {
    extracting(droppingFirst: index).joined(at: 0)
  }

  /// The 32 bytes from `index` as four words, under one check.
  @inlinable @inline(__always)
  public func fourWords(at index: Int) -> (UInt64, UInt64, UInt64, UInt64) {
    let t = extracting(droppingFirst: index)
    let fourth = t.joined(at: 24)
    return (t.joined(at: 0), t.joined(at: 8), t.joined(at: 16), fourth)
  }

  /// Two halves, each joined by itself: an `or` of all eight bytes is taken apart again by the compiler where the word
  /// is part of a longer `or`, and with it the load.
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
