/// What the demonstration showed, step by step.
public struct DemoReport: Codable, Sendable {
  /// One step, with the command that a person would type for it.
  public struct Step: Codable, Sendable {
    public let name: String
    public let command: String
    public let result: String
    public let seconds: Double
  }

  public var steps: [Step] = []
  /// Fingerprint and title of the finding.
  public var finding = ""
  public var title = ""
  /// Failing inputs that triage held to be the one finding.
  public var inputs = 0
  public var bytesBefore = 0
  public var bytesAfter = 0
  /// The emitted test. While the finding is open: whether it meets the known issue with the bug, and says so when the
  /// bug is gone.
  public var test = ""
  public var isKnownWithBug = false
  public var saysFixed = false
  /// The same test after the finding was closed, with the bug and without.
  public var failsWithBug = false
  public var passesWithoutBug = false

  /// Whether the bug went the whole way.
  public var isComplete: Bool {
    !finding.isEmpty && isKnownWithBug && saysFixed && failsWithBug && passesWithoutBug
  }
}
