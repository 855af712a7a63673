/// Records of delimited text, by the rules of VTK's delimited text reader.
///
/// LF and CR end a record, also inside quotes, and empty records are skipped. `#` outside quotes
/// begins a comment, whose effect on the records around it is undefined. A quote inside a field
/// discards the text before it in the field. A backslash escapes.
struct DelimitedText {
  struct Record {
    var fields: [[UInt8]]
    /// Byte offset of its first byte.
    var offset: Int
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int
  /// Offset of the first comment.
  private(set) var firstComment: Int?

  init(_ input: Span<UInt8>, separator: UInt8) {
    bytes = LineReader(input).bytes
    self.separator = separator
    // A byte order mark is skipped.
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Offset of the first invalid UTF-8 byte.
  var firstInvalidByte: Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private static func endsRecord(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  mutating func next() -> Record? {
    while position < bytes.count, Self.endsRecord(bytes[position]) || isComment {
      if isComment { noteComment() }
      skipComment()
    }
    guard position < bytes.count else { return nil }
    var record = Record(fields: [], offset: position)
    var field: [UInt8] = []
    var isQuoted = false
    while position < bytes.count, !Self.endsRecord(bytes[position]) {
      let byte = bytes[position]
      if byte == UInt8(ascii: "#"), !isQuoted {
        noteComment()
        break
      }
      position += 1
      if byte == separator, !isQuoted {
        record.fields.append(field)
        field = []
      } else if byte == UInt8(ascii: "\\") {
        if let escaped = readEscape() { field.append(escaped) }
      } else if byte == UInt8(ascii: "\"") {
        if !isQuoted { field = [] }
        isQuoted.toggle()
      } else {
        field.append(byte)
      }
    }
    // A separator at the end of the text is not followed by an empty field.
    if !(field.isEmpty && position == bytes.count && !record.fields.isEmpty) || isQuoted {
      record.fields.append(field)
    }
    skipComment()
    return record
  }

  private mutating func noteComment() { if firstComment == nil { firstComment = position } }

  private var isComment: Bool { bytes[position] == UInt8(ascii: "#") }

  /// Skips to the end of the record, and over it.
  private mutating func skipComment() {
    while position < bytes.count, !Self.endsRecord(bytes[position]) { position += 1 }
    position = min(position + 1, bytes.count)
  }

  /// Decodes a backslash and the byte after it; a separator keeps its meaning.
  private mutating func readEscape() -> UInt8? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    if Self.endsRecord(byte) { return nil }
    if byte == separator { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "0"): return 0
    case UInt8(ascii: "a"): return 0x07
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "v"): return 0x0B
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
    default: return byte
    }
  }

  /// Writes `text` as a field that reads back equal, except for a NUL.
  static func write(_ text: [UInt8]) -> [UInt8] {
    var out = [UInt8(ascii: "\"")]
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0x0A: out += "\\n".utf8
      case 0x0D: out += "\\r".utf8
      default: out.append(byte)
      }
    }
    return out + [UInt8(ascii: "\"")]
  }
}
