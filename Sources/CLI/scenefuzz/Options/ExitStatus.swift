import ArgumentParser

/// The exit codes of every command.
enum ExitStatus: Int32 {
  /// All is well, nothing was found.
  case clean = 0
  /// A finding: a crash, a refused file, a broken property.
  case finding = 1
  /// The words given make no sense.
  case usage = 2
  /// The machine lacks something or refuses something.
  case environment = 3

  /// For `throw`.
  var code: ExitCode { ExitCode(rawValue) }
}
