public import CrashTriage
import Foundation

/// What became of one known finding.
public struct FindingUpdate: Sendable {
  /// What replaying the input showed. The raw value is what people and programs see.
  public enum Status: String, Sendable, Codable {
    case stillFails = "still fails"
    /// It fails, but as another finding.
    case moved
    case fixed
    case flaky
    /// No input of it is known, or no target.
    case unknown
  }

  /// The finding as the store keeps it.
  public let finding: Finding
  /// What became of it.
  public let status: Status
  /// The finding that the input shows now, where that is another one.
  public var movedTo: String?
  /// How many replays crashed, of `replays`.
  public var reproduced = 0
  /// How many replays were tried; 0 when there was nothing to replay.
  public var replays = 0
  /// What the input shows now.
  public var seen: Finding?

  /// - Parameters:
  ///   - input: The finding's input, replayed.
  ///   - seen: What it shows, named by its fingerprint; nil when it does not fail.
  public init(
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
  public init(unknown finding: Finding) {
    self.finding = finding
    status = .unknown
  }
}
