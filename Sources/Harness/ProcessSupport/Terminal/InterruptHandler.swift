import Synchronization

/// Handler of Ctrl-C: the first signal raises `stop`, the second ends the process at once.
package final class InterruptHandler: Sendable {
  private let count = Atomic<Int>(0)
  private let stop: StopSignal
  private let display: ProgressDisplay

  init(_ stop: StopSignal, _ display: ProgressDisplay) {
    self.stop = stop
    self.display = display
  }

  private func handle() {
    if count.add(1, ordering: .relaxed).newValue > 1 {
      LiveChildren.killAll()
      SystemBridge.exitAtOnce(130)
    }
    display.say("stopping; press Ctrl-C again to stop at once")
    stop.raise()
  }

  /// Runs `body`; SIGINT, SIGTERM and SIGHUP raise `stop` meanwhile.
  package static func watching<Result: Sendable>(
    _ stop: StopSignal, _ display: ProgressDisplay,
    _ body: () async throws(RunFailure) -> Result
  ) async throws(RunFailure) -> Result {
    let handler = InterruptHandler(stop, display)
    let handlers = SystemBridge.onInterrupts { handler.handle() }
    defer { handlers.restore() }
    return try await body()
  }
}
