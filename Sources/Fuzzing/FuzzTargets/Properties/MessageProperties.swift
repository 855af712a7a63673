/// What is said about an input to people: a sentence, whatever the input holds.
enum MessageProperties {
  /// Messages that are looked at for one input; a hostile one has thousands of the same.
  static let most = 8

  /// Not empty, bounded, and without a control character that a terminal would obey.
  static func printable(_ message: String, of what: String) throws(PropertyViolation) {
    guard !message.isEmpty else {
      throw PropertyViolation(
        property: "printable", place: what, expected: "a sentence", found: "nothing")
    }
    try PropertyCheck.atMost(message.utf8.count, 2_048, property: "printable", place: what)
    if let byte = message.utf8.first(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw PropertyViolation(
        property: "printable", place: what, expected: "no control character", found: "byte \(byte)")
    }
  }
}
