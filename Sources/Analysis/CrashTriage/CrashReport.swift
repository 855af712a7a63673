/// One crash as a report describes it, before cleaning.
///
/// Reports are written by a process that just failed on hostile input, so they are read like any
/// other hostile input: bounded, in linear time, never trapping.
package struct CrashReport: Equatable, Sendable {
  /// The grammar of a report; the raw value is part of the JSON output.
  package enum Format: String, Sendable {
    case libFuzzer = "libfuzzer"
    case addressSanitizer = "asan"
    case undefinedBehaviorSanitizer = "ubsan"
    case leakSanitizer = "lsan"
    case threadSanitizer = "tsan"
    case memorySanitizer = "msan"
    case swiftBacktrace = "swift-backtrace-json"
    case swiftText = "swift-backtrace"
    /// The text of the package swift-backtrace.
    case swiftBacktracePackage = "swift-backtrace-package"
    case gdb
    case lldb
    case coreSummary = "core-summary"
    case appleCrash = "apple-crash"
    case appleIPS = "apple-ips"
    case metricKit = "metrickit"
    case crashlytics
    case sentry
    case tombstone = "android-tombstone"
    case kernel
    case shell
    case glibc
    case windows
    case llvmStackDump = "llvm-stack-dump"
    case casr
    case assertion = "c-assertion"
    case swiftMessage = "swift-message"
    case propertyViolation = "broken-property"
    /// A panic of another language.
    case foreign
  }

  /// Direction of a bad memory access.
  package enum Access: String, Sendable { case read, write }

  /// The grammar by which the report was read.
  package var format: Format
  /// Kind of crash that the report states.
  package var kind: CrashKind
  /// One sentence of the report: the message of a trap, a sanitizer's line, or the property and its
  /// place.
  package var message: String
  /// The stack as printed, innermost first.
  package var frames: [StackFrame]
  /// Direction of a bad memory access; nil where the report does not say.
  package var access: Access?
  /// Whether the faulting address lies in the first page.
  package var isNearNull: Bool
  /// The entry point's line for a violated property; nil for every other kind.
  package var propertyViolation: PropertyViolationLine?
  /// The source place that a message names; nil for most.
  package var place: SourcePlace?
  /// The file and lines of the report, where a caller reads files; empty otherwise.
  package var origin = ""
  /// Frames of the stack in the process, 0 when not known: a report may leave out the middle of a
  /// deep one.
  package var depth = 0
  /// First and last line of the report in its file, counted from 1; nil when it was read without a
  /// file.
  package var lines: ClosedRange<Int>?
  /// What was removed from the lines before they were read, sorted.
  package var stripped: [String] = []
  /// Hints about the report for a person.
  package var notes: [String] = []

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

  /// Limits of the readers; the rest of a longer report is skipped.
  package struct Limits: Sendable {
    /// Maximum bytes of a text given as a whole.
    package var bytes = 8 << 20
    /// Maximum bytes of a line; the rest of a longer one is skipped.
    package var lineBytes = 16 << 10
    /// Maximum frames of a stack.
    package var frames = 2048

    package init() {}
  }

  /// The first crash in `text`; nil when it contains none. O(bytes).
  package static func read(_ text: String, limits: Limits = Limits()) -> CrashReport? {
    read(bytes: Array(text.utf8.prefix(limits.bytes)), limits: limits)
  }

  /// The first crash in `bytes`, which need not be UTF-8.
  package static func read(bytes: [UInt8], limits: Limits = Limits()) -> CrashReport? {
    all(bytes: bytes, limits: limits).first
  }

  /// Every crash in `bytes`, in order. O(bytes).
  package static func all(bytes: [UInt8], limits: Limits = Limits()) -> [CrashReport] {
    var scanner = CrashScanner(limits: limits)
    scanner.take(bytes.count > limits.bytes ? Array(bytes.prefix(limits.bytes)) : bytes)
    return scanner.finish()
  }

  /// Whether no tool, only a message, announces the crash.
  private var isHeadless: Bool {
    format == .swiftMessage || format == .propertyViolation || format == .assertion
  }

  /// Reads the cleaned lines of one report.
  static func read(text: ArraySlice<UInt8>, limits: Limits) -> CrashReport? {
    let sanitizer = SanitizerText.read(text, limits: limits)
    // A message or a property alone may stand before the stack of a debugger.
    guard sanitizer?.frames.isEmpty ?? true, sanitizer?.isHeadless ?? true else { return sanitizer }
    guard let debugger = BacktraceText.read(text, limits: limits) else {
      return sanitizer ?? ForeignPanic.read(text, limits: limits)
    }
    return debugger.frames.isEmpty && debugger.format == .swiftMessage
      ? sanitizer ?? debugger : debugger
  }
}
