import Synchronization

/// A flag that ends a session and its children in good order; once raised it stays raised.
package final class StopSignal: Sendable {
  private struct State {
    var isRaised = false
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var next = 0
  }

  private let state = Mutex(State())

  package init() {}

  /// Safe to read from any thread.
  package var isRaised: Bool { state.withLock { $0.isRaised } }

  /// Raises the signal and resumes every waiting task.
  package func raise() {
    let waiting = state.withLock { state in
      state.isRaised = true
      defer { state.waiting = [:] }
      return Array(state.waiting.values)
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Returns when the signal is raised or the surrounding task is cancelled.
  package func wait() async {
    let ticket = state.withLock { state in
      state.next += 1
      return state.next
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let resumesNow = state.withLock { state in
          guard !state.isRaised, !Task.isCancelled else { return true }
          state.waiting[ticket] = continuation
          return false
        }
        if resumesNow { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
    }
  }
}
