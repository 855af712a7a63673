/// Results of the demonstration, step by step.
package struct DemoReport: Codable, Sendable {
  /// One step and the command that repeats it.
  package struct Step: Codable, Sendable {
    package let name: String
    /// Command that repeats the step on a real finding.
    package let command: String
    /// Result in one line.
    package let result: String
    /// Wall clock of the step.
    package let seconds: Double
  }

  /// The steps so far, in order.
  package var steps: [Step] = []
  /// Fingerprint of the finding.
  package var finding = ""
  /// What failed and where, in one line.
  package var title = ""
  /// Failing inputs that triage attributed to the finding.
  package var inputs = 0
  /// Bytes of the input before it was reduced.
  package var bytesBefore = 0
  /// Bytes of the input after it was reduced.
  package var bytesAfter = 0
  /// Path of the emitted test.
  package var test = ""
  /// Whether the test of the open finding reports a known issue with the bug.
  package var isKnownWithBug = false
  /// Whether the test of the open finding reports the fix without the bug.
  package var saysFixed = false
  /// Whether the test of the closed finding fails with the bug.
  package var failsWithBug = false
  /// Whether the test of the closed finding passes without the bug.
  package var passesWithoutBug = false

  /// Whether every step showed the expected result.
  package var isComplete: Bool {
    !finding.isEmpty && isKnownWithBug && saysFixed && failsWithBug && passesWithoutBug
  }
}
