package import ProcessSupport

/// What one session met of the injected bugs.
package struct BugTrial: Codable, Equatable, Sendable {
  /// Who looks for the bugs.
  package enum Harness: String, Codable, CaseIterable, Sendable {
    /// Sessions as they are: mutators, dictionaries, time shared by yield.
    case full
    /// libFuzzer by itself: the same sources and seeds, built as the compiler does for it, value profile on, equal
    /// shares of time, no mutator of ours and no dictionary.
    case plain
  }

  /// When a bug was met, in seconds from the first start of a process; nil for never.
  package struct Sighting: Codable, Equatable, Sendable {
    /// When an input came to the place of the bug.
    package var reached: Double?
    /// When an input met the harmful condition there.
    package var triggered: Double?
  }

  /// Who looked for the bugs.
  package let harness: Harness
  /// From 1; both harnesses have a trial of each number.
  package let number: Int
  /// First seed of libFuzzer's generator; equal for both harnesses of one number.
  package let seed: UInt32
  /// By the name of the bug; bugs that were not reached are left out.
  package let sightings: [String: Sighting]
  /// Inputs run, by target.
  package let executions: [String: Int]
  /// Edges reached, by target.
  package let edges: [String: Int]
  /// Crashes, by their titles: a injected bug goes on rightly, so there must be none.
  package let findings: [String]

  /// Bugs that were triggered.
  package var triggered: Int { sightings.values.count { $0.triggered != nil } }
}

/// What trials must have in common to be compared.
package struct BugTrialSettings: Codable, Equatable, Sendable {
  /// Seconds of one trial.
  package let seconds: Double
  /// Processes that run at once.
  package let jobs: Int
  /// Names the patches by their bytes.
  package let bugs: String

  /// Settings of new trials. Throws when a patch cannot be read.
  package init(seconds: Double, jobs: Int, set: InjectedBugSet) throws(RunFailure) {
    self.seconds = seconds
    self.jobs = jobs
    bugs = try set.identity()
  }
}
