import ProcessSupport

/// Injected bugs met by one session.
package struct BugTrial: Codable, Equatable, Sendable {
  package enum Harness: String, Codable, CaseIterable, Sendable {
    /// The full harness: mutators, dictionaries, time shared by yield.
    case full
    /// Plain libFuzzer: the same sources and seeds, the compiler's default instrumentation, equal
    /// shares of time in the same order of targets, no custom mutator and no dictionary.
    case plain
    /// The same with `-use_value_profile=1`.
    case profile

    /// Name in tables.
    package var title: String {
      switch self {
      case .full: "harness"
      case .plain: "plain libFuzzer"
      case .profile: "libFuzzer with value profile"
      }
    }
  }

  /// Times in seconds from the first start of a process; nil for never.
  package struct Sighting: Codable, Equatable, Sendable {
    /// An input reached the place of the bug.
    package var reached: Double?
    /// An input met the trigger condition.
    package var triggered: Double?
  }

  package let harness: Harness
  /// Counted from 1; both harnesses have a trial of each number.
  package let number: Int
  /// Seed of libFuzzer's generator, equal for both harnesses of one number.
  package let seed: UInt32
  /// Times by name of the bug; bugs that were not reached are omitted.
  package let sightings: [String: Sighting]
  /// Executions by target.
  package let executions: [String: Int]
  /// Edges covered by target.
  package let edges: [String: Int]
  /// Titles of crashes; there must be none, since an injected bug does not crash.
  package let findings: [String]
  /// Processor time of the processes divided by the length of the trial times their number; nil in
  /// trials of an earlier version.
  package let processorShare: Double?
  /// Commit of the checkout; nil in trials of an earlier version.
  package var revision: String?

  /// A trial with less of its processor time measures the other load of the machine.
  package static let minimumShare = 0.8

  /// Number of triggered bugs.
  package var triggered: Int { sightings.values.count { $0.triggered != nil } }

  /// Whether it triggered `bug`.
  func triggers(_ bug: InjectedBug) -> Bool { sightings[bug.name]?.triggered != nil }
}

/// Settings that comparable trials have in common.
package struct BugTrialSettings: Codable, Equatable, Sendable {
  /// Length of a trial in seconds.
  package let seconds: Double
  /// Number of processes.
  package let jobs: Int
  /// Hash of the patches.
  package let bugs: String

  /// Settings of new trials.
  package init(seconds: Double, jobs: Int, set: InjectedBugSet) {
    self.seconds = seconds
    self.jobs = jobs
    bugs = set.identity()
  }
}
