/// A crash after cleaning: what a person and a fingerprint look at.
public struct Crash: Equatable, Sendable {
  public var kind: CrashKind
  public var message: String
  /// Frames of the project's own code, innermost first, functions as in the source, recursion folded.
  public var frames: [StackFrame]
  /// For a stack overflow, the functions that call each other in turn.
  public var cycle: [String]
  public var access: CrashReport.Access?
  public var isNearNull: Bool
  public var brokenLaw: BrokenLawLine?

  /// Cleans `report`.
  ///
  /// - Parameter demangle: Names in, demangled names out, equally many and in the same order; called at most once,
  ///   with every name of the report. A result of another length is ignored.
  public init(_ report: CrashReport, demangle: ([String]) -> [String]) {
    kind = report.kind
    message = Self.withoutAddresses(report.message)
    access = report.access
    isNearNull = report.isNearNull
    brokenLaw = report.brokenLaw
    let names = Array(Set(report.frames.map(\.function))).sorted()
    let demangled = names.isEmpty ? [] : demangle(names)
    var peeled: [String: String] = [:]
    for (index, name) in names.enumerated() {
      peeled[name] = FunctionName.peel(demangled.count == names.count ? demangled[index] : name)
    }
    var own: [StackFrame] = []
    for frame in report.frames {
      var clean = frame
      clean.function = peeled[frame.function] ?? frame.function
      if FrameRules.isEntry(clean.function) { break }
      guard !FrameRules.isRuntime(clean) else { continue }
      clean.file = Self.lastComponent(frame.file)
      clean.image = ""
      clean.offset = 0
      own.append(clean)
    }
    let joined = Self.joined(own)
    (frames, cycle) = Recursion.fold(joined.frames)
    if cycle.isEmpty, joined.longestRun > 2 { cycle = [joined.repeated] }
    if kind != .stackOverflow { cycle = [] }
  }

  /// This crash with what another report of the same crash says better: a debug build's message, frames where this
  /// report has none, a kind where this one is vague.
  public func explained(by other: Crash) -> Crash {
    var both = self
    if kind.isVague, !other.kind.isVague {
      both.kind = other.kind
      both.message = other.message
      both.access = other.access
      both.isNearNull = other.isNearNull
      both.brokenLaw = other.brokenLaw
      both.cycle = other.cycle
    } else if kind == other.kind, !other.message.isEmpty, !kind.isVague {
      both.message = other.message
    }
    if both.frames.isEmpty { both.frames = other.frames }
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

  private static func lastComponent(_ path: String) -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    return name == "<compiler-generated>" ? "" : String(name)
  }
}
