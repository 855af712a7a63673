/// Results of a session: the text at its end, and the document of `--json`.
package struct SessionSummary: Codable, Sendable {
  /// Results of one target.
  package struct Target: Codable, Sendable {
    package let name: String
    /// Inputs run.
    package let executions: Int
    /// Mean over the target's process time.
    package let executionsPerSecond: Int
    /// Edges reached in the first build that ran; each build has edges of its own.
    package let edges: Int
    /// Features reached in the first build that ran.
    package let features: Int
    /// Inputs in the working corpus.
    package let corpus: Int
    /// Inputs of the working corpus before it was minimized; nil when it was not.
    package let minimizedFrom: Int?
    /// Distinct findings.
    package let findings: Int
    /// Processes that ended with a failing input.
    package let crashes: Int
    /// Seconds of process time.
    package let seconds: Double
    /// Part of the process time of all targets, from 0 to 1.
    package let share: Double
    /// Inputs of the working corpus that have not passed every checking build.
    package let unchecked: Int
  }

  /// A finding of the session.
  package struct Finding: Codable, Sendable {
    package let name: CrashName
    /// Name of the target.
    package let target: String
    /// False when an earlier session had met it.
    package let isNew: Bool
    /// Inputs kept.
    package let inputs: Int
    /// Processes that ended in it.
    package let crashes: Int
    /// Path of the smallest input.
    package let input: String
    /// Path of the process output for that input.
    package let report: String
    /// Command that repeats the failure.
    package let replay: String
    /// Command that reduces the input further.
    package let shrink: String
    /// Command that writes the regression test.
    package let emit: String
    /// Command that closes the finding once it is fixed.
    package let close: String
    /// Bytes of the input before the session reduced it; nil when it did not.
    package let bytesBefore: Int?
    /// Bytes of the input.
    package let bytes: Int
  }

  /// Name of the session's folder.
  package let session: String
  /// Build of the slices.
  package let build: String
  /// Builds that new inputs passed; empty in a session of one build.
  package let checks: [String]
  /// Part of the slices' process time for each build that ran slices.
  package let buildShares: [BuildTimeShare]
  /// Wall clock of the whole session, builds included.
  package let seconds: Double
  /// Wall clock of the fuzzing.
  package let fuzzingSeconds: Double
  /// Seconds from launch to the first execution; nil when there was none.
  package let secondsToFirstExecution: Double?
  /// Whether `stop` ended the session early.
  package let wasInterrupted: Bool
  package let ending: SessionEnding
  /// In the order of the options.
  package let targets: [Target]
  /// In the order of their fingerprints.
  package let findings: [Finding]
  /// Events that are no findings, such as failing seeds.
  package let notes: [String]
  /// Path of the session's record.
  package let record: String
}
