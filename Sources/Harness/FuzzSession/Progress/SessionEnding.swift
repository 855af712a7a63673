/// The reason why a session's fuzzing ended.
package enum SessionEnding: String, Codable, Sendable {
  /// The time was up, or no target was left.
  case time
  /// No new coverage for the time of `--until-quiet`.
  case quiet
  /// The finding of `--target-finding` was met.
  case targetFinding
  /// `stop` was raised.
  case interrupted
  /// A failure of the environment.
  case failure

  /// Whether checks of new inputs and the minimization of corpora follow.
  var allowsLongEnd: Bool { self == .time || self == .quiet }
}

/// The rule of `--until-quiet`.
struct QuietRule: Equatable, Sendable {
  /// Seconds without new coverage.
  let span: Double

  /// - Parameters:
  ///   - lastNewCoverage: When a target last reached an edge, feature or finding that was new to
  ///     it.
  ///   - firstSweepOver: When every target had had its first slice; before that no session is
  ///     quiet.
  func isOver(now: Double, lastNewCoverage: Double?, firstSweepOver: Double?) -> Bool {
    guard let firstSweepOver else { return false }
    return now - max(lastNewCoverage ?? 0, firstSweepOver) >= span
  }
}
