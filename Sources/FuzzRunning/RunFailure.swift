/// Why a command cannot go on: one sentence that says what, and what to do.
public struct RunFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// Whose matter it is, which decides the exit code.
  public enum Kind: Sendable {
    /// The words given make no sense: exit 2.
    case usage
    /// The machine lacks something, or refuses something: exit 3.
    case environment
  }

  /// Whose matter it is.
  public let kind: Kind
  /// What went wrong, and after a semicolon what to do about it.
  public let description: String

  /// What was asked for makes no sense: what is wrong, and what to ask for.
  public static func usage(_ what: String, _ remedy: String) -> RunFailure {
    RunFailure(kind: .usage, description: "\(what); \(remedy)")
  }

  /// The machine does not do what it must: what is wrong, and what to do about it.
  public static func environment(_ what: String, _ remedy: String) -> RunFailure {
    RunFailure(kind: .environment, description: "\(what); \(remedy)")
  }
}
