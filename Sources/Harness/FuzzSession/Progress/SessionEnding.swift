/// Why a session's fuzzing ended.
package enum SessionEnding: String, Codable, Sendable {
  /// Its time was up, or no target was left.
  case time
  /// Nothing new had come for the time that was asked for.
  case quiet
  /// The finding that was asked for was met.
  case targetFinding
  /// Somebody stopped it.
  case interrupted
  /// The machine refused something.
  case failure

  /// Whether there is time for what follows: checks of new inputs and the minimization of corpora.
  var allowsLongEnd: Bool { self == .time || self == .quiet }
}

/// When a session counts as quiet.
struct QuietRule: Equatable, Sendable {
  /// Seconds without anything new.
  let span: Double

  /// - Parameters:
  ///   - lastNewCoverage: When a target last met an edge, feature or finding that was new to it.
  ///   - firstSweepOver: When every target had had its first turn; before that none of them is quiet.
  func isOver(now: Double, lastNewCoverage: Double?, firstSweepOver: Double?) -> Bool {
    guard let firstSweepOver else { return false }
    return now - max(lastNewCoverage ?? 0, firstSweepOver) >= span
  }
}
