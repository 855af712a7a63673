import Synchronization

/// Ctrl-C: the first asks to end in good order, the second ends at once.
package final class InterruptHandler: Sendable {
  private let count = Atomic<Int>(0)
  private let stop: StopSignal
  private let display: ProgressDisplay

  init(_ stop: StopSignal, _ display: ProgressDisplay) {
    self.stop = stop
    self.display = display
  }

  private func happened() {
    if count.add(1, ordering: .relaxed).newValue > 1 {
      // Children notice by themselves that nobody waits for them.
      SystemBridge.exitAtOnce(130)
    }
    display.say("stopping; once more to stop at once")
    stop.raise()
  }

  /// Runs `body`; SIGINT, SIGTERM and SIGHUP raise `stop` meanwhile.
  package static func watching<Result: Sendable>(
    _ stop: StopSignal, _ display: ProgressDisplay,
    _ body: () async throws(RunFailure) -> Result
  ) async throws(RunFailure) -> Result {
    let interruption = InterruptHandler(stop, display)
    let handlers = SystemBridge.onInterrupts { interruption.happened() }
    defer { handlers.restore() }
    return try await body()
  }
}
