internal import ByteReading
internal import XMLReading

/// Encoding of a document to repair, from its declaration alone, which is found as the reader does.
enum ScanEncoding {
  case utf8
  /// Every byte is a character.
  case latin1
  /// Other bytes become character references.
  case ascii

  /// The encoding of a document; nil if it is none that can be repaired.
  init?(of bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // UTF-16, with or without a mark.
    if bytes.count > 1, bytes[0] >= 0xFE || bytes[0] == 0 || bytes[1] == 0 { return nil }
    guard case .name(let name) = EncodingDeclaration(bytes.span, at: start, isFinal: true) else {
      self = .utf8
      return
    }
    switch String(decoding: bytes[name].map(\.asciiLowercased), as: UTF8.self) {
    case "utf-8": self = .utf8
    case "iso-8859-1": self = .latin1
    case "us-ascii": self = .ascii
    default: return nil
    }
  }

  /// The character of ISO-8859-1 with the number of the byte, written in this encoding.
  func latin1(_ byte: UInt8) -> [UInt8] {
    if self == .ascii { return Array("&#\(byte);".utf8) }
    var bytes: [UInt8] = []
    bytes.appendUTF8(UInt32(byte))
    return bytes
  }
}
