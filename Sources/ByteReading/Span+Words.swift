/// Eight bytes at a time without `unsafe`: a word is eight consecutive bytes, the first in the lowest bits.
///
/// The tests on words set the high bit of bytes that match. Only the lowest set bit is exact: a borrow may set
/// higher ones, so callers take `trailingZeroBitCount >> 3` and look at that byte again.
public enum Word {
  public static let ones: UInt64 = 0x0101_0101_0101_0101
  public static let highs: UInt64 = 0x8080_8080_8080_8080

  /// `byte` in all eight places.
  @inlinable @inline(__always)
  public static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }
}

extension Span where Element == UInt8 {
  /// The eight bytes from `index`; they must lie inside, as for a subscript.
  ///
  /// The one precondition implies those of the subscripts, so that two comparisons and one load are left of all
  /// this; a slice of eight bytes would be checked byte by byte.
  @inlinable @inline(__always)
  public func word(at index: Int) -> UInt64 {
    precondition(index >= 0 && index <= count &- 8)
    let low =
      UInt64(self[index]) | UInt64(self[index &+ 1]) << 8 | UInt64(self[index &+ 2]) << 16
      | UInt64(self[index &+ 3]) << 24
    return low | UInt64(self[index &+ 4]) << 32 | UInt64(self[index &+ 5]) << 40
      | UInt64(self[index &+ 6]) << 48 | UInt64(self[index &+ 7]) << 56
  }
}
