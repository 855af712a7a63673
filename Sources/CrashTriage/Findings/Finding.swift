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

  public var fingerprint: String
  /// The fuzz target, or empty when a report did not say.
  public var target: String
  public var kind: String
  public var message: String
  public var severity: String
  public var severityReason: String
  public var law: Law?
  /// Cleaned frames, innermost first.
  public var frames: [Frame]
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

  /// Most frames that are kept.
  static let maximumFrames = 32

  public init(_ crash: Crash, fingerprint: Fingerprint, target: String, firstSeen: String) {
    let severity = Severity(crash)
    let law = crash.brokenLaw
    self.fingerprint = fingerprint.description
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
    status = .open
    self.firstSeen = Neutral.line(firstSeen, limit: 10)
    inputs = []
  }

  /// What and where, in one line.
  public var title: String {
    let what = CrashKind(rawValue: kind)?.title ?? kind
    if let law { return "Law \(law.name) of \(target) broken at \(law.place)" }
    if let frame = frames.first { return "\(what) in \(frame.function)" }
    return target.isEmpty ? what : "\(what) in target \(target)"
  }
}
