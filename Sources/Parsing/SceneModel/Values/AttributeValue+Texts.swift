extension AttributeValue {
  /// Returns the pieces between semicolons, exactly `count` of them.
  static func labels(_ text: ArraySlice<UInt8>, _ count: Int) -> [[UInt8]] {
    let pieces = text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let labels = pieces.prefix(count).map(Array.init)
    return labels + Array(repeating: [], count: max(count - labels.count, 0))
  }

  /// Reads numbers separated by one space; any other text is undefined.
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

  /// Replaces `[br]` and `<br>` by line ends.
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
