/// One bug as the store keeps it: `report.json`.
///
/// Every text in it has been neutralized when it was made, so it may be printed as it stands.
public struct Finding: Codable, Equatable, Sendable {
  public enum Status: String, Codable, Sendable { case open, closed }

  public struct Frame: Codable, Equatable, Sendable {
    public var function: String
    public var file: String
    public var line: Int
  }

  public struct Law: Codable, Equatable, Sendable {
    public var name: String
    public var place: String
    public var expected: String
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
  public var kind: String
  public var message: String
  public var severity: String
  public var severityReason: String
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
  public var isNearNull: Bool
  public var status: Status
  /// The day on which it was first triaged, such as `2026-11-24`.
  public var firstSeen: String
  /// SHA-1 names of the first inputs that showed it, sorted.
  public var inputs: [String]
  /// Bytes of the smallest input, nil when no input is known.
  public var inputSize: Int?
  /// How often a replay of the input showed the finding, and how often it was tried.
  public var reproduced: Int?
  public var replays: Int?
  /// Whether it fails each time, and if not, what that depends on, as far as replays show.
  public var stability: String?

  /// Most frames that are kept.
  static let maximumFrames = 32

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
