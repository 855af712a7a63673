import Synchronization

/// The block of lines that stands on the terminal, and the escape sequences that replace it.
package final class TerminalBlock: Sendable {
  private let lines = Mutex<[String]>([])

  package init() {}

  /// Text that puts `new` in the place of the block.
  package func block(_ new: [String]) -> String {
    lines.withLock { lines in
      let text = Self.erase(lines.count) + Self.print(new)
      lines = new
      return text
    }
  }

  /// Text that puts `line` above the block, where it stays.
  package func above(_ line: String, redraws: Bool) -> String {
    guard redraws else { return line + "\n" }
    return lines.withLock { Self.erase($0.count) + line + "\n" + Self.print($0) }
  }

  /// Cursor to the first line of the block, everything below erased.
  private static func erase(_ count: Int) -> String {
    count == 0 ? "" : "\u{1B}[\(count)A\u{1B}[J"
  }

  private static func print(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
