/// Word of a libFuzzer dictionary.
package struct DictionaryWord: Equatable, Sendable {
  /// Maximum length of a word in bytes; libFuzzer silently drops longer ones.
  package static let maximumLength = 64

  /// Name before the `=`, for readers of the file; empty when the bytes are readable.
  package let name: String
  /// Bytes that libFuzzer inserts; at most `maximumLength`.
  package let bytes: [UInt8]

  init(_ text: String, name: String = "") {
    self.name = name
    bytes = Array(text.utf8)
  }

  init(_ bytes: [UInt8], name: String) {
    self.name = name
    self.bytes = bytes
  }

  /// Line of the file without its line end: `name="value"` or `"value"` in printable ASCII, with
  /// the escapes `\\`, `\"` and `\xAB` (libFuzzer's documentation, "Dictionaries").
  package var line: String {
    var text = name.isEmpty ? "\"" : "\(name)=\""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "\""):
        text += "\\" + String(Character(UnicodeScalar(byte)))
      case 32..<127:
        text.unicodeScalars.append(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "\\x" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return text + "\""
  }
}
