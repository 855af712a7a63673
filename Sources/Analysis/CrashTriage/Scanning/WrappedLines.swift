/// Puts lines together that a mail program, a chat or a terminal broke.
enum WrappedLines {
  /// Maximum lines that one frame was broken into.
  private static let maximumPieces = 6

  /// The lines with each broken frame on one line, and whether there was any. O(bytes).
  static func join(_ lines: ArraySlice<[UInt8]>) -> (lines: [[UInt8]], wasBroken: Bool) {
    let width = lines.map(\.count).max() ?? 0
    var out: [[UInt8]] = []
    var pieces = 0
    var wasBroken = false
    for line in lines {
      let body = line[...].trimmed()
      if let last = out.last, pieces < maximumPieces, isFrame(last[...]),
        isIncomplete(last[...]), isContinuation(body)
      {
        let isHard =
          last.count == width && width > 60 && !body.isEmpty
          && line.first.map { !ASCII.isSpace($0) } == true
        out[out.count - 1] = last + (isHard || glues(last, body) ? [] : [0x20]) + body
        pieces += 1
        wasBroken = true
      } else {
        out.append(line)
        pieces = 0
      }
    }
    return (out, wasBroken)
  }

  private static func isFrame(_ line: ArraySlice<UInt8>) -> Bool {
    let body = line.trimmed()
    guard body.first == UInt8(ascii: "#"), let digit = body.dropFirst().first else { return false }
    return ASCII.isDigit(digit) && body.contains(" 0x")
  }

  /// A sanitizer's frame without a place, a debugger's without its end, or one with an open
  /// bracket.
  private static func isIncomplete(_ line: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    for byte in line {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    if depth > 0 { return true }
    let body = line.trimmed()
    return StackLine.isWithoutPlace(body)
  }

  private static func isContinuation(_ body: ArraySlice<UInt8>) -> Bool {
    guard let first = body.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "=") else {
      return false
    }
    // The next section of a report, a line of source, a number of a frame.
    let digits = body.prefix(while: ASCII.isDigit)
    if !digits.isEmpty, body.dropFirst(digits.count).drop(while: ASCII.isSpace).first ?? 0 >= 0x80 {
      return false
    }
    let heads = [
      "SUMMARY", "0x", "READ", "WRITE", "Thread", "Previous", "frame #", "*", "(gdb)", "(lldb)",
      "NOTE:", "DEDUP_TOKEN", "MS:", "artifact", "Base64", "Shadow", "previously", "allocated",
      "freed", "INFO", "Aborted", "rax", "at ", "backtrace", "\u{2026}", "...",
    ]
    return !heads.contains { body.starts(with: $0) } || body.starts(with: "at ")
  }

  /// Whether the break fell inside a word.
  private static func glues(_ left: [UInt8], _ right: ArraySlice<UInt8>) -> Bool {
    guard let end = left.last, let start = right.first else { return false }
    return end == UInt8(ascii: "/") || start == UInt8(ascii: ":")
      || start == UInt8(ascii: "/")
        && !ASCII.isSpace(end) && left.last == UInt8(ascii: ".")
  }
}
