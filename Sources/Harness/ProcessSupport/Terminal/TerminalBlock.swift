import Synchronization

/// The block of lines at the end of a terminal, and the escape sequences that replace it.
package final class TerminalBlock: Sendable {
  private let lines = Mutex<[String]>([])

  package init() {}

  /// Text that replaces the block by `new`.
  package func replacing(with new: [String]) -> String {
    lines.withLock { lines in
      let text = Self.erase(lines.count) + Self.print(new)
      lines = new
      return text
    }
  }

  /// Text that inserts `line` above the block, where it stays.
  package func inserting(_ line: String, redraws: Bool) -> String {
    guard redraws else { return line + "\n" }
    return lines.withLock { Self.erase($0.count) + line + "\n" + Self.print($0) }
  }

  /// Moves the cursor to the first column of the block and erases everything below. The terminal
  /// prints `^C` at the cursor, which then is in another column.
  private static func erase(_ count: Int) -> String {
    count == 0 ? "" : "\r\u{1B}[\(count)A\u{1B}[J"
  }

  private static func print(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
