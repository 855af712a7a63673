import ArgumentParser

/// The exit codes of every command.
enum ExitStatus: Int32 {
  /// Success without a finding.
  case clean = 0
  /// A finding: a crash, a refused file, a violated property.
  case finding = 1
  /// Invalid arguments.
  case usage = 2
  /// A failure of the environment.
  case environment = 3

  /// For `throw`.
  var code: ExitCode { ExitCode(rawValue) }
}
