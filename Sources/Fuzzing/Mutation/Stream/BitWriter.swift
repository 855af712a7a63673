/// Bits in the order of DEFLATE (RFC 1951, section 3.1.1).
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var used = 8

  /// A number, its lowest bit first.
  mutating func put(_ value: Int, _ width: Int) {
    for bit in 0..<width { append(value >> bit & 1) }
  }

  /// A code, its highest bit first.
  mutating func put(code: Int, _ width: Int) {
    for bit in (0..<width).reversed() { append(code >> bit & 1) }
  }

  /// Fills the byte begun with zeros.
  mutating func align() { used = 8 }

  private mutating func append(_ bit: Int) {
    if used == 8 {
      bytes.append(0)
      used = 0
    }
    bytes[bytes.count - 1] |= UInt8(bit << used)
    used += 1
  }

  /// Appends whole bytes; the output is aligned.
  mutating func append(_ more: [UInt8]) {
    align()
    bytes += more
  }
}
