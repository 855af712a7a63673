import FuzzSession
import ProcessSupport
import Synchronization

/// Prints the progress of a reduction.
final class ReductionProgress: Sendable {
  private let display: ProgressDisplay
  private let size: Int
  private let said: Mutex<ContinuousClock.Instant>

  init(display: ProgressDisplay, from size: Int) {
    self.display = display
    self.size = size
    said = Mutex(ContinuousClock.now)
  }

  /// Prints at most one line every two seconds.
  func reached(_ count: Int) {
    let isDue = said.withLock { last in
      guard ContinuousClock.now - last > .seconds(2) else { return false }
      last = .now
      return true
    }
    if isDue { display.say("\(size) bytes to \(count) …") }
  }
}
