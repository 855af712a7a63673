/// Times as logs print them: ISO 8601, syslog, logcat, web servers, seconds since the epoch or the
/// start.
enum Timestamp {
  /// The length of the time at the start of `text`, with its brackets and zone; nil when there is
  /// none.
  static func length(_ text: ArraySlice<UInt8>) -> Int? {
    if let first = text.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "(") {
      let inner = text.dropFirst().drop { $0 == 0x20 }
      guard let count = bare(inner) else { return nil }
      let end = inner.dropFirst(count)
      let close = first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
      guard end.first == close else { return nil }
      return end.startIndex + 1 - text.startIndex
    }
    guard let count = bare(text) else { return nil }
    let next = text.dropFirst(count).first
    return next == UInt8(ascii: ":") || next == UInt8(ascii: ",") ? count + 1 : count
  }

  private static func bare(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text
    var hasTime = false
    var hasDate = false
    for _ in 0..<7 {
      let word = rest.prefix {
        !ASCII.isSpace($0) && $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: ")")
      }
      guard !word.isEmpty else { break }
      let shape = shape(word, hasDate: hasDate, hasTime: hasTime)
      guard shape != .none else { break }
      if shape == .date || shape == .both { hasDate = true }
      if shape == .time || shape == .both { hasTime = true }
      let length = word.last == UInt8(ascii: ":") ? word.count - 1 : word.count
      rest = rest.dropFirst(length)
      let spaces = rest.prefix { $0 == 0x20 }
      guard !spaces.isEmpty, spaces.count <= 2 else { break }
      let next = rest.dropFirst(spaces.count)
      let following = next.prefix { !ASCII.isSpace($0) && $0 != UInt8(ascii: "]") }
      guard self.shape(following, hasDate: hasDate, hasTime: hasTime) != .none else { break }
      rest = next
    }
    return hasTime ? rest.startIndex - text.startIndex : nil
  }

  private enum Shape { case none, date, time, both, part }

  private static let names: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon",
    "tue", "wed", "thu", "fri", "sat", "sun",
  ]
  private static let zones: Set<String> = ["UTC", "GMT", "Z", "CET", "CEST", "PST", "PDT", "EST"]

  /// What `word` is in a time; parts such as a day or a zone only count beside a date or a time.
  private static func shape(_ word: ArraySlice<UInt8>, hasDate: Bool, hasTime: Bool) -> Shape {
    var word = word
    while let last = word.last, last == UInt8(ascii: ":") || last == UInt8(ascii: ",") {
      word.removeLast()
    }
    guard !word.isEmpty, word.count <= 40 else { return .none }
    if word.count == 3, !hasTime, names.contains(word.text.lowercased()) { return .date }
    if hasTime, zones.contains(word.text) || isOffset(word) { return .part }
    if hasTime, !hasDate || word.count != 4 { return isMeridiem(word) ? .part : .none }
    let digits = word.count(where: ASCII.isDigit)
    guard digits > 0 else { return .none }
    if word.allSatisfy(ASCII.isDigit) {
      // A day or a year beside the name of a month; ten or thirteen digits are seconds or
      // milliseconds.
      if hasDate, !hasTime, word.count <= 2 || word.count == 4 { return .part }
      if hasDate, hasTime, word.count == 4, word.starts(with: "20") { return .part }
      return [10, 13, 16, 19].contains(word.count) ? .time : .none
    }
    return compound(word)
  }

  /// A word with signs in it: a date, a time, both, or seconds with a fraction.
  private static func compound(_ word: ArraySlice<UInt8>) -> Shape {
    var (colons, dashes, dots, letters) = (0, 0, 0, 0)
    for byte in word {
      switch byte {
      case UInt8(ascii: ":"): colons += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"): dashes += 1
      case UInt8(ascii: "."), UInt8(ascii: ","): dots += 1
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      default: letters += 1
      }
    }
    guard letters <= 4, ASCII.isDigit(word[word.startIndex]), !hasDoubledSign(word) else {
      return .none
    }
    if letters > 0, !isDated(word) { return .none }
    if colons >= 2 || colons == 1 && dashes >= 2 { return dashes >= 2 ? .both : .time }
    if dashes == 2 || dashes == 1 && word.count == 5 { return .date }
    if dots == 2, colons == 0, letters == 0 { return .date }
    // `12345.678901` of the kernel.
    guard dots == 1, letters == 0, let dot = word.firstIndex(of: UInt8(ascii: ".")) else {
      return .none
    }
    return word.distance(from: dot, to: word.endIndex) >= 4 ? .time : .none
  }

  /// Whether two signs stand together, as in no date and no time.
  private static func hasDoubledSign(_ word: ArraySlice<UInt8>) -> Bool {
    let isSign = { (byte: UInt8) in !ASCII.isDigit(byte) && !(0x41...0x7A).contains(byte) }
    return zip(word, word.dropFirst()).contains { isSign($0) && isSign($1) }
  }

  /// Letters may be the `T` and `Z` of ISO 8601, or the name of a month between slashes.
  private static func isDated(_ word: ArraySlice<UInt8>) -> Bool {
    let text = word.filter { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    let lower = String(decoding: text, as: UTF8.self).lowercased()
    return lower == "t" || lower == "tz" || lower == "z" || names.contains(lower)
  }

  private static func isOffset(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else {
      return false
    }
    let digits = word.dropFirst().filter { $0 != UInt8(ascii: ":") }
    return digits.count == 4 && digits.allSatisfy(ASCII.isDigit)
  }

  private static func isMeridiem(_ word: ArraySlice<UInt8>) -> Bool {
    ["AM", "PM", "am", "pm"].contains { word.elementsEqual($0.utf8) }
  }
}
