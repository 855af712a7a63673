/// The lines of one crash while a log is scanned, and whether the next marked line still belongs to
/// it.
struct OpenReport: Sendable {
  /// Lines of one report that are kept; a longer report loses the rest.
  static let maximumLines = 20_000
  /// Unmarked lines after which a report has ended.
  static let maximumGap = 256

  private(set) var lines: [[UInt8]] = []
  /// Lines up to the last marked one.
  private(set) var markedCount = 0
  private(set) var first = 0
  private(set) var last = 0
  private var parts: [String: Int] = [:]
  private var undone: Set<String> = []
  private var markedLines = 0
  /// Whether the JSON form of this report follows its text.
  private(set) var skipsJSON = false

  private var message: [UInt8]?
  private var headline: [UInt8]?
  private var hasFrames = false
  private var inRuntimeStack = false
  private var hasRuntimeFrames = false
  private var isSummarized = false
  /// Whether a debugger let the process go on after the headline.
  private var hasResumed = false
  private var observers: [LineMark.Observer] = []
  /// Numbers of the lines of the last message and headline.
  private var messageNumber = 0
  private var headlineNumber = 0

  var isOpen: Bool { !lines.isEmpty }

  /// Whether the report is a panic of another language, whose stack has no marks.
  private var isForeign: Bool { headline.map { ForeignPanic.opens($0[...]) } ?? false }

  /// The lines of the report: up to the last marked one, or more of a stack without marks.
  var text: ArraySlice<[UInt8]> {
    lines[..<min(lines.count, isForeign ? markedCount + ForeignPanic.maximumLines : markedCount)]
  }

  /// What was undone in any line, and the parts of the prefix of at least half of the marked lines:
  /// a sign at a single line belongs to its format.
  var stripped: Set<String> {
    undone.union(parts.filter { 2 * $0.value >= markedLines }.keys)
  }

  /// Whether a line with `mark` begins another report.
  func isEnded(by mark: LineMark, _ text: ArraySlice<UInt8>, number: Int) -> Bool {
    guard isOpen else { return false }
    switch mark {
    case .message: return isEnded(byMessage: text, number)
    case .headline: return isEnded(byHeadline: text)
    case .observer(let who):
      // The same witness twice has seen two deaths.
      return observers.contains(who) && !(who == .service && !hasFrames)
    case .boundary: return true
    case .preamble:
      // Android's tombstone follows the line of the C library.
      if text.starts(with: "*** ***") { return hasFrames }
      return hasFrames || headline != nil || !observers.isEmpty
    case .stack, .frame, .detail, .summary, .fullReport, .json: return false
    }
  }

  private func isEnded(byMessage text: ArraySlice<UInt8>, _ number: Int) -> Bool {
    // The words of a panic may stand in the line after its place.
    if isForeign { return number - headlineNumber > 1 }
    if let message, Self.isSecondHalf(of: message[...], text) { return false }
    if hasFrames || isSummarized || hasRuntimeFrames { return true }
    // The process is dead.
    if observers.contains(.shell) || observers.contains(.service) { return true }
    if let message {
      // Printed twice by the runtime and a tool, or by two processes.
      return !(message.elementsEqual(text) && number - messageNumber <= 3)
        && !(headline != nil && observers.isEmpty && number - headlineNumber < 40)
    }
    return !observers.isEmpty && headline == nil
  }

  private func isEnded(byHeadline text: ArraySlice<UInt8>) -> Bool {
    if isForeign || ForeignPanic.opens(text) { return true }
    // lldb prints a stop again above its backtrace.
    if let headline, text.elementsEqual(headline), text.contains("stop reason = "), !hasResumed {
      return false
    }
    if hasFrames { return true }
    guard let headline else {
      return message == nil ? false : observers.contains(.shell) && !Self.isDebugger(text)
    }
    // One tool after the other about one death: `*** Signal 4` and `*** Program crashed`.
    if Self.isContinuation(of: headline[...], text) { return false }
    // Undefined behavior that was only reported, and then a signal.
    let isVague =
      text.contains("deadly signal") || text.contains("Sanitizer: ILL")
      || text.contains("Sanitizer: TRAP") || text.contains("Sanitizer: ABRT")
    return !(isVague && !text.contains("runtime error: "))
  }

  private static func isDebugger(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains("received signal ") || text.contains("terminated with signal ")
  }

  private static let families = [
    ["*** Signal ", "Program crashed: "],
    ["Exception Type:", "Exception: ", "EXC_", "Crashed: ", "Fatal Exception: "],
    ["Process ", "stop reason = "], ["Fatal signal ", "signal "],
    ["Signal: ", "COREDUMP_SIGNAL"], ["PLEASE submit", "Stack dump:", "Exception Code:"],
    ["Faulting application", "Exception code"],
  ]

  private static func isContinuation(
    of headline: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>
  ) -> Bool {
    families.contains { family in
      guard let one = family.first(where: { headline.contains($0) }),
        let two = family.first(where: { text.contains($0) })
      else { return false }
      // The same words again are another crash.
      return one != two
    }
  }

  /// The two messages of an exclusivity violation, and a message that a tool repeats in other
  /// words.
  private static func isSecondHalf(
    of message: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>
  ) -> Bool {
    if text.starts(with: "Fatal access conflict") { return message.starts(with: "Simultaneous") }
    if text.starts(with: "Swift runtime failure: ") { return true }
    return text.starts(with: "*** error for object") || message.starts(with: "terminate called")
      || message.starts(with: "libc++abi: ") && text.contains("terminating")
      || message.starts(with: "HEAP") && text.starts(with: "Critical error detected")
      || message.starts(with: "==scenefuzz==")
      || text.starts(with: "Assertion failed")
        && message.starts(with: "Assertion failed") && text.elementsEqual(message)
  }

  mutating func add(
    _ text: ArraySlice<UInt8>, mark: LineMark, number: Int, undone cleaned: [String],
    stripped parts: [String]
  ) {
    switch mark {
    case .message:
      message = message ?? Array(text)
      messageNumber = number
      inRuntimeStack = false
    case .headline:
      headline = headline ?? Array(text)
      headlineNumber = number
      inRuntimeStack = false
      hasRuntimeFrames = false
    case .observer(let who):
      observers.append(who)
      inRuntimeStack = false
    case .stack: inRuntimeStack = text.starts(with: "Current stack trace:")
    case .frame:
      // Another thread's or an allocation's: what the summary ended has all its frames.
      if isSummarized { return }
      // Before a tool names the crash, the frames are those that the runtime prints with its
      // message.
      if inRuntimeStack || headline == nil && observers.isEmpty {
        hasRuntimeFrames = true
      } else {
        hasFrames = true
      }
    case .summary: isSummarized = true
    case .fullReport: skipsJSON = true
    case .detail: hasResumed = hasResumed || headline != nil && text.starts(with: "Process ")
    case .preamble, .boundary, .json: break
    }
    if lines.isEmpty { first = number }
    last = number
    markedLines += 1
    undone.formUnion(cleaned)
    for part in Set(parts) { self.parts[part, default: 0] += 1 }
    append(text)
    markedCount = lines.count
  }

  /// A line without a mark; false when so many came that the report has ended.
  mutating func addUnmarked(_ text: ArraySlice<UInt8>) -> Bool {
    append(text)
    return lines.count - markedCount < Self.maximumGap
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    if lines.count < Self.maximumLines { lines.append(Array(text)) }
  }
}
