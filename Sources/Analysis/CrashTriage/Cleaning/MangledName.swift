/// Names that Swift's compiler mangled, wherever they stand in a text.
package enum MangledName {
  private static let openings = ["$s", "$S", "_$s", "_$S", "$e", "_T0", "_Tt", "_TF"]
  /// Maximum bytes of a name.
  private static let maximumLength = 4096

  /// The mangled names in `text`, without what a format appends to them, such as `+0x12`.
  package static func tokens(in text: String) -> [String] {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "_") }) else {
      return []
    }
    var tokens: [String] = []
    var word: [UInt8] = []
    func end() {
      if word.count > 4, word.count <= maximumLength,
        openings.contains(where: { word[...].starts(with: $0) })
      {
        tokens.append(String(decoding: word, as: UTF8.self))
      }
      word = []
    }
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "$"), UInt8(ascii: "_"):
        word.append(byte)
      default: end()
      }
    }
    end()
    return tokens
  }

  /// `text` with its mangled names replaced; those without a readable name stay.
  static func replacing(in text: String, by readable: [String: String]) -> String {
    guard !readable.isEmpty else { return text }
    var text = text
    for token in tokens(in: text) {
      guard let name = readable[token], name != token else { continue }
      // A name that is all of the text loses what a compiler or a format appended to it.
      if text.hasPrefix(token) { return name }
      text = text.replacing(token, with: name)
    }
    return text
  }
}
