/// Where a crash report's text begins in a line, and what it is.
struct MarkedLine: Sendable {
  /// Index of the first byte after the prefix.
  var start: Int
  var mark: LineMark
  /// The parts of the prefix.
  var stripped: [String]
}

/// Finds the mark of a line.
struct MarkFinder: Sendable {
  /// Bytes of a line that are searched for a mark.
  static let searched = 640

  private let table = LineMarkTable.shared

  /// A mark whose prefix is made of known parts or is shared with a neighbor; nil when the line has
  /// none.
  ///
  /// - Parameters:
  ///   - isInside: Whether a report is open, so that lines count that are no sign of a crash alone.
  ///   - isShared: Whether the text before an index is the start of a line nearby as well.
  func find(
    _ line: ArraySlice<UInt8>, isInside: Bool, isShared: (ArraySlice<UInt8>) -> Bool
  ) -> MarkedLine? {
    var index = line.startIndex
    let end = min(Self.endOfText(line), line.startIndex + Self.searched)
    var isStart = true
    var times: [Range<Int>]?
    while index < end {
      let byte = line[index]
      if isStart, let found = candidate(line, index, isInside) {
        let known = times ?? LinePrefix.times(line)
        times = known
        guard !known.contains(where: { $0.lowerBound < found.start && $0.contains(found.start) })
        else {
          isStart = Self.isSeparator(byte)
          index += 1
          continue
        }
        let prefix = line[..<found.start]
        // An address alone may be any number; it is a frame where its stack is.
        if found.mark == .frame, !prefix.allSatisfy(ASCII.isSpace),
          FrameMark.isAddressAlone(line[found.start...]), !isShared(prefix)
        {
          isStart = Self.isSeparator(byte)
          index += 1
          continue
        }
        if let parts = LinePrefix.parts(prefix) {
          return MarkedLine(start: found.start, mark: found.mark, stripped: parts)
        }
        if isShared(prefix) {
          return MarkedLine(start: found.start, mark: found.mark, stripped: ["shared-prefix"])
        }
      }
      isStart = Self.isSeparator(byte)
      index += 1
    }
    return nil
  }

  /// The end of what may have a mark: libFuzzer ends its lines with the words of a dictionary that
  /// it used (`MS: 2 ManualDict-Custom- DE: "Fatal error: "-`), which say nothing of the run.
  private static func endOfText(_ line: ArraySlice<UInt8>) -> Int {
    guard let mutations = line.prefix(searched).firstIndex(of: "MS: "),
      let words = line[mutations...].prefix(searched).firstIndex(of: "- DE: \"")
    else { return line.endIndex }
    return words
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: ">"),
      UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "="):
      true
    default: byte >= 0x80
    }
  }

  /// The mark of the text that begins at `index`; its start may stand before, at the place that
  /// belongs to a message.
  private func candidate(
    _ line: ArraySlice<UInt8>, _ index: Int, _ isInside: Bool
  ) -> (start: Int, mark: LineMark)? {
    let byte = line[index]
    if byte <= 0x20 { return nil }
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      if let mark = FrameMark.read(line[index...], isInside: isInside),
        !isNumbered(line, index)
      {
        return (index, mark)
      }
    case UInt8(ascii: "/"), UInt8(ascii: "."):
      if isInside, FrameMark.isGlibc(line[index...]) { return (index, .frame) }
    case UInt8(ascii: "{"):
      if JSONMark.isStart(line[index...]) { return (index, .json) }
    case UInt8(ascii: "f"), UInt8(ascii: "*"):
      if FrameMark.isLLDB(line[index...]) { return (index, .frame) }
    default: break
    }
    guard index + 1 < line.endIndex else { return nil }
    let bucket = table.heads[Int(byte) << 8 | Int(line[index + 1])]
    guard bucket > 0 else { return nil }
    for entry in table.buckets[Int(bucket) - 1] where matches(line, index, entry.bytes) {
      if let found = MarkCheck.check(entry.mark, line, at: index, isInside: isInside) {
        return found
      }
    }
    return nil
  }

  /// Whether the number at `index` is that of a line, since words of the table follow it.
  private func isNumbered(_ line: ArraySlice<UInt8>, _ index: Int) -> Bool {
    let rest = line[index...].drop(while: ASCII.isDigit).drop(while: ASCII.isSpace)
    guard rest.startIndex > index, rest.count > 1 else { return false }
    let bucket = table.heads[Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])]
    return bucket > 0
      && table.buckets[Int(bucket) - 1].contains {
        $0.mark != .detail && matches(line, rest.startIndex, $0.bytes)
      }
  }

  private func matches(_ line: ArraySlice<UInt8>, _ index: Int, _ bytes: [UInt8]) -> Bool {
    guard line.endIndex - index >= bytes.count else { return false }
    for offset in bytes.indices where line[index + offset] != bytes[offset] { return false }
    return true
  }
}

/// The start of a JSON value that may be a report.
enum JSONMark {
  /// Bytes of a value that are searched for a key.
  private static let searched = 4096

  private static let keys = [
    "crashReport\"", "app_name\"", "bug_type\"", "CrashSeverity\"", "crashDiagnostics\"",
    "exception\"", "faultingThread\"", "stacktrace\"",
  ].map { Array($0.utf8) }

  /// Keys of the message in records of logs.
  private static let recordKeys = [
    "log\":", "message\":", "msg\":", "MESSAGE\"", "textPayload\"", "line\":", "text\":", "body\":",
    "log\" :", "message\" :",
  ].map { Array($0.utf8) }

  /// Whether the value goes on in the next line, names a key of a report or is a record of a log.
  static func isStart(_ text: ArraySlice<UInt8>) -> Bool {
    let body = text.trimmed()
    return body.count == 1 || has(keys, body)
      || body.last == UInt8(ascii: "}") && has(recordKeys, body)
  }

  /// Whether `text`, the start of a value, is only a record of a log, which ends in its line.
  static func isRecord(_ text: ArraySlice<UInt8>) -> Bool {
    let body = text.trimmed()
    return body.count > 1 && !has(keys, body)
  }

  /// Whether one of `keys` stands behind a quotation mark. One pass.
  private static func has(_ keys: [[UInt8]], _ body: ArraySlice<UInt8>) -> Bool {
    var rest = body.prefix(searched)
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      rest = rest[(quote + 1)...]
      guard let first = rest.first else { return false }
      for key in keys where key[0] == first && rest.starts(with: key) { return true }
    }
    return false
  }
}

/// The start of a frame.
enum FrameMark {
  static func read(_ text: ArraySlice<UInt8>, isInside: Bool) -> LineMark? {
    if text.first == UInt8(ascii: "#") { return hashed(text.dropFirst(), isInside) }
    if text.starts(with: "0x") { return isInside ? addressed(text) : nil }
    let digits = text.prefix(5).prefix(while: ASCII.isDigit)
    guard digits.count < 5 else { return nil }
    let rest = text.dropFirst(digits.count)
    guard let space = rest.first, space == 0x20 || space == 0x09 else { return nil }
    guard isInside else { return nil }
    // `3   IMAGE   0x55 NAME`, and `3 [ra] 0x55 NAME in IMAGE` or `3 NAME in IMAGE` of Swift.
    guard !isFrame(after: rest) else { return nil }
    let body = rest.prefix(512)
    if let address = body.firstIndex(of: " 0x") ?? body.firstIndex(of: "\t0x") {
      // A process and a tag may stand before the frame: then the number is no frame's.
      return isImage(body[..<address].trimmed()) ? .frame : nil
    }
    guard let within = body.firstIndex(of: " in ") else { return nil }
    let isText = [": ", "| ", "\""].contains { body[...within].contains($0) }
    return isText ? nil : .frame
  }

  private static let tags = ["[ra]", "[inlined]", "[system]", "[async]"]

  /// Whether `text`, which stands between a number and an address, is the name of a binary; the
  /// Swift backtracer has tags in its place.
  private static func isImage(_ whole: ArraySlice<UInt8>) -> Bool {
    var text = whole
    while let tag = tags.first(where: { text.starts(with: $0) }) {
      text = text.dropFirst(tag.utf8.count).trimmed()
    }
    guard let first = text.first, let last = text.last else { return true }
    if "[({<".utf8.contains(first) || ":|".utf8.contains(last) { return false }
    return ![": ", "| ", ", ", "#", "{"].contains { text.contains($0) }
      && Timestamp.length(text) == nil
  }

  /// Whether `text` is an address and nothing else.
  static func isAddressAlone(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: "0x")
      && text.dropFirst(2).drop(while: ASCII.isHexDigit).allSatisfy(ASCII.isSpace)
  }

  /// Whether the text after a number begins with a frame's own number or address: then the number
  /// is that of a line.
  private static func isFrame(after number: ArraySlice<UInt8>) -> Bool {
    let body = number.drop(while: ASCII.isSpace)
    guard let first = body.first else { return true }
    if first == UInt8(ascii: "#") || isLLDB(body) { return true }
    if body.starts(with: "0x") {
      let rest = body.dropFirst(2).drop(while: ASCII.isHexDigit)
      return rest.isEmpty || rest.first == UInt8(ascii: ",")
    }
    let digits = body.prefix(5).prefix(while: ASCII.isDigit)
    return !digits.isEmpty && body.dropFirst(digits.count).first.map(ASCII.isSpace) ?? false
  }

  private static func hashed(_ text: ArraySlice<UInt8>, _ isInside: Bool) -> LineMark? {
    let digits = text.prefix(6).prefix(while: ASCII.isDigit)
    guard !digits.isEmpty, digits.count < 6 else { return nil }
    let rest = text.dropFirst(digits.count)
    guard let space = rest.first, space == 0x20 || space == 0x09 else { return nil }
    // `#12 34.56 ` is a step of a build.
    let body = rest.drop { $0 == 0x20 || $0 == 0x09 }
    if let digit = body.first, ASCII.isDigit(digit), !body.starts(with: "0x") { return nil }
    return isInside ? .frame : nil
  }

  /// `/lib/libc.so.6(+0x7d053)[0x7f]` of old glibc.
  static func isGlibc(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.trimmed().last == UInt8(ascii: "]"), let open = text.lastIndex(of: "[0x") else {
      return false
    }
    return !text[..<open].contains(0x20)
  }

  /// `0x55d0, NAME at FILE:LINE` of swift-backtrace, or the address alone.
  private static func addressed(_ text: ArraySlice<UInt8>) -> LineMark? {
    let digits = text.dropFirst(2).prefix(while: ASCII.isHexDigit)
    guard digits.count >= 4 else { return nil }
    let rest = text.dropFirst(2 + digits.count)
    let isAlone = rest.allSatisfy(ASCII.isSpace)
    return isAlone || rest.starts(with: ", ") || rest.starts(with: " (0x") ? .frame : nil
  }

  static func isLLDB(_ text: ArraySlice<UInt8>) -> Bool {
    let rest = text.starts(with: "* ") ? text.dropFirst(2) : text
    guard rest.starts(with: "frame #"), let digit = rest.dropFirst(7).first else { return false }
    return ASCII.isDigit(digit)
  }
}
