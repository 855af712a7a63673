import Foundation

/// Colors of text for people, or none.
package struct TextStyle: Equatable, Sendable {
  /// When to use colors.
  package enum Choice: String, CaseIterable, Sendable { case auto, always, never }

  package let isColored: Bool

  /// Text without escape sequences.
  package static let plain = TextStyle(isColored: false)

  init(isColored: Bool) { self.isColored = isColored }

  /// The style for a file descriptor.
  ///
  /// `.auto` gives colors on a terminal, unless `NO_COLOR` has a value or `TERM` is `dumb`.
  package init(
    _ choice: Choice, descriptor: CInt,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.init(choice, isTerminal: SystemBridge.isTerminal(descriptor), environment: environment)
  }

  init(_ choice: Choice, isTerminal: Bool, environment: [String: String]) {
    isColored =
      switch choice {
      case .always: true
      case .never: false
      case .auto:
        isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
      }
  }

  /// A failure or a high severity: red.
  package func bad(_ text: String) -> String { colored(text, "31") }
  /// Something to look at, or a medium severity: yellow.
  package func warning(_ text: String) -> String { colored(text, "33") }
  /// A clean result: green.
  package func good(_ text: String) -> String { colored(text, "32") }
  /// A name that the reader will use: bold.
  package func strong(_ text: String) -> String { colored(text, "1") }

  /// `text` in the color of a severity level: `low`, `medium` or `high`.
  package func severity(_ level: String, _ text: String) -> String {
    switch level {
    case "high": bad(text)
    case "medium": warning(text)
    default: text
    }
  }

  private func colored(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
