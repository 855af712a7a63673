/// A crash after cleaning: what a person and a fingerprint look at.
package struct Crash: Equatable, Sendable {
  /// What happened, as far as the whole report tells.
  package var kind: CrashKind
  /// One sentence of the report, not neutralized yet.
  package var message: String
  /// Frames of the project's own code, innermost first, functions as in the source, recursion folded.
  package var frames: [StackFrame]
  /// Where no frame is ours, the innermost functions of the Swift runtime: they may tell two such crashes apart.
  package var runtime: [String]
  /// For a stack overflow, the functions that call each other in turn.
  package var cycle: [String]
  /// Whether memory was read or written; nil where the report does not say.
  package var access: CrashReport.Access?
  /// Whether the faulting address lies in the first page, as with a null pointer.
  package var isNearNull: Bool
  /// For a broken property, the entry point's line; nil for all else.
  package var propertyViolation: PropertyViolationLine?

  private static let deepStack = 100

  /// The frame that the crash is blamed on; nil when no frame is ours.
  package var core: StackFrame? {
    frames.isEmpty ? nil : frames[CoreFrame.index(in: frames, kind: kind)]
  }

  /// Cleans `report`.
  ///
  /// - Parameter demangle: Names in, demangled names out, equally many and in the same order; called at most once,
  ///   with every name of the report. A result of another length is ignored.
  package init(_ report: CrashReport, demangle: ([String]) -> [String]) {
    var cleaner = FrameCleaner([report], demangle: demangle)
    self.init(report, &cleaner)
  }

  /// Cleans `reports` together: every name is demangled and judged once. O(frames).
  package static func clean(_ reports: [CrashReport], demangle: ([String]) -> [String]) -> [Crash] {
    var cleaner = FrameCleaner(reports, demangle: demangle)
    return reports.map { Crash($0, &cleaner) }
  }

  private init(_ report: CrashReport, _ cleaner: inout FrameCleaner) {
    kind = report.kind
    message = Self.withoutAddresses(report.message)
    access = report.access
    isNearNull = report.isNearNull
    propertyViolation = report.propertyViolation
    let own = cleaner.own(report.frames)
    runtime = own.isEmpty ? cleaner.runtime(report.frames) : []
    let joined = Self.joined(own)
    (frames, cycle) = Recursion.fold(joined.frames)
    if cycle.isEmpty, joined.longestRun > 2 { cycle = [joined.repeated] }
    // A debugger sees a bad address where a sanitizer knows the stack's end; nothing else nests that deep.
    if kind == .segmentationFault, !cycle.isEmpty, own.count >= Self.deepStack,
      own.count >= 8 * frames.count
    {
      kind = .stackOverflow
    }
    if kind != .stackOverflow { cycle = [] }
  }

  init(
    kind: CrashKind, message: String, frames: [StackFrame], runtime: [String] = [],
    cycle: [String] = [], access: CrashReport.Access? = nil, isNearNull: Bool = false,
    propertyViolation: PropertyViolationLine? = nil
  ) {
    self.kind = kind
    self.message = message
    self.frames = frames
    self.runtime = runtime
    self.cycle = cycle
    self.access = access
    self.isNearNull = isNearNull
    self.propertyViolation = propertyViolation
  }

  /// What repeated runs of one input have in common: a hang is wherever the clock stopped it, but the functions further
  /// out were there each time.
  package func common(with other: Crash) -> Crash {
    var both = self
    let shared = zip(frames.reversed(), other.frames.reversed()).prefix {
      $0.function == $1.function
    }
    if !shared.isEmpty { both.frames = shared.map(\.0).reversed() }
    return both
  }

  /// This crash with what another report of the same crash says better: a debug build's message, frames where this
  /// report has none, a kind where this one is vague.
  package func explained(by other: Crash) -> Crash {
    var both = self
    if kind.isVague, !other.kind.isVague {
      both.kind = other.kind
      both.message = other.message
      both.access = other.access
      both.isNearNull = other.isNearNull
      both.propertyViolation = other.propertyViolation
      both.cycle = other.cycle
    } else if kind == other.kind, !other.message.isEmpty, !kind.isVague {
      both.message = other.message
    }
    if both.frames.isEmpty { (both.frames, both.runtime) = (other.frames, other.runtime) }
    return both
  }

  /// A closure and its function, or a function and its specialization, stand one above the other as one place; so
  /// does a function that calls itself, which is why the longest run is told.
  private static func joined(
    _ frames: [StackFrame]
  ) -> (frames: [StackFrame], repeated: String, longestRun: Int) {
    var out: [StackFrame] = []
    var (repeated, longestRun, run) = ("", 0, 0)
    for frame in frames {
      if out.last?.function == frame.function {
        run += 1
      } else {
        out.append(frame)
        run = 1
      }
      if run > longestRun { (repeated, longestRun) = (frame.function, run) }
    }
    return (out, repeated, longestRun)
  }

  /// The message as every run of one crash has it: addresses and sizes in use differ.
  private static func withoutAddresses(_ message: String) -> String {
    var rest = Array(message.utf8)[...]
    if let used = rest.firstIndex(of: " (used: ") { rest = rest[..<used] }
    var out: [UInt8] = []
    while let hit = rest.firstIndex(of: "0x") {
      let digits = rest[(hit + 2)...].prefix(while: ASCII.isHexDigit)
      out +=
        rest[..<hit] + (digits.count < 5 ? rest[hit..<digits.endIndex] : Array("ADDRESS".utf8)[...])
      rest = rest[digits.endIndex...]
    }
    return String(decoding: out + rest, as: UTF8.self)
  }
}
