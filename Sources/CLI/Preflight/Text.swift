import ByteReading

/// Text of inputs for the lines of a report.
enum Text {
  /// Maximum number of scalars of one text.
  private static let limit = 200

  /// The text with control and invisible characters as `\u{…}`, cut at the limit.
  static func line(_ text: String) -> String { Printable.text(text, limit: limit) }
}
