public import FuzzTargets

/// What a session is asked to do.
public struct SessionOptions: Sendable {
  /// What to fuzz, in the order of the lines that tell of it.
  public var targets: [FuzzTarget]
  /// Wall clock of the whole session, shared by its targets.
  public var time: Duration
  /// Processes that run at once.
  public var jobs: Int
  /// The build that slices run in, and those that check what it keeps.
  public var builds: SessionBuilds
  /// Ends the session when for this long no target has met an edge, feature or finding that is new to it; counted
  /// from the end of the first sweep at the earliest.
  public var quiet: Duration?
  /// Ends the session as soon as the finding of this fingerprint is met.
  public var targetFinding: String?
  /// How the targets share the time.
  public var sharing = TimeSharing.byYield
  /// How much of the time each target is due beside the others; nil takes all alike.
  public var weights: [Double]?
  /// Whether processes get the target's dictionary.
  public var usesDictionaries = true
  /// Whether the committed inputs are put into the working corpora.
  public var usesSeeds = true
  /// First seed of libFuzzer's generator; nil lets each process choose.
  public var seed: UInt32?
  /// Longest input in bytes; nil takes each target's own.
  public var maximumLength: Int?
  /// The folder of working data; nil means `.scenefuzz` in the checkout.
  public var store: String?
  /// Inputs that are kept for one finding.
  public var inputsPerFinding = 10
  /// Seconds before an input counts as a hang.
  public var timeout = 10
  /// Megabytes before a process counts as out of memory.
  public var memoryLimit = 2048
  /// The folder of findings that triage at the end writes to; nil writes none.
  public var findings: String?
  /// Runs targets uninstrumented, for the messages that triage shows; nil does without.
  public var plain: PlainReplay?
  /// A working corpus that has outgrown this is minimized at once.
  public var corpusLimit = CorpusLimit.usual
  /// Whether the working corpora are minimized at the end, when nobody stopped the session.
  public var minimizes = false
  /// Ends the session early when raised.
  public var stop = StopSignal()
  /// Added to the environment of the fuzz processes.
  public var environment: [String: String] = [:]

  /// Options for a session in one build, with everything else as it is by default.
  public init(
    targets: [FuzzTarget], time: Duration, jobs: Int, plan: BuildPlan = BuildPlan(.address)
  ) {
    self.targets = targets
    self.time = time
    self.jobs = jobs
    builds = .single(plan)
  }

  /// libFuzzer by itself: neither our mutators nor dictionaries, equal shares, value profile. What the harness is
  /// measured against.
  public mutating func leavesAllToLibFuzzer() {
    builds.main = BuildPlan(
      builds.main.build, builds.main.configuration, tracesComparisons: true)
    environment["SCENEFUZZ_MUTATION"] = "bytes"
    sharing = .equal
    usesDictionaries = false
  }

  /// Less free space than this on the disk ends a session: libFuzzer does not say when it cannot save a crash.
  static let leastFreeBytes = 128 << 20
}
