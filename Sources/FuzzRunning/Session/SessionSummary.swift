/// What a session came to: the text at its end, and with `--json` the document.
public struct SessionSummary: Codable, Sendable {
  public struct Target: Codable, Sendable {
    public let name: String
    public let executions: Int
    /// Mean over the time that its processes ran.
    public let executionsPerSecond: Int
    public let edges: Int
    public let features: Int
    /// Inputs in the working corpus.
    public let corpus: Int
    /// How many there were before it was minimized; nil when it was not.
    public let minimizedFrom: Int?
    public let findings: Int
    /// Processes that ended in a failing input.
    public let crashes: Int
    /// Seconds of process time, and their part of the time of all targets.
    public let seconds: Double
    public let share: Double
    /// Inputs of the working corpus that have yet to pass a checking build.
    public let unchecked: Int
  }

  public struct Finding: Codable, Sendable {
    public let name: CrashName
    public let target: String
    /// False when an earlier session had met it.
    public let isNew: Bool
    /// Inputs kept, and how often the session ran into it.
    public let inputs: Int
    public let crashes: Int
    /// The smallest input and what the process said on it.
    public let input: String
    public let report: String
    /// Commands to copy.
    public let replay: String
    public let shrink: String
  }

  public let session: String
  /// The build that slices ran in, and those that new inputs were passed through.
  public let build: String
  public let checks: [String]
  /// Wall clock from the command to its end, builds included, and of the fuzzing alone.
  public let seconds: Double
  public let fuzzingSeconds: Double
  /// From the command to the first input run, builds and proof included; nil when none was run.
  public let secondsToFirstExecution: Double?
  /// True when it was stopped before its time was up.
  public let wasInterrupted: Bool
  public let ending: SessionEnding
  public let targets: [Target]
  public let findings: [Finding]
  /// Things that a person should know and that are no findings.
  public let remarks: [String]
  public let record: String
}
