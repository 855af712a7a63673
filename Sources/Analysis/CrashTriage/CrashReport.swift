/// What one report says about one crash: the text as read, nothing cleaned and nothing guessed.
///
/// Reports are written by a process that has just gone wrong on hostile input, so they are read like any other
/// hostile input: bounded, in linear time, never trapping.
package struct CrashReport: Equatable, Sendable {
  /// Where a report comes from; the raw value stands in JSON.
  package enum Format: String, Sendable {
    case libFuzzer = "libfuzzer"
    case addressSanitizer = "asan"
    case undefinedBehaviorSanitizer = "ubsan"
    case leakSanitizer = "lsan"
    case threadSanitizer = "tsan"
    case memorySanitizer = "msan"
    case swiftBacktrace = "swift-backtrace-json"
    case swiftText = "swift-backtrace"
    case gdb
    case lldb
    case coreSummary = "core-summary"
    case appleCrash = "apple-crash"
    case appleIPS = "apple-ips"
    case casr
    case swiftMessage = "swift-message"
    case propertyViolation = "broken-property"
  }

  /// What a memory error did at the faulting address.
  package enum Access: String, Sendable { case read, write }

  /// Which grammar the report was read by.
  package var format: Format
  /// What the report says that happened.
  package var kind: CrashKind
  /// One sentence of the report: the trap message, the sanitizer's line, or the property and its place.
  package var message: String
  /// The stack as printed, innermost first.
  package var frames: [StackFrame]
  /// Whether a memory error read or wrote, where the report says so.
  package var access: Access?
  /// Whether the faulting address lies in the first page.
  package var isNearNull: Bool
  /// The entry point's line when a property was broken; nil for all else.
  package var propertyViolation: PropertyViolationLine?

  /// A report in hand; what is left out is unknown.
  package init(
    format: Format, kind: CrashKind, message: String = "", frames: [StackFrame] = [],
    access: Access? = nil, isNearNull: Bool = false, propertyViolation: PropertyViolationLine? = nil
  ) {
    self.format = format
    self.kind = kind
    self.message = message
    self.frames = frames
    self.access = access
    self.isNearNull = isNearNull
    self.propertyViolation = propertyViolation
  }

  /// What a reader of reports spends at most; the rest of a longer report is not looked at.
  package struct Limits: Sendable {
    /// Most bytes of the report that are looked at.
    package var bytes = 8 << 20
    /// Longest line in bytes; the rest of a longer one is passed over.
    package var lineBytes = 16 << 10
    /// Most frames of a stack that are kept.
    package var frames = 2048

    /// The defaults: those of the properties.
    package init() {}
  }

  /// Reads the first crash that `text` tells of: a Swift backtrace in text or JSON, the text of libFuzzer, a sanitizer,
  /// the Swift runtime or a broken property, a stack of gdb or lldb, a core summary, a macOS crash report or a CASR report.
  /// Nil when it tells of none. O(bytes).
  package static func read(_ text: String, limits: Limits = Limits()) -> CrashReport? {
    read(bytes: Array(text.utf8.prefix(limits.bytes)), limits: limits)
  }

  /// Whether no line of a tool stood above what was read.
  private var isHeadless: Bool { format == .swiftMessage || format == .propertyViolation }

  /// The same on bytes, which need not be UTF-8.
  package static func read(bytes: [UInt8], limits: Limits = Limits()) -> CrashReport? {
    let start = bytes.firstIndex { !ASCII.isSpace($0) } ?? bytes.endIndex
    let body = bytes[start...].prefix(limits.bytes)
    if body.first == UInt8(ascii: "{"),
      let report = SwiftBacktraceJSON.read(body, limits: limits)
        ?? AppleReportJSON.read(body, limits: limits) ?? CASRReport.read(body, limits: limits)
    {
      return report
    }
    let sanitizer = SanitizerText.read(body, limits: limits)
    // A message or a property alone may stand above the stack of a debugger.
    guard sanitizer?.frames.isEmpty ?? true, sanitizer?.isHeadless ?? true else { return sanitizer }
    guard let debugger = BacktraceText.read(body, limits: limits) else { return sanitizer }
    return debugger.frames.isEmpty ? sanitizer ?? debugger : debugger
  }
}
