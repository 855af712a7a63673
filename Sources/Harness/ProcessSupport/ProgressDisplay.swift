import Foundation

/// Shows a session to whoever watches: on a terminal a block of lines redrawn in place, elsewhere plain lines.
package final class ProgressDisplay: Sendable {
  /// Nil for one that shows nothing.
  private let descriptor: CInt?
  /// False for a log, where every line stays.
  package let redraws: Bool
  private let drawn = TerminalBlock()

  /// - Parameter onError: Show on standard error, since standard output is for a program to read.
  package init(onError: Bool) {
    descriptor = onError ? 2 : 1
    redraws = SystemBridge.isTerminal(onError ? 2 : 1)
  }

  private init() {
    descriptor = nil
    redraws = false
  }

  /// Shows nothing: for a session inside a command that shows its progress itself.
  package static let silent = ProgressDisplay()

  /// How often the lines change: a person at a terminal wants to see life, a log does not.
  package var interval: Duration { redraws ? .milliseconds(500) : .seconds(10) }

  /// A line that stays.
  package func say(_ line: String) { write(drawn.above(line, redraws: redraws)) }

  /// Columns to write to; a log has no end.
  package var width: Int {
    guard let descriptor, redraws else { return .max }
    return max(SystemBridge.terminalWidth(descriptor), 40)
  }

  /// The present state, in place of the one before.
  package func show(_ lines: [String]) {
    write(redraws ? drawn.block(lines) : lines.map { $0 + "\n" }.joined())
  }

  private func write(_ text: String) {
    guard let descriptor else { return }
    let handle = descriptor == 1 ? FileHandle.standardOutput : FileHandle.standardError
    // Nobody listening any more is no reason to stop fuzzing.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
