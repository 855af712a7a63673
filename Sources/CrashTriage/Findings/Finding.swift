/// One bug as the store keeps it: `report.json`.
///
/// Every text in it has been neutralized when it was made, so it may be printed as it stands.
public struct Finding: Codable, Equatable, Sendable {
  /// Whether the bug is still there. A finding that is seen again is opened again.
  public enum Status: String, Codable, Sendable { case open, closed }

  /// One frame after cleaning and neutralizing.
  public struct Frame: Codable, Equatable, Sendable {
    /// Function as in the source, without a mangled name.
    public var function: String
    /// Last component of the source file's path; empty when unknown.
    public var file: String
    /// Line in `file`; 0 when unknown.
    public var line: Int
  }

  /// The law that was broken, from the entry point's line.
  public struct Law: Codable, Equatable, Sendable {
    /// Short stable name of the law.
    public var name: String
    /// Where in the input or the result the law broke.
    public var place: String
    /// The value that the law asks for, as the entry point escaped it.
    public var expected: String
    /// The value that was there instead.
    public var found: String
  }

  /// Inputs whose names are kept.
  public static let maximumInputs = 10

  /// The name of the finding: the fingerprint of the crash that was seen first, as a rule.
  public var fingerprint: String
  /// The fingerprints of all crashes that were found to be this bug, sorted.
  public var buckets: [String]
  /// The fuzz target, or empty when a report did not say.
  public var target: String
  /// Raw value of the kind, such as `index-out-of-range`.
  public var kind: String
  /// One sentence of the report.
  public var message: String
  /// Raw value of the level: `low`, `medium` or `high`.
  public var severity: String
  /// Why the severity is what it is, by what the report showed.
  public var severityReason: String
  /// Nil when the finding is no broken law.
  public var law: Law?
  /// Cleaned frames, innermost first.
  public var frames: [Frame]
  /// Lines between the first line of the function that is blamed and the line of the crash, where the source was at hand:
  /// edits further up in the file do not change it.
  public var distance: Int?
  /// For a stack overflow, the functions that call each other in turn.
  public var cycle: [String]
  /// `read` or `write` where the report says so.
  public var access: String?
  /// Whether the faulting address lies in the first page, as with a null pointer.
  public var isNearNull: Bool
  /// Open until somebody closes it.
  public var status: Status
  /// The day on which it was first triaged, such as `2026-11-24`.
  public var firstSeen: String
  /// SHA-1 names of the first inputs that showed it, sorted.
  public var inputs: [String]
  /// Bytes of the smallest input, nil when no input is known.
  public var inputSize: Int?
  /// How often a replay of the input showed the finding, and how often it was tried.
  public var reproduced: Int?
  /// How many replays were tried; nil when no input is known.
  public var replays: Int?
  /// Whether it fails each time, and if not, what that depends on, as far as replays show.
  public var stability: String?

  /// Most frames that are kept.
  static let maximumFrames = 32

  /// A finding as it is recorded first: open, with every text neutralized, without inputs. `target` may be empty; the
  /// law's own is taken then.
  public init(_ crash: Crash, fingerprint: Fingerprint, target: String, firstSeen: String) {
    let severity = Severity(crash)
    let law = crash.brokenLaw
    self.fingerprint = fingerprint.description
    buckets = [fingerprint.description]
    let named = target.isEmpty ? law?.target ?? "" : target
    self.target = Neutral.isTargetName(named) ? named : ""
    kind = crash.kind.rawValue
    message = Neutral.line(crash.message)
    self.severity = severity.level.rawValue
    severityReason = severity.reason
    self.law = law.map {
      Law(
        name: Neutral.line($0.law), place: Neutral.line($0.place),
        expected: Neutral.line($0.expected), found: Neutral.line($0.found))
    }
    frames = crash.frames.prefix(Self.maximumFrames).map {
      Frame(function: Neutral.line($0.function), file: Neutral.line($0.file), line: $0.line)
    }
    cycle = crash.cycle.prefix(Self.maximumFrames).map { Neutral.line($0) }
    access = crash.access?.rawValue
    isNearNull = crash.isNearNull
    status = .open
    self.firstSeen = Neutral.line(firstSeen, limit: 10)
    inputs = []
  }

  /// The crash as far as it is kept, to hold new ones against.
  var crash: Crash {
    Crash(
      kind: CrashKind(rawValue: kind) ?? .deadlySignal, message: message,
      frames: frames.map { StackFrame(function: $0.function, file: $0.file, line: $0.line) },
      cycle: cycle, access: access.flatMap { CrashReport.Access(rawValue: $0) },
      isNearNull: isNearNull,
      brokenLaw: law.map {
        BrokenLawLine(
          target: target, law: $0.name, place: $0.place, expected: $0.expected, found: $0.found)
      })
  }

  /// The function that is to blame: for a stack overflow the first of those that call each other.
  var blamed: String? { cycle.first ?? crash.core?.function }

  /// What and where, in one line.
  public var title: String {
    let what = CrashKind(rawValue: kind)?.title ?? kind
    if let law { return "Law \(law.name) of \(target) broken at \(law.place)" }
    if let function = blamed { return "\(what) in \(function)" }
    return target.isEmpty ? what : "\(what) in target \(target)"
  }
}
