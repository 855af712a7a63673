package import FuzzBuilds
package import FuzzTargets
package import ProcessSupport
package import ReplayAndTriage

/// Options of a session.
package struct SessionOptions: Sendable {
  /// Targets, in the order of the progress lines.
  package var targets: [FuzzTarget]
  /// Wall clock of the fuzzing, shared by the targets.
  package var time: Duration
  /// Number of concurrent processes.
  package var jobs: Int
  /// Build of the slices, and builds that check the inputs it keeps.
  package var builds: SessionBuilds
  /// Ends the session when no target has reached an edge, feature or finding that is new to it for
  /// this long, counted from the end of the first sweep at the earliest.
  package var quiet: Duration?
  /// Fingerprint of the finding that ends the session.
  package var targetFinding: String?
  package var sharing = TimeSharing.byYield
  /// Relative share of each target; nil for equal shares.
  package var weights: [Double]?
  /// Whether the number of mutations in a row on one input follows the yield of a target.
  package var choosesDepth = true
  /// Whether most slices have inputs that are shorter than the limit of a target (`SliceLength`).
  package var shortensInputs = true
  /// Whether targets whose inputs are of one kind get one another's inputs.
  package var sharesCorpora = true
  /// Whether processes use the target's dictionary.
  package var usesDictionaries = true
  /// Whether the working corpora get the committed inputs.
  package var usesSeeds = true
  /// First seed of libFuzzer's generator; nil for random seeds.
  package var seed: UInt32?
  /// Maximum bytes of an input; nil for each target's own limit.
  package var maximumLength: Int?
  /// Folder of working data; nil for `.scenefuzz` in the checkout.
  package var store: String?
  /// Maximum inputs kept for one finding.
  package var inputsPerFinding = 10
  /// Seconds before an input counts as a hang.
  package var timeout = 10
  /// Megabytes before a process counts as out of memory.
  package var memoryLimit = 2048
  /// Folder of findings for the triage at the end; nil writes none.
  package var findings: String?
  /// Uninstrumented replay for the messages that triage shows; nil for none.
  package var plain: PlainReplay?
  /// A working corpus beyond this limit is minimized during the session.
  package var corpusLimit = CorpusLimit.usual
  /// Minimization of the working corpora at the end of an uninterrupted session.
  package enum Minimization: Sendable {
    case none
    /// Within a tenth of the session; the next session continues with the other corpora.
    case bounded
    /// Every corpus.
    case complete
  }

  package var minimization = Minimization.none
  /// Time limit for the reduction of inputs at the end, and the same again for bounded
  /// minimization; nil for a tenth of the session, at least three seconds.
  package var endingTime: Duration?
  /// Ends the session early when raised.
  package var stop = StopSignal()
  /// Added to the environment of the fuzz processes.
  package var environment: [String: String] = [:]
  /// Added to the arguments of the fuzz processes.
  package var libFuzzerArguments: [String] = []

  /// Default options for a session in one build.
  package init(
    targets: [FuzzTarget], time: Duration, jobs: Int, plan: BuildPlan = BuildPlan(.address)
  ) {
    self.targets = targets
    self.time = time
    self.jobs = jobs
    builds = .single(plan)
  }

  /// Whether libFuzzer uses the operands of comparisons as features; nil for whether the build
  /// traces them.
  package var usesValueProfile: Bool?

  /// Sets the baseline of benchmarks, plain libFuzzer: byte mutations, no dictionaries, and equal
  /// shares in slices that grow as those of the harness do.
  package mutating func usePlainLibFuzzer(valueProfile: Bool = true) {
    usesValueProfile = valueProfile
    builds.main = BuildPlan(
      builds.main.build, builds.main.configuration, tracesComparisons: true)
    environment["SCENEFUZZ_MUTATION"] = "bytes"
    environment["SCENEFUZZ_TIERS"] = "0"
    sharing = .equalFromShort
    usesDictionaries = false
    choosesDepth = false
    sharesCorpora = false
    shortensInputs = false
  }

  /// The time that is left of a session when a target has fuzzed before, while the command line was
  /// built for the first time (`scripts/fuzz`): at least half of it.
  ///
  /// - Parameter fuzzed: Whole seconds as a text, from the environment; nil for none.
  package static func time(of whole: Duration, fuzzed: String?) -> Duration {
    guard let fuzzed, let seconds = Int32(fuzzed), seconds > 0 else { return whole }
    return max(whole / 2, whole - .seconds(Int64(seconds)))
  }

  /// Minimum free space on the disk; a session ends below it, since libFuzzer does not report a
  /// crash that it cannot save.
  static let minimumFreeBytes = 128 << 20
}
