internal import ByteReading

/// CRC-32 of ZIP and gzip (polynomial 0xEDB88320, reflected, inverted before and after).
///
/// Processes forty bytes at a step in five independent lanes. Cost: linear; no allocation after the
/// tables are built once.
public struct CRC32: Equatable, Sendable {
  private var register: UInt32 = 0xFFFF_FFFF

  /// The checksum of no bytes, which is 0.
  public init() {}

  /// Checksum of all bytes so far.
  public var value: UInt32 { ~register }

  /// The checksum of `bytes`.
  public static func checksum(_ bytes: Span<UInt8>) -> UInt32 {
    var crc = CRC32()
    crc.update(bytes)
    return crc.value
  }

  /// Adds `bytes`; any split of an input gives the same value.
  public mutating func update(_ bytes: Span<UInt8>) {
    let tables = Self.tables.span
    guard tables.count == 4096 else { preconditionFailure("sixteen tables of 256") }
    var crc = UInt64(register)
    var offset = 0
    let steps = bytes.count / 40
    if steps > 1 {
      // The register of a lane belongs to the word forty bytes later.
      var (second, third, fourth, fifth) = (0 as UInt64, 0 as UInt64, 0 as UInt64, 0 as UInt64)
      for _ in 1..<steps {
        let words = bytes.fourWords(at: offset)
        let last = LittleEndian.load8(bytes, offset &+ 32)
        crc = Self.fold(words.0 ^ crc, tables, 2048)
        second = Self.fold(words.1 ^ second, tables, 2048)
        third = Self.fold(words.2 ^ third, tables, 2048)
        fourth = Self.fold(words.3 ^ fourth, tables, 2048)
        fifth = Self.fold(last ^ fifth, tables, 2048)
        offset &+= 40
      }
      // In the last step the words are consecutive.
      for lane in [crc, second, third, fourth, fifth].enumerated() {
        let before = lane.offset == 0 ? 0 : crc
        crc = Self.fold(LittleEndian.load8(bytes, offset) ^ lane.element ^ before, tables, 0)
        offset &+= 8
      }
    }
    while offset &+ 8 <= bytes.count {
      crc = Self.fold(LittleEndian.load8(bytes, offset) ^ crc, tables, 0)
      offset &+= 8
    }
    while offset < bytes.count {
      crc = UInt64(tables[Int((crc ^ UInt64(bytes[offset])) & 0xFF)]) ^ (crc >> 8)
      offset &+= 1
    }
    register = UInt32(truncatingIfNeeded: crc)
  }

  /// Eight table look-ups; the first byte of the word goes through the highest table.
  @inline(__always)
  private static func fold(
    _ word: UInt64, _ tables: borrowing Span<UInt32>, _ base: Int
  ) -> UInt64 {
    var crc: UInt32 = 0
    crc ^= tables[base &+ 7 &* 256 &+ Int(word & 0xFF)]
    crc ^= tables[base &+ 6 &* 256 &+ Int(word >> 8 & 0xFF)]
    crc ^= tables[base &+ 5 &* 256 &+ Int(word >> 16 & 0xFF)]
    crc ^= tables[base &+ 4 &* 256 &+ Int(word >> 24 & 0xFF)]
    crc ^= tables[base &+ 3 &* 256 &+ Int(word >> 32 & 0xFF)]
    crc ^= tables[base &+ 2 &* 256 &+ Int(word >> 40 & 0xFF)]
    crc ^= tables[base &+ 1 &* 256 &+ Int(word >> 48 & 0xFF)]
    crc ^= tables[base &+ Int(word >> 56)]
    return UInt64(crc)
  }

  /// Eight tables for the registers after a byte and 0...7 zero bytes, then eight for 32...39 zero
  /// bytes.
  private static let tables: [UInt32] = {
    var table = (0..<256).map { byte in
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
      return crc
    }
    let first = table
    var tables: [UInt32] = []
    for zeros in 0..<40 {
      if zeros < 8 || zeros >= 32 { tables += table }
      for byte in 0..<256 { table[byte] = first[Int(table[byte] & 0xFF)] ^ table[byte] >> 8 }
    }
    return tables
  }()
}
