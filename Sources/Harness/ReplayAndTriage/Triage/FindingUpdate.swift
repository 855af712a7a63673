package import CrashTriage
import Foundation

/// What became of one known finding.
package struct FindingUpdate: Sendable {
  /// What replaying the input showed. The raw value is what people and programs see.
  package enum Status: String, Sendable, Codable {
    case stillFails = "still fails"
    /// It fails, but as another finding.
    case moved
    case fixed
    case flaky
    /// No input of it is known, or no target.
    case unknown
  }

  /// The finding as the store keeps it.
  package let finding: Finding
  /// What became of it.
  package let status: Status
  /// The finding that the input shows now, where that is another one.
  package var movedTo: String?
  /// How many replays crashed, of `replays`.
  package var reproduced = 0
  /// How many replays were tried; 0 when there was nothing to replay.
  package var replays = 0
  /// What the input shows now.
  package var seen: Finding?

  /// - Parameters:
  ///   - input: The finding's input, replayed.
  ///   - seen: What it shows, named by its fingerprint; nil when it does not fail.
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
