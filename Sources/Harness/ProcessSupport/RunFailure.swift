/// Why a command cannot go on: one sentence that says what, and what to do.
package struct RunFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// Whose matter it is, which decides the exit code.
  package enum Kind: Sendable {
    /// The words given make no sense: exit 2.
    case usage
    /// The machine lacks something, or refuses something: exit 3.
    case environment
  }

  /// Whose matter it is.
  package let kind: Kind
  /// What went wrong, and after a semicolon what to do about it.
  package let description: String

  /// What was asked for makes no sense: what is wrong, and what to ask for.
  package static func usage(_ what: String, _ remedy: String) -> RunFailure {
    RunFailure(kind: .usage, description: "\(what); \(remedy)")
  }

  /// The machine does not do what it must: what is wrong, and what to do about it.
  package static func environment(_ what: String, _ remedy: String) -> RunFailure {
    RunFailure(kind: .environment, description: "\(what); \(remedy)")
  }
}
