import ProcessSupport
import Synchronization

/// The end of a session's fuzzing: the first reason and the first failure count.
final class SessionHalt: Sendable {
  private struct State {
    var ending = SessionEnding.time
    var failure: RunFailure?
  }

  /// Raised when fuzzing ends before its time is up.
  let signal = StopSignal()
  private let state = Mutex(State())

  var isRaised: Bool { signal.isRaised }
  /// `.time` unless something else ended the fuzzing.
  var ending: SessionEnding { state.withLock(\.ending) }
  /// The failure that ends the session with an error.
  var failure: RunFailure? { state.withLock(\.failure) }

  /// Ends the fuzzing. An interruption after it has ended by itself cuts the rest of the session.
  func end(_ reason: SessionEnding) {
    state.withLock { state in
      if !signal.isRaised || (reason == .interrupted && state.ending.allowsLongEnd) {
        state.ending = reason
      }
    }
    signal.raise()
  }

  /// Ends the session with an error; everything it found is on disk.
  func fail(_ error: RunFailure) {
    state.withLock { $0.failure = $0.failure ?? error }
    end(.failure)
  }
}
