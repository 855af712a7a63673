/// Integers as ZIP, DEFLATE and gzip store them: least significant byte first.
///
/// Every read is bounds-checked once for the whole integer; the compiler folds the bytes to one load.
enum LittleEndian {
  @inline(__always)
  static func load2(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> UInt16 {
    let part = bytes.extracting(offset..<offset &+ 2)
    return UInt16(part[0]) | UInt16(part[1]) << 8
  }

  @inline(__always)
  static func load4(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> UInt32 {
    let part = bytes.extracting(offset..<offset &+ 4)
    return UInt32(part[0]) | UInt32(part[1]) << 8 | UInt32(part[2]) << 16 | UInt32(part[3]) << 24
  }

  @inline(__always)
  static func load8(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> UInt64 {
    let part = bytes.extracting(offset..<offset &+ 8)
    let low =
      UInt64(part[0]) | UInt64(part[1]) << 8 | UInt64(part[2]) << 16 | UInt64(part[3]) << 24
    return low | UInt64(part[4]) << 32 | UInt64(part[5]) << 40 | UInt64(part[6]) << 48
      | UInt64(part[7]) << 56
  }
}

extension [UInt8] {
  mutating func appendLittleEndian(_ value: some FixedWidthInteger & UnsignedInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
