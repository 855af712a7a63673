import ZipReading
import ZlibOracle

/// Archives for tests: written by `ZipWriter`, then changed at a known field.
struct BentArchive {
  var bytes: [UInt8]

  init(_ members: [(name: String, contents: String)], style: ZipWriter.Style = .plain) {
    var writer = ZipWriter(style: style)
    for member in members { writer.add(name: member.name, contents: Array(member.contents.utf8)) }
    bytes = writer.finish()
  }

  /// Offset of the nth local header (`PK\3\4`), central entry (`PK\1\2`) or end record (`PK\5\6`).
  func offset(_ kind: Kind, _ index: Int = 0) -> Int {
    var left = index
    for offset in 0...(bytes.count - 4) where Array(bytes[offset..<offset + 4]) == kind.signature {
      if left == 0 { return offset }
      left -= 1
    }
    preconditionFailure("the archive has no such header")
  }

  enum Kind {
    case local, central, end, descriptor

    var signature: [UInt8] {
      switch self {
      case .local: [0x50, 0x4B, 3, 4]
      case .central: [0x50, 0x4B, 1, 2]
      case .end: [0x50, 0x4B, 5, 6]
      case .descriptor: [0x50, 0x4B, 7, 8]
      }
    }
  }

  /// Overwrites a little-endian field of `width` bytes.
  mutating func set(_ kind: Kind, _ index: Int = 0, field: Int, width: Int = 2, to value: UInt64) {
    let start = offset(kind, index) + field
    for byte in 0..<width {
      bytes[start + byte] = UInt8(truncatingIfNeeded: value >> UInt64(8 * byte))
    }
  }

  /// Inserts an extra field after the one-letter name of a central entry without one, and updates
  /// the sizes.
  mutating func addCentralExtra(_ index: Int, _ extra: [UInt8]) {
    set(.central, index, field: 30, to: UInt64(extra.count))
    bytes.insert(contentsOf: extra, at: offset(.central, index) + 47)
    let size = offset(.end) - offset(.central)
    set(.end, field: 12, width: 4, to: UInt64(size))
  }

  /// Inserts an extra field after the one-letter name of the second local header, and updates the
  /// offset of the directory.
  mutating func addLocalExtra(_ extra: [UInt8]) {
    set(.local, 1, field: 28, to: UInt64(extra.count))
    bytes.insert(contentsOf: extra, at: offset(.local, 1) + 31)
    set(.end, field: 16, width: 4, to: UInt64(offset(.central)))
  }

  func bent(_ change: (inout BentArchive) -> Void) -> BentArchive {
    var copy = self
    change(&copy)
    return copy
  }

  func codes() throws -> [ZipHazard.Code] {
    try ZipArchive(reading: bytes.span).hazards.map(\.code)
  }

  /// Archive of one deflated member with its true sizes.
  static func deflated(_ name: String, _ contents: [UInt8]) -> BentArchive {
    let data = ZlibOracle.deflate(contents, format: .raw)
    var archive = BentArchive([(name, String(decoding: data.map { _ in 0x41 }, as: UTF8.self))])
    let start = archive.offset(.local) + 30 + name.utf8.count
    archive.bytes.replaceSubrange(start..<start + data.count, with: data)
    for (kind, shift) in [(Kind.local, 0), (.central, 2)] {
      archive.set(kind, field: 8 + shift, to: 8)
      archive.set(
        kind, field: 14 + shift, width: 4, to: UInt64(ZlibOracle.crc32(contents)))
      archive.set(kind, field: 22 + shift, width: 4, to: UInt64(contents.count))
    }
    return archive
  }
}
