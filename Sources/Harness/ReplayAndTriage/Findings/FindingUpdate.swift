package import CrashTriage
import Foundation

/// Current state of one known finding.
package struct FindingUpdate: Sendable {
  /// Result of the replay; the raw value is part of the output.
  package enum Status: String, Sendable, Codable {
    case stillFails = "still fails"
    /// The input fails as another finding.
    case moved
    case fixed
    case flaky
    /// No input or no target is known.
    case unknown
  }

  /// The stored finding.
  package let finding: Finding
  package let status: Status
  /// The other finding that the input shows now; nil for the same one.
  package var movedTo: String?
  /// Number of replays that crashed.
  package var reproduced = 0
  /// Number of replays; 0 without an input.
  package var replays = 0
  /// The crash that the input shows now.
  package var seen: Finding?

  /// - Parameters:
  ///   - input: The replayed input of the finding.
  ///   - seen: Its crash, named by the fingerprint; nil when it does not fail.
  package init(
    _ finding: Finding, _ input: TriagedInput, seen: Finding?, placement: FindingPlacement
  ) {
    self.finding = finding
    self.seen = seen
    reproduced = input.reproduced
    replays = input.replays
    guard let seen else {
      status = .fixed
      return
    }
    let name = placement.findings(of: [seen])[0].description
    if name != finding.fingerprint {
      movedTo = name
      status = .moved
    } else {
      status = input.reproduced < input.replays ? .flaky : .stillFails
    }
  }

  /// A finding that cannot be replayed.
  package init(unknown finding: Finding) {
    self.finding = finding
    status = .unknown
  }
}
