/// What the demonstration showed, step by step.
public struct DemoReport: Codable, Sendable {
  /// One step, with the command that a person would type for it.
  public struct Step: Codable, Sendable {
    /// What the step shows.
    public let name: String
    /// What a person would type for it.
    public let command: String
    /// What came of it, in one line.
    public let result: String
    /// Wall clock of the step.
    public let seconds: Double
  }

  /// The steps so far, in order.
  public var steps: [Step] = []
  /// Fingerprint and title of the finding.
  public var finding = ""
  /// What and where the finding is, in one line.
  public var title = ""
  /// Failing inputs that triage held to be the one finding.
  public var inputs = 0
  /// Bytes of the input before it was reduced.
  public var bytesBefore = 0
  /// Bytes of the input after it was reduced.
  public var bytesAfter = 0
  /// The emitted test. While the finding is open: whether it meets the known issue with the bug, and says so when the
  /// bug is gone.
  public var test = ""
  /// Whether the test of the open finding meets the known issue while the bug is planted.
  public var isKnownWithBug = false
  /// Whether it says so when the bug is gone.
  public var saysFixed = false
  /// The same test after the finding was closed, with the bug and without.
  public var failsWithBug = false
  /// Whether the test of the closed finding passes when the bug is gone.
  public var passesWithoutBug = false

  /// Whether the bug went the whole way.
  public var isComplete: Bool {
    !finding.isEmpty && isKnownWithBug && saysFixed && failsWithBug && passesWithoutBug
  }
}
