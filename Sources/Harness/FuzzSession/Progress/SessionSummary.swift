/// What a session came to: the text at its end, and with `--json` the document.
package struct SessionSummary: Codable, Sendable {
  /// What one target came to.
  package struct Target: Codable, Sendable {
    /// Name of the target.
    package let name: String
    /// Inputs run.
    package let executions: Int
    /// Mean over the time that its processes ran.
    package let executionsPerSecond: Int
    /// Edges reached in the build that ran first: each build has edges of its own.
    package let edges: Int
    /// Features reached in the build that ran first.
    package let features: Int
    /// Inputs in the working corpus.
    package let corpus: Int
    /// How many there were before it was minimized; nil when it was not.
    package let minimizedFrom: Int?
    /// Different findings.
    package let findings: Int
    /// Processes that ended in a failing input.
    package let crashes: Int
    /// Seconds of process time, and their part of the time of all targets.
    package let seconds: Double
    /// Its part of the process time of all targets, from 0 to 1.
    package let share: Double
    /// Inputs of the working corpus that have yet to pass a checking build.
    package let unchecked: Int
  }

  /// A finding of the session.
  package struct Finding: Codable, Sendable {
    /// What triage calls it.
    package let name: CrashName
    /// Name of the target.
    package let target: String
    /// False when an earlier session had met it.
    package let isNew: Bool
    /// Inputs kept, and how often the session ran into it.
    package let inputs: Int
    /// How often the session ran into it.
    package let crashes: Int
    /// The smallest input and what the process said on it.
    package let input: String
    /// Path of what the process said on the smallest input.
    package let report: String
    /// Commands to copy.
    package let replay: String
    /// The command that makes the input smaller.
    package let shrink: String
  }

  /// Name of the session's folder.
  package let session: String
  /// The build that slices ran in, and those that new inputs were passed through.
  package let build: String
  /// The builds that new inputs were passed through; empty in a session of one build.
  package let checks: [String]
  /// Wall clock from the command to its end, builds included, and of the fuzzing alone.
  package let seconds: Double
  /// The part of `seconds` after the builds.
  package let fuzzingSeconds: Double
  /// From the command to the first input run, builds and proof included; nil when none was run.
  package let secondsToFirstExecution: Double?
  /// True when it was stopped before its time was up.
  package let wasInterrupted: Bool
  /// Why it ended.
  package let ending: SessionEnding
  /// In the order of the options.
  package let targets: [Target]
  /// In the order of their fingerprints.
  package let findings: [Finding]
  /// Things that a person should know and that are no findings.
  package let remarks: [String]
  /// Path of the session's record.
  package let record: String
}
