/// What the demonstration showed, step by step.
package struct DemoReport: Codable, Sendable {
  /// One step, with the command that a person would type for it.
  package struct Step: Codable, Sendable {
    /// What the step shows.
    package let name: String
    /// What a person would type for it.
    package let command: String
    /// What came of it, in one line.
    package let result: String
    /// Wall clock of the step.
    package let seconds: Double
  }

  /// The steps so far, in order.
  package var steps: [Step] = []
  /// Fingerprint and title of the finding.
  package var finding = ""
  /// What and where the finding is, in one line.
  package var title = ""
  /// Failing inputs that triage held to be the one finding.
  package var inputs = 0
  /// Bytes of the input before it was reduced.
  package var bytesBefore = 0
  /// Bytes of the input after it was reduced.
  package var bytesAfter = 0
  /// The emitted test. While the finding is open: whether it meets the known issue with the bug, and says so when the
  /// bug is gone.
  package var test = ""
  /// Whether the test of the open finding meets the known issue while the bug is planted.
  package var isKnownWithBug = false
  /// Whether it says so when the bug is gone.
  package var saysFixed = false
  /// The same test after the finding was closed, with the bug and without.
  package var failsWithBug = false
  /// Whether the test of the closed finding passes when the bug is gone.
  package var passesWithoutBug = false

  /// Whether the bug went the whole way.
  package var isComplete: Bool {
    !finding.isEmpty && isKnownWithBug && saysFixed && failsWithBug && passesWithoutBug
  }
}
