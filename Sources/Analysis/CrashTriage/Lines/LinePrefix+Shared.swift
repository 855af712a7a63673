/// What lines that stand together share.
extension LinePrefix {
  /// A part of a prefix.
  struct Part {
    var name: String
    var text: ArraySlice<UInt8>

    /// Whether `other` is the same part of another line, with its own time, level and numbers.
    ///
    /// - Parameter isFirst: Whether nothing stands before: a number there may be that of a frame.
    func isLike(_ other: Part, isFirst: Bool) -> Bool {
      guard name == other.name else { return false }
      if name == "line-number" { return !isFirst && text.elementsEqual(other.text) }
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
      guard one.elementsEqual(two) || isNumbered(one, like: two) || isLevel(one) && isLevel(two)
      else { return false }
      left = left.dropFirst(one.count).drop(while: ASCII.isSpace)
      right = right.dropFirst(two.count).drop(while: ASCII.isSpace)
    }
    return true
  }

  /// Whether both words have numbers and the same signs, but for those of fractions.
  private static func isNumbered(_ one: ArraySlice<UInt8>, like two: ArraySlice<UInt8>) -> Bool {
    guard one.contains(where: ASCII.isDigit), two.contains(where: ASCII.isDigit) else {
      return false
    }
    let isSign = { (byte: UInt8) in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: ","): false
      default: true
      }
    }
    return one.filter(isSign) == two.filter(isSign)
  }

  /// `line` without what it has of the parts of `prefix`, the prefix of a line nearby. Numbers of
  /// lines stay: they may be those of a frame.
  static func dropping(
    _ prefix: ArraySlice<UInt8>, from line: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    let (common, end) = common(prefix, leading(line.prefix(maximumLength)).parts)
    guard let last = common.last else { return line }
    let hasBlank = prefix[last.text.endIndex...].first.map(isBlank) == true
    return hasBlank ? droppingBlank(line[end...]) : line[end...]
  }

  /// The first parts of `prefix` that are like those of a line, and the end of the last of these
  /// `parts`; 0 without any.
  private static func common(_ prefix: ArraySlice<UInt8>, _ parts: [Part]) -> ([Part], Int) {
    var common: [Part] = []
    var end = 0
    for (one, two) in zip(leading(prefix.prefix(maximumLength)).parts, parts) {
      guard one.isLike(two, isFirst: common.isEmpty) else { break }
      common.append(one)
      end = two.text.endIndex
    }
    return (common, end)
  }

  /// The rest of a line after a prefix: one blank is the shipper's, others may be an indentation.
  private static func droppingBlank(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    rest.first.map(isBlank) == true ? rest.dropFirst() : rest
  }

  /// `line` without as many words as `prefix` has, and without a blank after them if `prefix` ends
  /// with one.
  static func droppingWords(
    _ prefix: ArraySlice<UInt8>, from line: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    var words = prefix.drop(while: ASCII.isSpace)
    var rest = line.drop(while: ASCII.isSpace)
    while !words.isEmpty {
      let one = words.prefix { !ASCII.isSpace($0) }
      let two = rest.prefix { !ASCII.isSpace($0) }
      words = words.dropFirst(one.count).drop(while: ASCII.isSpace)
      // The text may follow the last word without a space.
      let isGlued = words.isEmpty && prefix.last.map { !ASCII.isSpace($0) } == true
      let count = isGlued ? likeness(one, two) ?? two.count : two.count
      rest = rest.dropFirst(count)
      if words.isEmpty { break }
      rest = rest.drop(while: ASCII.isSpace)
    }
    guard prefix.last.map(isBlank) == true else { return rest }
    return droppingBlank(rest)
  }

  /// How many bytes of `other` are like `word`, where a number is like any other; nil when `other`
  /// does not begin like it.
  private static func likeness(_ word: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Int? {
    var (one, two) = (word, other)
    while let byte = one.first {
      guard let next = two.first else { return nil }
      if ASCII.isDigit(byte), ASCII.isDigit(next) {
        one = one.drop(while: ASCII.isDigit)
        two = two.drop(while: ASCII.isDigit)
      } else if byte == next {
        one.removeFirst()
        two.removeFirst()
      } else {
        return nil
      }
    }
    return two.startIndex - other.startIndex
  }

  /// `line`, a line of a JSON value, without what it has of `prefix`, the prefix of the first line
  /// of the value. Signs of JSON are never dropped where `prefix` has none.
  static func droppingBeforeJSON(
    _ prefix: ArraySlice<UInt8>, from line: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    if prefix.allSatisfy(isBlank) { return line }
    if isShared(prefix, with: line) {
      let rest = droppingWords(prefix, from: line)
      let dropped = line[..<rest.startIndex]
      if dropped.filter(isJSONSign).elementsEqual(prefix.filter(isJSONSign)) { return rest }
    }
    // The parts that both lines have, then what else stands before the first sign of JSON.
    let parts = leading(line.prefix(maximumLength)).parts
    let (common, last) = common(prefix, parts)
    let end = max(last, line.startIndex)
    for part in parts.dropFirst(common.count) {
      if let first = part.text.first, isJSONSign(first) || ":,-".utf8.contains(first) { break }
      let next = line[part.text.endIndex...].drop(while: isBlank)
      if let first = next.first, isJSONSign(first) {
        return self.parts(line[..<next.startIndex]) == nil ? line[end...] : next
      }
    }
    return line[end...]
  }

  private static func isJSONSign(_ byte: UInt8) -> Bool { "\"{}[]".utf8.contains(byte) }

  static func isBlank(_ byte: UInt8) -> Bool { ASCII.isSpace(byte) && byte != 0x0A && byte != 0x0D }
}
