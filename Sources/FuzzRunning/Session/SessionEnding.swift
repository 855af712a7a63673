/// Why a session's fuzzing ended.
public enum SessionEnding: String, Codable, Sendable {
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
