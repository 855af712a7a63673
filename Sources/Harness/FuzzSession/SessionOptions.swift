package import FuzzBuilds
package import FuzzTargets
package import ProcessSupport
package import ReplayAndTriage

/// What a session is asked to do.
package struct SessionOptions: Sendable {
  /// What to fuzz, in the order of the lines that tell of it.
  package var targets: [FuzzTarget]
  /// Wall clock of the whole session, shared by its targets.
  package var time: Duration
  /// Processes that run at once.
  package var jobs: Int
  /// The build that slices run in, and those that check what it keeps.
  package var builds: SessionBuilds
  /// Ends the session when for this long no target has met an edge, feature or finding that is new to it; counted
  /// from the end of the first sweep at the earliest.
  package var quiet: Duration?
  /// Ends the session as soon as the finding of this fingerprint is met.
  package var targetFinding: String?
  /// How the targets share the time.
  package var sharing = TimeSharing.byYield
  /// How much of the time each target is due beside the others; nil takes all alike.
  package var weights: [Double]?
  /// Whether processes get the target's dictionary.
  package var usesDictionaries = true
  /// Whether the committed inputs are put into the working corpora.
  package var usesSeeds = true
  /// First seed of libFuzzer's generator; nil lets each process choose.
  package var seed: UInt32?
  /// Longest input in bytes; nil takes each target's own.
  package var maximumLength: Int?
  /// The folder of working data; nil means `.scenefuzz` in the checkout.
  package var store: String?
  /// Inputs that are kept for one finding.
  package var inputsPerFinding = 10
  /// Seconds before an input counts as a hang.
  package var timeout = 10
  /// Megabytes before a process counts as out of memory.
  package var memoryLimit = 2048
  /// The folder of findings that triage at the end writes to; nil writes none.
  package var findings: String?
  /// Runs targets uninstrumented, for the messages that triage shows; nil does without.
  package var plain: PlainReplay?
  /// A working corpus that has outgrown this is minimized at once.
  package var corpusLimit = CorpusLimit.usual
  /// Whether the working corpora are minimized at the end, when nobody stopped the session.
  package var minimizes = false
  /// Ends the session early when raised.
  package var stop = StopSignal()
  /// Added to the environment of the fuzz processes.
  package var environment: [String: String] = [:]

  /// Options for a session in one build, with everything else as it is by default.
  package init(
    targets: [FuzzTarget], time: Duration, jobs: Int, plan: BuildPlan = BuildPlan(.address)
  ) {
    self.targets = targets
    self.time = time
    self.jobs = jobs
    builds = .single(plan)
  }

  /// libFuzzer by itself: neither our mutators nor dictionaries, equal shares, value profile. What the harness is
  /// measured against.
  package mutating func leavesAllToLibFuzzer() {
    builds.main = BuildPlan(
      builds.main.build, builds.main.configuration, tracesComparisons: true)
    environment["SCENEFUZZ_MUTATION"] = "bytes"
    sharing = .equal
    usesDictionaries = false
  }

  /// Less free space than this on the disk ends a session: libFuzzer does not say when it cannot save a crash.
  static let minimumFreeBytes = 128 << 20
}
