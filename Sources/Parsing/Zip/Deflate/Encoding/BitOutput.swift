/// Bit writer in the order of DEFLATE: numbers and bytes from their lowest bit (section 3.1.1).
package struct BitOutput {
  package private(set) var bytes: [UInt8] = []
  private var bits: UInt64 = 0
  private var count = 0

  package init() {}

  /// Appends the lowest `width` bits of `value`, at most 32; the other bits are zero.
  package mutating func append(_ value: UInt32, _ width: Int) {
    bits |= UInt64(value) << UInt64(count)
    count += width
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      count -= 8
    }
  }

  /// Pads the current byte with zeros.
  package mutating func align() {
    if count > 0 { append(0, 8 - count) }
  }

  /// Appends whole bytes to an aligned output.
  mutating func append(_ input: Span<UInt8>, _ range: Range<Int>) {
    bytes += [UInt8](copying: input.extracting(range))
  }

  package mutating func finish() -> [UInt8] {
    align()
    return bytes
  }
}
