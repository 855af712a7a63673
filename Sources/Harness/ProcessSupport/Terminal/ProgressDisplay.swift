import Foundation

/// Output of a session's progress: on a terminal a block of lines redrawn in place, elsewhere plain
/// lines.
package final class ProgressDisplay: Sendable {
  /// Nil for a display that prints nothing.
  private let descriptor: CInt?
  /// False for a log, where every line stays.
  package let redraws: Bool
  private let block = TerminalBlock()

  /// - Parameter onError: Print to standard error, since a program reads standard output.
  package init(onError: Bool) {
    descriptor = onError ? 2 : 1
    redraws = SystemBridge.isTerminal(onError ? 2 : 1)
  }

  private init() {
    descriptor = nil
    redraws = false
  }

  /// Prints nothing: for a session inside a command that shows its progress itself.
  package static let silent = ProgressDisplay()

  /// Time between two updates: short enough on a terminal to show life, rare in a log.
  package var interval: Duration { redraws ? .milliseconds(500) : .seconds(10) }

  /// Prints a line that stays.
  package func say(_ line: String) { write(block.inserting(line, redraws: redraws)) }

  /// Columns of the terminal; unlimited in a log.
  package var width: Int {
    guard let descriptor, redraws else { return .max }
    return max(SystemBridge.terminalWidth(descriptor), 40)
  }

  /// Rows of the terminal; unlimited in a log.
  package var height: Int {
    guard let descriptor, redraws else { return .max }
    return max(SystemBridge.terminalHeight(descriptor), 4)
  }

  /// Replaces the block of lines on a terminal; appends the lines to a log.
  package func show(_ lines: [String]) {
    write(redraws ? block.replacing(with: lines) : lines.map { $0 + "\n" }.joined())
  }

  /// Removes the block of lines.
  package func clear() { if redraws { show([]) } }

  private func write(_ text: String) {
    guard let descriptor else { return }
    let handle = descriptor == 1 ? FileHandle.standardOutput : FileHandle.standardError
    // A closed terminal does not end the fuzzing.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
