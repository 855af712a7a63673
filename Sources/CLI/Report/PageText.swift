import CrashTriage

/// Hostile text on its way to a page.
enum PageText {
  /// One line, harmless as `Neutral` has it, in which no mark sticks to a character that means something in HTML.
  ///
  /// The template library escapes by character: a `"` with a combining mark behind it is another character to Swift, and
  /// would pass as it is.
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

  /// `1234567` as `1 234 567`.
  static func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var out = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out += " " }
      out.append(digit)
    }
    return out
  }

  /// `1 session`, `2 sessions`.
  static func count(_ value: Int, _ noun: String) -> String {
    "\(number(value)) \(noun)\(value == 1 ? "" : "s")"
  }

  /// `75.4` as `1:15`.
  static func clock(_ seconds: Double) -> String {
    let whole = Int(max(seconds, 0).rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}
