/// What one session met of the planted bugs.
public struct BugTrial: Codable, Equatable, Sendable {
  /// Who looks for the bugs.
  public enum Harness: String, Codable, CaseIterable, Sendable {
    /// Sessions as they are: mutators, dictionaries, time shared by yield.
    case full
    /// libFuzzer by itself: the same sources and seeds, built as the compiler does for it, value profile on, equal
    /// shares of time, no mutator of ours and no dictionary.
    case plain
  }

  /// When a bug was met, in seconds from the first start of a process; nil for never.
  public struct Sighting: Codable, Equatable, Sendable {
    /// When an input came to the place of the bug.
    public var reached: Double?
    /// When an input met the harmful condition there.
    public var triggered: Double?
  }

  /// Who looked for the bugs.
  public let harness: Harness
  /// From 1; both harnesses have a trial of each number.
  public let number: Int
  /// First seed of libFuzzer's generator; equal for both harnesses of one number.
  public let seed: UInt32
  /// By the name of the bug; bugs that were not reached are left out.
  public let sightings: [String: Sighting]
  /// Inputs run, by target.
  public let executions: [String: Int]
  /// Edges reached, by target.
  public let edges: [String: Int]
  /// Crashes, by their titles: a planted bug goes on rightly, so there must be none.
  public let findings: [String]

  /// Bugs that were triggered.
  public var triggered: Int { sightings.values.count { $0.triggered != nil } }
}

/// What trials must have in common to be compared.
public struct BugTrialSettings: Codable, Equatable, Sendable {
  /// Seconds of one trial.
  public let seconds: Double
  /// Processes that run at once.
  public let jobs: Int
  /// Names the patches by their bytes.
  public let bugs: String

  /// Settings of new trials. Throws when a patch cannot be read.
  public init(seconds: Double, jobs: Int, set: PlantedBugSet) throws(RunFailure) {
    self.seconds = seconds
    self.jobs = jobs
    bugs = try set.identity()
  }
}
