/// What a session came to: the text at its end, and with `--json` the document.
public struct SessionSummary: Codable, Sendable {
  /// What one target came to.
  public struct Target: Codable, Sendable {
    /// Name of the target.
    public let name: String
    /// Inputs run.
    public let executions: Int
    /// Mean over the time that its processes ran.
    public let executionsPerSecond: Int
    /// Edges reached in the build that ran first: each build has edges of its own.
    public let edges: Int
    /// Features reached in the build that ran first.
    public let features: Int
    /// Inputs in the working corpus.
    public let corpus: Int
    /// How many there were before it was minimized; nil when it was not.
    public let minimizedFrom: Int?
    /// Different findings.
    public let findings: Int
    /// Processes that ended in a failing input.
    public let crashes: Int
    /// Seconds of process time, and their part of the time of all targets.
    public let seconds: Double
    /// Its part of the process time of all targets, from 0 to 1.
    public let share: Double
    /// Inputs of the working corpus that have yet to pass a checking build.
    public let unchecked: Int
  }

  /// A finding of the session.
  public struct Finding: Codable, Sendable {
    /// What triage calls it.
    public let name: CrashName
    /// Name of the target.
    public let target: String
    /// False when an earlier session had met it.
    public let isNew: Bool
    /// Inputs kept, and how often the session ran into it.
    public let inputs: Int
    /// How often the session ran into it.
    public let crashes: Int
    /// The smallest input and what the process said on it.
    public let input: String
    /// Path of what the process said on the smallest input.
    public let report: String
    /// Commands to copy.
    public let replay: String
    /// The command that makes the input smaller.
    public let shrink: String
  }

  /// Name of the session's folder.
  public let session: String
  /// The build that slices ran in, and those that new inputs were passed through.
  public let build: String
  /// The builds that new inputs were passed through; empty in a session of one build.
  public let checks: [String]
  /// Wall clock from the command to its end, builds included, and of the fuzzing alone.
  public let seconds: Double
  /// The part of `seconds` after the builds.
  public let fuzzingSeconds: Double
  /// From the command to the first input run, builds and proof included; nil when none was run.
  public let secondsToFirstExecution: Double?
  /// True when it was stopped before its time was up.
  public let wasInterrupted: Bool
  /// Why it ended.
  public let ending: SessionEnding
  /// In the order of the options.
  public let targets: [Target]
  /// In the order of their fingerprints.
  public let findings: [Finding]
  /// Things that a person should know and that are no findings.
  public let remarks: [String]
  /// Path of the session's record.
  public let record: String
}
