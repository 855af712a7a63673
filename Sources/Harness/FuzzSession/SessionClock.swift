import FuzzBuilds
import Synchronization

/// The clock of one session.
final class SessionClock: Sendable {
  private let clock = ContinuousClock()
  private let launch: ContinuousClock.Instant
  private let beginning: Mutex<ContinuousClock.Instant>

  init() {
    let launch = clock.now
    self.launch = launch
    beginning = Mutex(launch)
  }

  /// Sets the origin of `now`.
  func beginFuzzing() { beginning.withLock { $0 = clock.now } }

  /// Seconds since fuzzing began, or since launch before that.
  var now: Double { beginning.withLock { (clock.now - $0).seconds } }

  /// Seconds since launch, builds included.
  var sinceLaunch: Double { (clock.now - launch).seconds }
}
