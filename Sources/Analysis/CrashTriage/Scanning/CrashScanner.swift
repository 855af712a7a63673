/// Reads every crash of a log that is given in parts.
///
/// Each line loses what terminals, CI systems and people added; marked lines open, continue or end
/// a report; the lines of a report are then read by the grammars. Linear in the bytes; memory is
/// that of one report.
package struct CrashScanner: Sendable {
  /// Bytes of a line without an end that are kept.
  static let maximumLine = 8 << 20

  let limits: CrashReport.Limits
  private let finder = MarkFinder()
  private let filter = PlainLineFilter.shared
  /// Whether lines that open no report are passed over quickly; the result is the same without.
  package var skipsPlainLines = true
  private var pending: [UInt8] = []
  /// The start of the last line that was read.
  private var last: [UInt8] = []
  private var number = 0
  private var open = OpenReport()
  private var collector: JSONCollector?
  /// The prefix of the last marked line of the open report.
  private var prefix: [UInt8] = []
  private var stripsStart = true
  private var startStripped: [String] = []
  private var isWide: Bool?
  /// What was removed around the record of a log that is being read.
  private var recordParts: [String] = []
  /// The crashes read so far, in order.
  package private(set) var crashes: [CrashReport] = []
  /// For `triage --explain`: the lines of each crash as the grammars got them.
  package private(set) var texts: [[UInt8]] = []
  /// Whether `texts` is filled.
  package var keepsTexts = false

  package init(limits: CrashReport.Limits = CrashReport.Limits()) { self.limits = limits }

  /// Whether no report is open and no JSON value, so that plain lines mean nothing.
  private var isIdle: Bool { skipsPlainLines && !open.isOpen && collector == nil }

  /// Reads the next part of the log.
  package mutating func take(_ part: [UInt8]) {
    var part = decoded(part)
    if pending.count >= Self.maximumLine {
      // The rest of a line that is too long.
      guard let end = part.firstIndex(of: 0x0A) else { return }
      part = Array(part[end...])
    }
    var buffer = pending
    pending = []
    buffer += part
    pending = Array(buffer[scan(buffer, isLast: false)...].prefix(Self.maximumLine))
  }

  /// Reads the lines of `buffer` of which the next line is known as well, so that the parts of a
  /// log change nothing; gives the start of the rest.
  private mutating func scan(_ buffer: [UInt8], isLast: Bool) -> Int {
    var start = 0
    var previous: Range<Int>?
    defer { if let previous { last = Array(buffer[previous]) } }
    while start < buffer.count {
      if isIdle {
        let stop = filter.next(in: buffer, from: start)
        number += stop.lines
        start = stop.start
        previous = stop.previous?.prefix(LinePrefix.maximumLength) ?? previous
        guard stop.isKept else { break }
      }
      let end = buffer[start...].firstIndex(of: 0x0A)
      guard end != nil || isLast else { break }
      let lineEnd = end ?? buffer.count
      let next =
        min(
          lineEnd + 1, buffer.count)..<min(
          buffer.count, lineEnd + 1 + LinePrefix.maximumLength)
      guard isLast || next.count == LinePrefix.maximumLength || buffer[next].contains(0x0A) else {
        break
      }
      line(
        buffer[start..<lineEnd], previous.map { buffer[$0] } ?? last[...], buffer[next])
      previous = (start..<lineEnd).prefix(LinePrefix.maximumLength)
      start = min(lineEnd + 1, buffer.count)
    }
    return start
  }

  /// Ends the log; gives every crash in it.
  package mutating func finish() -> [CrashReport] {
    let rest = pending
    pending = []
    _ = scan(rest, isLast: true)
    while let value = collector {
      collector = nil
      if !finish(value) { refeed(value) }
    }
    close()
    return crashes
  }

  /// UTF-8 without a byte-order mark; text of two bytes a character is made UTF-8.
  private mutating func decoded(_ part: [UInt8]) -> [UInt8] {
    guard stripsStart || isWide == true else { return part }
    if stripsStart {
      stripsStart = false
      if part.starts(with: [0xEF, 0xBB, 0xBF]) {
        startStripped = ["byte-order-mark"]
        return Array(part.dropFirst(3))
      }
      guard part.starts(with: [0xFF, 0xFE]) else { return part }
      isWide = true
      startStripped = ["byte-order-mark"]
    }
    let units = stride(from: 0, to: part.count - 1, by: 2).map {
      UInt16(part[$0]) | UInt16(part[$0 + 1]) << 8
    }
    return Array(String(decoding: units.filter { $0 != 0xFEFF }, as: UTF16.self).utf8)
  }

  private mutating func line(
    _ raw: ArraySlice<UInt8>, _ previous: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>
  ) {
    number += 1
    while let current = collector {
      if current.isOfRecords, let messages = messages(of: raw) {
        for message in messages { collect(message[...]) }
        return
      }
      let body = collected(raw)
      guard
        current.isOfRecords || LineCleaner.isBoundary(body)
          || LineCleaner.isBoundary(LineCleaner.clean(raw).line)
      else {
        add(body, raw)
        return
      }
      collector = nil
      number -= 1
      if !finish(current) { refeed(current) }
      number += 1
    }
    read(raw, previous, next, allowsJSON: true)
  }

  private mutating func read(
    _ raw: ArraySlice<UInt8>, _ previous: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>,
    allowsJSON: Bool
  ) {
    let (line, cleaned) = LineCleaner.clean(raw)
    let isInside = open.isOpen
    let known = prefix
    let found = finder.find(line, isInside: isInside) { prefix in
      !known.isEmpty && LinePrefix.isShared(prefix, with: known[...] + [0x20])
        || LinePrefix.isShared(prefix, with: LineCleaner.neighbor(previous))
        || LinePrefix.isShared(prefix, with: LineCleaner.neighbor(next))
    }
    guard let found else {
      if isInside { unmarked(line) }
      return
    }
    var text = line[found.start...].prefix(limits.lineBytes)
    if found.start > line.startIndex, line[found.start - 1] == UInt8(ascii: "\""),
      text.last == UInt8(ascii: "\"")
    {
      text = text.dropLast()
    }
    if found.mark == .json {
      guard allowsJSON else {
        if isInside { unmarked(line) }
        return
      }
      begin(line, found, raw, cleaned)
      return
    }
    if open.isEnded(by: found.mark, text, number: number) { close() }
    guard found.mark != .boundary else { return }
    if !open.isOpen, !Self.opens(found.mark) { return }
    prefix = Array(line[..<found.start])
    let undone = cleaned + recordParts + (open.isOpen ? [] : startStripped)
    open.add(
      text, mark: found.mark, number: number, undone: undone, stripped: found.stripped)
  }

  private static func opens(_ mark: LineMark) -> Bool {
    switch mark {
    case .message, .headline, .observer, .preamble: true
    case .stack, .frame, .detail, .summary, .boundary, .fullReport, .json: false
    }
  }

  /// A line of the open report that no grammar opens with; it loses the prefix of the line before,
  /// where it has it.
  private mutating func unmarked(_ line: ArraySlice<UInt8>) {
    guard !LineCleaner.isFence(line) else { return }
    var body = line.prefix(limits.lineBytes)
    if !prefix.isEmpty {
      body =
        LinePrefix.isShared(prefix[...], with: body)
        ? LinePrefix.droppingWords(prefix[...], from: body)
        : LinePrefix.dropping(prefix[...], from: body)
    }
    if !open.addUnmarked(body) { close() }
  }

  /// Ends the open report and reads it.
  private mutating func close() {
    guard open.isOpen else { return }
    let ended = open
    open = OpenReport()
    prefix = []
    let (lines, wasBroken) = WrappedLines.join(ended.text)
    let text = Array(lines.joined(separator: [0x0A]))
    guard var report = CrashReport.read(text: text[...], limits: limits) else { return }
    report.lines = ended.first...max(ended.first, ended.last)
    report.stripped = ended.stripped.union(wasBroken ? ["line-breaks"] : []).sorted()
    add(report, text)
  }

  private mutating func add(_ report: CrashReport, _ text: [UInt8]) {
    crashes.append(report)
    if keepsTexts { texts.append(text) }
  }

  // MARK: JSON

  private mutating func begin(
    _ line: ArraySlice<UInt8>, _ found: MarkedLine, _ raw: ArraySlice<UInt8>, _ cleaned: [String]
  ) {
    collector = JSONCollector(
      first: number, prefix: line[..<found.start],
      stripped: cleaned + recordParts + found.stripped, isOfRecords: !recordParts.isEmpty,
      isOneLine: JSONMark.isRecord(line[found.start...]))
    add(line[found.start...], raw)
  }

  /// The lines in a record of a log; nil when `raw` is none.
  private func messages(of raw: ArraySlice<UInt8>) -> [[UInt8]]? {
    let body = LineCleaner.clean(raw).line.trimmed()
    guard body.last == UInt8(ascii: "}"), let start = body.firstIndex(of: UInt8(ascii: "{")),
      LinePrefix.parts(body[..<start]) != nil
    else { return nil }
    return LogRecord.messages(body[start...])
  }

  private mutating func collect(_ raw: ArraySlice<UInt8>) {
    add(collected(raw), raw)
  }

  /// A line of the JSON value that is being read, without its prefix.
  private func collected(_ raw: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let line = LineCleaner.clean(raw).line
    guard let prefix = collector?.prefix, !prefix.isEmpty else { return line }
    return LinePrefix.droppingBeforeJSON(prefix[...], from: line)
  }

  private mutating func add(_ body: ArraySlice<UInt8>, _ raw: ArraySlice<UInt8>) {
    guard var current = collector else { return }
    collector = nil
    switch current.add(body, raw: raw) {
    case .open: collector = current
    case .closed: if !finish(current) { refeed(current) }
    case .invalid: refeed(current, isRefused: current.lines.count == 2)
    }
  }

  /// Reads a whole JSON value; false when it is no report and no record of a log.
  private mutating func finish(_ value: JSONCollector) -> Bool {
    if open.skipsJSON { return true }
    if value.isClosed, value.lines.count == 1, let messages = LogRecord.messages(value.bytes[...]) {
      recordParts = value.stripped + ["json-record"]
      for message in messages {
        if collector == nil {
          read(message[...], [], [], allowsJSON: !value.isOfRecords)
        } else {
          collect(message[...])
        }
      }
      recordParts = []
      return true
    }
    let reports = JSONReports.read(value.bytes[...], limits: limits)
    guard !reports.isEmpty else { return JSONReports.isHeader(value.bytes[...]) }
    close()
    for var report in reports {
      report.lines = value.first...max(value.first, number)
      report.stripped = Set(value.stripped + startStripped).sorted()
      add(report, value.bytes)
    }
    return true
  }

  /// Reads the lines of what was no JSON value as text.
  ///
  /// - Parameter isRefused: Whether the last line showed that the bracket before it opened nothing:
  ///   then it may open a value itself.
  private mutating func refeed(_ value: JSONCollector, isRefused: Bool = false) {
    let current = number
    number = value.first - 1
    for (index, line) in value.lines.enumerated() {
      number += 1
      read(line[...], [], [], allowsJSON: isRefused && index == value.lines.count - 1)
    }
    number = max(number, current)
  }
}
