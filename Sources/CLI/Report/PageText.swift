import CrashTriage

/// Makes hostile text safe for a page.
enum PageText {
  /// One printable line in which no combining mark follows a character with a meaning in HTML.
  ///
  /// The template library escapes by `Character`: a `"` followed by a combining mark is another
  /// character to Swift, and would pass unescaped.
  static func line(_ text: String, limit: Int = 300) -> String {
    let harmless = Neutral.line(text, limit: limit)
    guard harmless.contains(where: isJoined) else { return harmless }
    var out = ""
    for character in harmless {
      guard isJoined(character), let first = character.unicodeScalars.first else {
        out.append(character)
        continue
      }
      out.unicodeScalars.append(first)
      for scalar in character.unicodeScalars.dropFirst() {
        out += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      }
    }
    return out
  }

  private static func isJoined(_ character: Character) -> Bool {
    character.unicodeScalars.count > 1
      && "<>&\"'".unicodeScalars.contains { $0 == character.unicodeScalars.first }
  }

  /// The number with spaces between thousands: `1 234 567`.
  static func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var out = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out += " " }
      out.append(digit)
    }
    return out
  }

  /// The number with its noun: `1 session`, `2 sessions`.
  static func count(_ value: Int, _ noun: String) -> String {
    "\(number(value)) \(noun)\(value == 1 ? "" : "s")"
  }

  /// Seconds as minutes and seconds: `75.4` gives `1:15`.
  static func clock(_ seconds: Double) -> String {
    let whole = Int(max(seconds, 0).rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}
