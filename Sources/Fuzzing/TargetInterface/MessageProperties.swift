/// Properties of messages about an input: printable, whatever the input contains.
package enum MessageProperties {
  /// Maximum number of messages that are checked for one input; a hostile one causes thousands of
  /// equal ones.
  package static let maximumCount = 8

  /// A message is not empty, is bounded, and has no control character that a terminal would
  /// interpret.
  package static func printable(_ message: String, of what: String) throws(PropertyViolation) {
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
