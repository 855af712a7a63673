/// Reference parser of attribute values for texts whose rule is simple; nil for all others.
///
/// It shares no code with the readers, so that it does not share their mistakes: its predicates of
/// characters are its own on purpose.
enum ReferenceValueParser {
  /// Value of a word of an optional sign and digits. Out of range it is clamped, and the stream
  /// fails.
  static func streamInteger(_ text: ArraySlice<UInt8>) -> (value: Int32, fails: Bool)? {
    guard let word = words(text).first, let last = word.last, isDigit(last) else { return nil }
    let digits = word.first.map(isSign) == true ? word.dropFirst() : word
    guard digits.allSatisfy(isDigit) else { return nil }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    let size = significant.count > 18 ? Int.max : Int(string(significant)) ?? 0
    let value = word.first == UInt8(ascii: "-") ? -size : size
    return (Int32(clamping: value), Int32(exactly: value) == nil)
  }

  /// Value of a word of digits with an optional point and exponent, as the standard library reads
  /// it.
  static func streamReal(_ text: ArraySlice<UInt8>) -> Double? {
    guard let word = words(text).first, let last = word.last, isDigit(last),
      word.allSatisfy({ isDigit($0) || isSign($0) || $0 == UInt8(ascii: ".") || $0 | 0x20 == 0x65 }
      ),
      let value = Double(string(word)), value.isFinite
    else { return nil }
    return value
  }

  /// Value of a word with the prefix `0x`, `0b` or `0o`.
  static func prefixedInteger(_ text: ArraySlice<UInt8>) -> Int32? {
    let bases: [UInt8: Int] = [0x78: 16, 0x62: 2, 0x6F: 8]
    let words = words(text)
    guard let word = words.first, words.count == 1, word.count > 2, word.count < 12,
      word.first == UInt8(ascii: "0"), let base = bases[word[word.startIndex + 1] | 0x20]
    else { return nil }
    let digits = word.dropFirst(2)
    guard digits.allSatisfy({ isDigit($0) || (0x61...0x66).contains($0 | 0x20) }),
      let value = Int(string(digits), radix: base)
    else { return nil }
    return Int32(exactly: value)
  }

  /// Pieces between `;`, with the key before the first `:`. A piece without `:` is both key and
  /// value. The last of equal keys wins.
  static func customAttributes(_ text: ArraySlice<UInt8>) -> [[UInt8]: [UInt8]] {
    var values: [[UInt8]: [UInt8]] = [:]
    for piece in text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      let parts = piece.split(
        separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
      guard let key = parts.first, let value = parts.last, !key.isEmpty else { continue }
      values[Array(key)] = decoded(value, ";%")
    }
    return values
  }

  /// Decodes the escapes of `characters`, which have uppercase digits.
  static func decoded(_ text: ArraySlice<UInt8>, _ characters: String) -> [UInt8] {
    decoded(text) { digits in
      let digits = string(digits)
      return characters.utf8.first { digits == hexadecimal($0) }
    }
  }

  /// Decodes each `%` whose two digits have a `meaning`; any other `%` is literal.
  static func decoded(
    _ text: ArraySlice<UInt8>, _ meaning: (ArraySlice<UInt8>) -> UInt8?
  ) -> [UInt8] {
    let pieces = text.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false)
    var out = Array(pieces.first ?? [])
    for piece in pieces.dropFirst() {
      if piece.count >= 2, let byte = meaning(piece.prefix(2)) {
        out.append(byte)
        out += piece.dropFirst(2)
      } else {
        out.append(UInt8(ascii: "%"))
        out += piece
      }
    }
    return out
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private static func words(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    text.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  private static func string(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: text, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isSign(_ byte: UInt8) -> Bool { byte == 0x2B || byte == 0x2D }
}
