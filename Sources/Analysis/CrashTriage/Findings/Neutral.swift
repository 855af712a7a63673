/// Text of a report made harmless for terminals, Markdown and file systems.
///
/// A report is written by a process that read hostile input: names and messages may hold terminal escapes, line
/// breaks that fake a new entry, text direction overrides, or Markdown.
package enum Neutral {
  /// One line of at most `limit` characters in which every control, format, surrogate and private character stands
  /// as `\u{…}`. O(limit).
  package static func line(_ text: String, limit: Int = 300) -> String {
    var out = ""
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < limit else { return out + "…" }
      if isHarmless(scalar) {
        out.unicodeScalars.append(scalar)
        count += 1
      } else {
        let escape = "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        out += escape
        count += escape.utf8.count
      }
    }
    return out
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }

  /// A Markdown code span that ends where it should, whatever `text` holds.
  static func code(_ text: String) -> String {
    "`" + line(text).replacing("`", with: "'") + "`"
  }

  /// Whether `name` may stand in a path and a command: a lower-case letter, then letters, digits and dashes.
  package static func isTargetName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return name.utf8.count <= 64
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "-")
      }
  }
}
