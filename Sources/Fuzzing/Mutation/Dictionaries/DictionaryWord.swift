/// One word of a dictionary: what libFuzzer puts into an input whole.
package struct DictionaryWord: Equatable, Sendable {
  /// The most bytes that libFuzzer keeps of a word; longer ones it drops without saying so.
  package static let maximumLength = 64

  /// What stands before the `=`: for readers only. Empty where the bytes speak for themselves.
  package let name: String
  /// What libFuzzer inserts, as it is; at most `maximumLength` bytes.
  package let bytes: [UInt8]

  init(_ text: String, name: String = "") {
    self.name = name
    bytes = Array(text.utf8)
  }

  init(_ bytes: [UInt8], name: String) {
    self.name = name
    self.bytes = bytes
  }

  /// One line in libFuzzer's form, without its line end: `name="value"` or `"value"`, printable ASCII, with `\\`, `\"`
  /// and `\xAB` as the only escapes (libFuzzer's documentation, "Dictionaries").
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
