internal import ByteReading

/// Integers as ZIP, DEFLATE and gzip store them: least significant byte first.
///
/// Every read is bounds-checked once for the whole integer; the compiler folds the bytes to one
/// load.
enum LittleEndian {
  @inline(__always)
  static func load2(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> UInt16 {
    precondition(offset >= 0 && offset <= bytes.count &- 2)
    return UInt16(bytes[offset]) | UInt16(bytes[offset &+ 1]) << 8
  }

  @inline(__always)
  static func load4(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset <= bytes.count &- 4)
    let low = UInt32(bytes[offset]) | UInt32(bytes[offset &+ 1]) << 8
    return low | UInt32(bytes[offset &+ 2]) << 16 | UInt32(bytes[offset &+ 3]) << 24
  }

  @inline(__always)
  static func load8(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> UInt64 {
    bytes.word(at: offset)
  }
}

extension [UInt8] {
  mutating func appendLittleEndian(_ value: some FixedWidthInteger & UnsignedInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
