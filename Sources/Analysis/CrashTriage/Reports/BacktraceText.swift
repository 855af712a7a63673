/// Reads the stacks of gdb, lldb, `coredumpctl`, macOS crash reports and the Swift backtracer.
struct BacktraceText: LineReading {
  /// Whose frames are being read.
  private enum Section { case unknown, crashed, other }

  let limits: CrashReport.Limits
  private var headline: (format: CrashReport.Format, kind: CrashKind, message: String)?
  private var trap: (kind: CrashKind, message: String)?
  private var property: PropertyViolationLine?
  private var address: UInt64?
  private var section = Section.unknown
  private var inSwiftStack = false
  /// While the runtime prints its own stack above the one that counts.
  private var inRuntimeStack = false
  private var runtimeFrames: [StackFrame] = []
  private var format: CrashReport.Format?
  private var frames: [StackFrame] = []
  private(set) var isComplete = false

  init(limits: CrashReport.Limits) { self.limits = limits }

  mutating func take(_ raw: ArraySlice<UInt8>) {
    let line = Self.withoutEscapes(raw).trimmed()
    if let numbered = BacktraceLine.read(line, inSwiftStack: inSwiftStack) {
      add(numbered)
    } else if takePlace(line) || takeThread(line) {
      return
    } else {
      if property == nil, let line = PropertyViolationLine(line) { property = line }
      if trap == nil { trap = TrapMessage.read(line) ?? TrapMessage.starred(line) }
      if headline == nil { takeHeadline(line) }
    }
  }

  private mutating func add(_ numbered: BacktraceLine.Numbered) {
    if inRuntimeStack, numbered.format == .appleCrash {
      if runtimeFrames.count < limits.frames { runtimeFrames.append(numbered.frame) }
      return
    }
    inRuntimeStack = false
    guard section != .other else { return }
    // A second stack without a word of its thread is another thread's.
    if numbered.number == 0, frames.count > 1 { section = .other }
    guard section != .other, frames.count < limits.frames else { return }
    format = format ?? numbered.format
    frames.append(numbered.frame)
  }

  /// gdb breaks long lines before ` at FILE:LINE`.
  private mutating func takePlace(_ line: ArraySlice<UInt8>) -> Bool {
    guard format == .gdb, section != .other, let last = frames.indices.last,
      frames[last].file.isEmpty
    else { return false }
    if line.starts(with: "at ") {
      BacktraceLine.place(line.dropFirst(3), &frames[last])
      return true
    }
    return false
  }

  /// A line that says whose stack follows.
  private mutating func takeThread(_ line: ArraySlice<UInt8>) -> Bool {
    let isCrashed: Bool
    if line.starts(with: "Current stack trace:") {
      inRuntimeStack = true
      return true
    } else if line.starts(with: "Thread ") {
      // `Thread 3 Crashed:` of macOS, `Thread 0 "name" crashed:` of Swift, `Thread 1 (LWP 7):` of gdb.
      let tail = line.dropFirst(7).drop(while: ASCII.isDigit)
      if line.contains("rashed:") {
        isCrashed = true
        inSwiftStack = line.contains("crashed:")
      } else if tail.starts(with: " (") {
        isCrashed = line.starts(with: "Thread 1 (")
      } else if tail.first == UInt8(ascii: ":") || tail.starts(with: "::") {
        isCrashed = false
      } else {
        return false
      }
    } else if line.starts(with: "* thread #") {
      takeHeadline(line)
      isCrashed = true
    } else if line.starts(with: "thread #") || line.starts(with: "Stack trace of thread ") {
      isCrashed = frames.isEmpty && section == .unknown && line.first == UInt8(ascii: "S")
    } else {
      return false
    }
    if isCrashed {
      if section == .crashed, !frames.isEmpty { return true }
      (section, frames) = (.crashed, [])
    } else {
      if section == .crashed, !frames.isEmpty { isComplete = true }
      if section == .unknown, frames.isEmpty { section = .other }
      if !frames.isEmpty { section = .other }
    }
    return true
  }

  private mutating func takeHeadline(_ line: ArraySlice<UInt8>) {
    let openings: [(text: String, format: CrashReport.Format)] = [
      ("received signal ", .gdb), ("terminated with signal ", .gdb), ("stop reason = ", .lldb),
      ("Signal: ", .coreSummary), ("Exception Type: ", .appleCrash),
      ("Program crashed: ", .swiftText), ("*** Signal ", .swiftText),
    ]
    for (text, format) in openings {
      guard let rest = line.after(text) else { continue }
      // A word of a person's text is no headline: these stand at the front.
      if format == .coreSummary || format == .appleCrash, !line.starts(with: text) { continue }
      let named = TrapMessage.read(rest)
      guard let kind = named?.kind ?? SignalWords.kind(rest) else { continue }
      headline = (format, kind, named?.message ?? Self.sentence(rest))
      let digits =
        rest.after("address=0x") ?? rest.after(" at 0x")
      address = digits.flatMap { UInt64($0.prefix(while: ASCII.isHexDigit).text, radix: 16) }
      return
    }
  }

  private static func sentence(_ text: ArraySlice<UInt8>) -> String {
    let end = [" at 0x", " (code="].compactMap { text.firstIndex(of: $0) }.min()
    return text[..<(end ?? text.endIndex)].trimmed().text
  }

  /// Colours of a terminal are no part of a report.
  private static func withoutEscapes(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard line.contains(0x1B) else { return line }
    var out: [UInt8] = []
    var rest = line
    while let escape = rest.firstIndex(of: 0x1B) {
      out += rest[..<escape]
      rest = rest[(escape + 1)...]
      guard rest.first == UInt8(ascii: "[") else { continue }
      rest = rest.dropFirst().drop { !(0x40...0x7E).contains($0) }.dropFirst()
    }
    return (out + rest)[...]
  }

  /// Nil when nothing told of a crash: a stack alone may be anybody's.
  var report: CrashReport? {
    let frames = frames.isEmpty ? runtimeFrames : frames
    if let property {
      return CrashReport(
        format: format ?? .propertyViolation, kind: .propertyViolation,
        message: "\(property.property) broken at \(property.place)", frames: frames,
        propertyViolation: property)
    }
    guard headline != nil || trap != nil else { return nil }
    var (kind, message) = (headline?.kind ?? .trap, headline?.message ?? "")
    if headline == nil || kind.isVague, let named = trap ?? artificialFrame {
      (kind, message) = named
    }
    return CrashReport(
      format: headline?.format ?? format.map { $0 == .appleCrash ? .swiftMessage : $0 }
        ?? .swiftMessage,
      kind: kind, message: message, frames: frames,
      isNearNull: kind == .segmentationFault && (address ?? .max) < 0x1000)
  }

  private var artificialFrame: (kind: CrashKind, message: String)? {
    TrapMessage.artificial(in: frames.isEmpty ? runtimeFrames : frames)
  }
}
