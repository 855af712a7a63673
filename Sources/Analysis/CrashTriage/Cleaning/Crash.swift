/// A crash after cleaning, as people and fingerprints see it.
package struct Crash: Equatable, Sendable {
  /// The kind, from the whole report.
  package var kind: CrashKind
  /// One sentence of the report, without addresses and paths, not escaped yet.
  package var message: String
  /// Frames that may be blamed, innermost first, functions as in the source, recursion folded.
  package var frames: [StackFrame]
  /// Where no frame may be blamed, the innermost functions of Swift's runtime: they may tell two
  /// such crashes apart.
  package var runtime: [String]
  /// For a stack overflow, the functions that call each other in turn.
  package var cycle: [String]
  /// Direction of a bad memory access; nil where the report does not say.
  package var access: CrashReport.Access?
  /// Whether the faulting address lies in the first page, as with a null pointer.
  package var isNearNull: Bool
  /// `FILE:LINE` or `MODULE+0xOFFSET`, where the report names no function that may be blamed.
  package var place: String?
  /// Where a report without a frame and a place comes from: two such reports are never one crash.
  package var origin = ""
  /// Whether the compiler put the trap into the blamed function, as it does when it optimizes;
  /// false where the report does not show it.
  var isInlineTrap = false
  /// The line of the entry point for a violated property; nil for every other kind.
  package var propertyViolation: PropertyViolationLine?

  private static let deepStack = 100

  /// The frame that is blamed; nil when none may be.
  package var core: StackFrame? {
    frames.isEmpty ? nil : frames[CoreFrame.index(in: frames, kind: kind)]
  }

  /// Cleans `report`.
  ///
  /// - Parameter demangle: Names in, demangled names out, equally many and in the same order;
  ///   called at most once, with every name of the report. A result of another length is ignored.
  package init(_ report: CrashReport, demangle: ([String]) -> [String]) {
    var cleaner = FrameCleaner([report], demangle: demangle)
    self.init(report, &cleaner)
  }

  /// Cleans `reports` together: every name is demangled and judged once. O(frames).
  package static func clean(_ reports: [CrashReport], demangle: ([String]) -> [String]) -> [Crash] {
    var cleaner = FrameCleaner(reports, demangle: demangle)
    return reports.map { Crash($0, &cleaner) }
  }

  /// Every frame of `report` with its verdict, for `triage --explain`.
  package static func judge(
    _ report: CrashReport, demangle: ([String]) -> [String]
  ) -> [JudgedFrame] {
    var cleaner = FrameCleaner([report], demangle: demangle)
    return cleaner.judge(report.frames)
  }

  private init(_ report: CrashReport, _ cleaner: inout FrameCleaner) {
    kind = report.kind
    message = MessageText.cleaned(report.message)
    access = report.access
    isNearNull = report.isNearNull
    propertyViolation = report.propertyViolation
    let judged = cleaner.judge(report.frames)
    let own = judged.filter { $0.verdict == .own }.map(FrameCleaner.own)
    isInlineTrap = judged.prefix { $0.verdict != .own }.contains {
      $0.frame.function.hasPrefix("Swift runtime failure: ")
    }
    let joined = Self.joined(own)
    (frames, cycle) = Recursion.fold(joined.frames)
    runtime = own.isEmpty ? FrameCleaner.runtime(judged) : []
    if own.isEmpty { blameEntry(judged, report) }
    if cycle.isEmpty, joined.longestRun > 2 { cycle = [joined.repeated] }
    // A debugger sees a bad address where a sanitizer knows the end of the stack; no other stack is
    // that deep.
    let depth = max(own.count, report.depth)
    if kind == .segmentationFault, !cycle.isEmpty, depth >= Self.deepStack,
      own.count >= 8 * frames.count || report.depth >= 8 * frames.count
    {
      kind = .stackOverflow
    }
    if kind != .stackOverflow { cycle = [] }
  }

  /// Without a frame that may be blamed: code of the entry point itself, else the place of the
  /// message, else the offset in the program.
  private mutating func blameEntry(_ judged: [JudgedFrame], _ report: CrashReport) {
    if let place = report.place, !place.isOfToolchain { self.place = place.name }
    origin = report.origin
    guard propertyViolation == nil, place == nil else { return }
    if let entry = judged.first(where: { $0.verdict == .entry }), entry.frame.line > 0,
      ["main", "LLVMFuzzerTestOneInput"].contains(entry.name),
      FrameRules.placeRule(file: entry.frame.file, image: entry.frame.image) == nil
    {
      place = "\(FrameCleaner.lastComponent(entry.frame.file)):\(entry.frame.line)"
      return
    }
    place = FrameCleaner.offsetPlace(judged)
  }

  init(
    kind: CrashKind, message: String, frames: [StackFrame], runtime: [String] = [],
    cycle: [String] = [], access: CrashReport.Access? = nil, isNearNull: Bool = false,
    place: String? = nil, propertyViolation: PropertyViolationLine? = nil
  ) {
    self.kind = kind
    self.message = message
    self.frames = frames
    self.runtime = runtime
    self.cycle = cycle
    self.access = access
    self.isNearNull = isNearNull
    self.place = place
    self.propertyViolation = propertyViolation
  }

  /// The frames that repeated runs of one input share: the clock stops a hang anywhere, but the
  /// outer functions are there each time.
  package func common(with other: Crash) -> Crash {
    var both = self
    let shared = zip(frames.reversed(), other.frames.reversed()).prefix {
      $0.function == $1.function
    }
    if !shared.isEmpty { both.frames = shared.map(\.0).reversed() }
    return both
  }

  /// This crash with what another report of the same crash knows better: a debug build's message,
  /// frames where this report has none, a kind where this one is vague.
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
    if both.frames.isEmpty {
      (both.frames, both.runtime) = (other.frames, other.runtime)
      both.place = other.frames.isEmpty ? both.place ?? other.place : nil
    }
    return both
  }

  /// Merges neighboring frames of one function: a closure and its function, a function and its
  /// specialization, a function that calls itself. Gives the longest run of one function.
  private static func joined(
    _ frames: [StackFrame]
  ) -> (frames: [StackFrame], repeated: String, longestRun: Int) {
    var out: [StackFrame] = []
    var (repeated, longestRun, run) = ("", 0, 0)
    for frame in frames {
      if out.last?.function == frame.function {
        run += 1
        // The place of the innermost counts, where it has one.
        if let last = out.indices.last, out[last].line == 0, frame.line > 0 { out[last] = frame }
      } else {
        out.append(frame)
        run = 1
      }
      if run > longestRun { (repeated, longestRun) = (frame.function, run) }
    }
    return (out, repeated, longestRun)
  }
}
