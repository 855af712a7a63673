/// What lines that stand together share.
extension LinePrefix {
  /// A part of a prefix.
  struct Part {
    var name: String
    var text: ArraySlice<UInt8>

    /// Whether `other` is the same part of another line, with its own time, level and numbers.
    func isLike(_ other: Part) -> Bool {
      guard name == other.name, name != "line-number" else { return false }
      return text.elementsEqual(other.text) || name == "timestamp" || name == "level"
        || name != "quote" && text.contains(where: ASCII.isDigit)
          && other.text.contains(where: ASCII.isDigit)
    }
  }

  /// Whether `prefix` has the same words as the start of `neighbor`, but for numbers, times and
  /// levels: then it is the prefix of a run of lines, whatever it is made of.
  static func isShared(_ prefix: ArraySlice<UInt8>, with neighbor: ArraySlice<UInt8>) -> Bool {
    var left = prefix.drop(while: ASCII.isSpace)
    var right = neighbor.drop(while: ASCII.isSpace)
    guard !left.isEmpty, left.count <= maximumLength else { return false }
    while !left.isEmpty {
      let one = left.prefix { !ASCII.isSpace($0) }
      let two = right.prefix { !ASCII.isSpace($0) }
      // The text may follow a prefix without a space.
      if left.count == one.count, two.starts(with: one) { return true }
      if !one.elementsEqual(two),
        !(one.contains(where: ASCII.isDigit) && two.contains(where: ASCII.isDigit)),
        !(isLevel(one) && isLevel(two))
      {
        return false
      }
      left = left.dropFirst(one.count).drop(while: ASCII.isSpace)
      right = right.dropFirst(two.count).drop(while: ASCII.isSpace)
    }
    return true
  }

  /// `line` without what it has of the parts of `prefix`, the prefix of a line nearby, and without
  /// as many blanks. Numbers of lines stay: they may be those of a frame.
  static func dropping(
    _ prefix: ArraySlice<UInt8>, from line: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    let known = leading(prefix.prefix(maximumLength)).parts
    var end = line.startIndex
    var blanks = 0
    for (one, two) in zip(known, leading(line.prefix(maximumLength)).parts) {
      guard one.isLike(two) else { break }
      end = two.text.endIndex
      blanks = prefix[one.text.endIndex...].prefix(while: isBlank).count
    }
    guard end > line.startIndex else { return line }
    return line[end...].dropFirst(min(blanks, line[end...].prefix(while: isBlank).count))
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
