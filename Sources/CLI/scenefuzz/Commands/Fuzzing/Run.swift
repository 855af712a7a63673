import ArgumentParser
import CrashTriage
import Foundation
import FuzzBuilds
import FuzzSession
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

/// `scenefuzz run`
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fuzz: build, show that the build can see, and look for inputs that fail.",
    discussion: """
      Fuzzes every target but 'demo' unless some are named. Goes on after a failure, keeps the failing inputs \
      (at most ten for each finding), minimizes its working corpora, and ends with what was found and the commands to \
      repeat and to shrink it. A target gets the more of the time the more it still finds. A later session goes on \
      from the corpus of this one. Ctrl-C ends it early, in good order. \
      'scenefuzz status' tells from another terminal how far it is.

      From five minutes on it fuzzes without AddressSanitizer, which is faster, and passes all that it keeps through \
      the build with it and the debug build; a shorter session has no time for three builds and uses the one with \
      AddressSanitizer. SCENEFUZZ_MUTATION=bytes in the environment leaves out our mutators and nothing else.

      Example: scenefuzz run mrml mrb --time 10m
      """)

  @Argument(help: "Targets to fuzz.")
  var targets: [String] = []

  @Option(help: "How long, for all targets together: seconds, or with s, m or h.")
  var time = TimeSpan(seconds: 60)

  @Option(help: "Processes at once; one for each processor unless told otherwise.")
  var jobs: Int?

  @Option(help: "Seed of the random choices, for a session that is to be repeated.")
  var seed: UInt32?

  @Option(name: .customLong("max-len"), help: "Longest input in bytes.")
  var maximumLength: Int?

  @Option(help: "Folder of working data; '.scenefuzz' in the checkout unless told otherwise.")
  var store: String?

  @Flag(
    help: "Leave all to libFuzzer, to compare: plain bytes, no dictionary, equal shares of time.")
  var plain = false

  @Flag(
    inversion: .prefixedNo,
    help: "Begin with the committed inputs; without them a new --store begins with nothing.")
  var seeds = true

  @Flag(inversion: .prefixedNo, help: "Minimize the working corpora at the end.")
  var minimize = true

  @Option(
    name: .customLong("until-quiet"),
    help: "End early when nothing new has come for so long: no edge, no feature, no finding.")
  var untilQuiet: TimeSpan?

  @Option(
    name: .customLong("target-finding"),
    help: "End as soon as the finding of this fingerprint is met; exit with 1 then, else with 0.")
  var targetFinding: String?

  @Option(help: "The one build to use, instead of several: address, fuzzer, coverage or static.")
  var build: FuzzBuild?

  @Option(help: "Use one build, optimized or not: release or debug.")
  var configuration: BuildConfiguration?

  @Option(
    name: .customLong("address-share"),
    help: "Use several builds, with this part of the time for those that check: 0 to 1.")
  var addressShare: Double?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    if let maximumLength, maximumLength < 1 {
      throw ValidationError("--max-len must be at least 1.")
    }
    if let addressShare {
      guard addressShare >= 0, addressShare <= 1 else {
        throw ValidationError("--address-share must be from 0 to 1.")
      }
      if build != nil || configuration != nil {
        throw ValidationError(
          "--address-share needs several builds: leave out --build and --configuration.")
      }
    }
    if let targetFinding, Fingerprint(targetFinding) == nil {
      throw ValidationError("--target-finding takes a fingerprint, such as 6e927019422dcc67.")
    }
  }

  /// One build where one was asked for; else what the time is worth.
  private var builds: SessionBuilds {
    if build != nil || configuration != nil {
      return .single(BuildPlan(build ?? .address, configuration ?? .release))
    }
    if let addressShare { return .mixed(addressShare: addressShare) }
    return .usual(for: time.duration)
  }

  func run() async throws {
    let builds = builds
    let chosen = try builds.main.targets(targets)
    var options = SessionOptions(
      targets: targets.isEmpty ? chosen.filter { $0.name != "demo" } : chosen,
      time: time.duration, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      plan: builds.main)
    options.builds = builds
    options.quiet = untilQuiet?.duration
    options.targetFinding = targetFinding
    options.seed = seed
    options.maximumLength = maximumLength
    options.store = store
    options.minimizes = minimize
    options.usesSeeds = seeds
    if plain { options.leavesAllToLibFuzzer() }
    let root = try RepositoryRoot.locate()
    options.findings = (store ?? root.path) + "/crashes"
    options.plain = try .ownProgram()
    let display = ProgressDisplay(onError: output.json)
    let session = Session(
      root: root, toolchain: try await .locate(), options: options, display: display)
    let summary = try await InterruptHandler.watching(session.stop, display) {
      () async throws(RunFailure) in
      try await session.run()
    }
    if output.json { try printJSON(summary) } else { print(summary.text) }
    let isFound =
      targetFinding == nil ? !summary.findings.isEmpty : summary.ending == .targetFinding
    if isFound { throw ExitStatus.finding.code }
  }
}
