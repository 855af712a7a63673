extension AttributeValue {
  /// The pieces between semicolons, exactly `count` of them.
  static func labels(_ text: ArraySlice<UInt8>, _ count: Int) -> [[UInt8]] {
    let pieces = text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let labels = pieces.prefix(count).map(Array.init)
    return labels + Array(repeating: [], count: max(count - labels.count, 0))
  }

  /// Numbers with one blank between two; what else stands there is not defined.
  static func readLevels(_ text: ArraySlice<UInt8>) -> AttributeValue {
    var reals: [Double] = []
    for word in text.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
      var stream = NumberStream(word)
      guard let value = stream.readDouble(), !stream.hasFailed, stream.position == word.endIndex
      else { return text.isEmpty ? .reals([]) : .unspecified }
      reals.append(value)
    }
    return .reals(reals)
  }

  /// What a text property consists of, in the order in which it is written.
  private static let textProperties = [
    "font-family", "font-size", "font-style", "font-weight", "color", "background-color",
    "border-width", "border-color", "text-shadow",
  ]

  /// `name:value;…` of a text property. One that is not whole is completed in ways that are not told here.
  static func readTextProperty(_ text: ArraySlice<UInt8>) -> AttributeValue {
    let pairs = fields(text, separator: ";").compactMap { pair($0, at: ":") }
    let names = pairs.map { String(decoding: $0.name, as: UTF8.self) }
    let isPlain = text.allSatisfy { byte in
      isDigit(byte) || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
        || " ,.():;-".utf8.contains(byte)
    }
    return names == textProperties && isPlain ? .pairs(pairs) : .unspecified
  }

  /// `[br]` and `<br>` are line ends.
  static func readLines(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var lines: [UInt8] = []
    var rest = text
    let marks = [Array("[br]".utf8), Array("<br>".utf8)]
    while let byte = rest.first {
      if marks.contains(where: { rest.starts(with: $0) }) {
        lines.append(0x0A)
        rest = rest.dropFirst(4)
      } else {
        lines.append(byte)
        rest = rest.dropFirst()
      }
    }
    return lines
  }
}
