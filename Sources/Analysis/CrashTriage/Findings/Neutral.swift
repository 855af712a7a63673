internal import ByteReading

/// Escapes text of reports for terminals, Markdown and file systems, by the rules of `Printable`.
///
/// A report is written by a process that read hostile input: names and messages may contain
/// terminal escapes, line breaks that fake a new entry, text direction overrides, or Markdown.
package enum Neutral {
  /// One line of at most about `limit` characters, escapes included, in which control, format,
  /// surrogate, private and unassigned characters are written as `\u{…}`. O(limit).
  package static func line(_ text: String, limit: Int = 300) -> String {
    var out = ""
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < limit else { return out + "…" }
      if (0x20..<0x7F).contains(scalar.value) {
        out.unicodeScalars.append(scalar)
        count += 1
      } else {
        let piece = Printable.text(String(scalar))
        out += piece
        count += piece.unicodeScalars.count
      }
    }
    return out
  }

  /// A Markdown code span of any `text`.
  static func code(_ text: String) -> String {
    "`" + line(text).replacing("`", with: "'") + "`"
  }

  /// Whether `name` is safe in a path and a command: a lower-case letter, then letters, digits and
  /// dashes.
  package static func isTargetName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return name.utf8.count <= 64
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "-")
      }
  }
}
