/// Escaping of untrusted text for a terminal.
public enum Printable {
  /// Returns `text` with control characters, bidirectional overrides and other invisible scalars
  /// written as `\u{…}`, cut after `limit` scalars.
  public static func text(_ text: String, limit: Int = 300) -> String {
    var out = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit { return out + "…" }
      count += 1
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default:
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
