/// The reason why a command cannot go on, with its remedy, in one sentence.
package struct RunFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// Failure category; decides the exit code.
  package enum Kind: Sendable {
    /// Invalid arguments: exit 2.
    case usage
    /// A missing tool, a full disk, a refused right and the like: exit 3.
    case environment
  }

  package let kind: Kind
  /// The problem and, after a semicolon, the remedy.
  package let description: String

  /// Invalid arguments: the problem and the remedy.
  package static func usage(_ what: String, _ remedy: String) -> RunFailure {
    RunFailure(kind: .usage, description: "\(what); \(remedy)")
  }

  /// A problem of the machine and its remedy.
  package static func environment(_ what: String, _ remedy: String) -> RunFailure {
    RunFailure(kind: .environment, description: "\(what); \(remedy)")
  }
}
