/// CRC-32 as ZIP and gzip use it (polynomial 0xEDB88320, reflected, inverted before and after).
///
/// Sixteen bytes at a step by sixteen tables; linear, no allocation after the tables are built once.
public struct CRC32: Equatable, Sendable {
  private var register: UInt32 = 0xFFFF_FFFF

  public init() {}

  /// The checksum of everything given so far.
  public var value: UInt32 { ~register }

  /// The checksum of `bytes`.
  public static func checksum(_ bytes: Span<UInt8>) -> UInt32 {
    var crc = CRC32()
    crc.update(bytes)
    return crc.value
  }

  /// Continues with `bytes`; any split of an input gives the same value.
  public mutating func update(_ bytes: Span<UInt8>) {
    let tables = Self.tables.span
    guard tables.count == 4096 else { preconditionFailure("sixteen tables of 256") }
    var crc = register
    var offset = 0
    while offset &+ 16 <= bytes.count {
      let low = LittleEndian.load8(bytes, offset) ^ UInt64(crc)
      let high = LittleEndian.load8(bytes, offset &+ 8)
      crc = Self.fold(low, tables, 2048) ^ Self.fold(high, tables, 0)
      offset &+= 16
    }
    while offset < bytes.count {
      crc = tables[Int((crc ^ UInt32(bytes[offset])) & 0xFF)] ^ (crc >> 8)
      offset &+= 1
    }
    register = crc
  }

  /// Eight table look-ups; the first byte of the word goes through the highest table.
  @inline(__always)
  private static func fold(
    _ word: UInt64, _ tables: borrowing Span<UInt32>, _ base: Int
  ) -> UInt32 {
    var crc: UInt32 = 0
    crc ^= tables[base &+ 7 &* 256 &+ Int(word & 0xFF)]
    crc ^= tables[base &+ 6 &* 256 &+ Int(word >> 8 & 0xFF)]
    crc ^= tables[base &+ 5 &* 256 &+ Int(word >> 16 & 0xFF)]
    crc ^= tables[base &+ 4 &* 256 &+ Int(word >> 24 & 0xFF)]
    crc ^= tables[base &+ 3 &* 256 &+ Int(word >> 32 & 0xFF)]
    crc ^= tables[base &+ 2 &* 256 &+ Int(word >> 40 & 0xFF)]
    crc ^= tables[base &+ 1 &* 256 &+ Int(word >> 48 & 0xFF)]
    crc ^= tables[base &+ Int(word >> 56)]
    return crc
  }

  /// Table k at `k * 256`: the register after a byte followed by k zero bytes.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 16 * 256)
    for byte in 0..<256 {
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
      tables[byte] = crc
    }
    for index in 256..<4096 {
      let before = tables[index - 256]
      tables[index] = tables[Int(before & 0xFF)] ^ before >> 8
    }
    return tables
  }()
}
