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
    abstract: "Fuzz: build, prove the build, and search for inputs that fail.",
    discussion: """
      Fuzzes the named targets, or every target but 'demo'. Continues after a failure, keeps up to ten failing \
      inputs for each finding, and ends with the findings and the commands to replay and to reduce them. Targets \
      that still find something get more of the time. The next session continues from the corpus of this one. \
      Ctrl-C ends the session early and still prints the summary. 'scenefuzz status' shows the progress from \
      another terminal.

      A session of five minutes or more fuzzes without AddressSanitizer, which is faster, and passes the inputs \
      that it keeps through the AddressSanitizer build and the debug build. A shorter session uses the \
      AddressSanitizer build alone. SCENEFUZZ_MUTATION=bytes in the environment turns off the mutators.

      Words after '--' go to libFuzzer.

      Examples:
        scenefuzz run mrml mrb --time 10m
        scenefuzz run mrml -- -rss_limit_mb=4096 -only_ascii=1
      """)

  @Argument(
    help: ArgumentHelp(
      "Targets to fuzz; after '--', arguments of libFuzzer.", valueName: "targets"))
  var words: [String] = []

  @Option(help: "Time for all targets together: seconds, or a number with s, m or h.")
  var time = TimeSpan(seconds: 60)

  @Option(help: "Concurrent processes; one for each processor by default.")
  var jobs: Int?

  @Option(help: "Seed of the random choices, for a repeatable session.")
  var seed: UInt32?

  @Option(
    name: .customLong("max-len"),
    help: "Maximum bytes of an input; each target has its own limit by default.")
  var maximumLength: Int?

  @Option(help: "Folder of working data; '.scenefuzz' in the checkout by default.")
  var store: String?

  @Flag(
    help: "Use plain libFuzzer for comparison: byte mutations, no dictionary, equal shares of time."
  )
  var plain = false

  @Flag(
    inversion: .prefixedNo,
    help: "Start from the committed inputs; without them a new --store starts empty.")
  var seeds = true

  @Flag(
    inversion: .prefixedNo,
    help: "Minimize every working corpus at the end; by default within a tenth of the time.")
  var minimize: Bool?

  @Option(help: "Seconds before an input counts as a hang.")
  var timeout = 10

  @Option(help: "Megabytes before a process counts as out of memory.")
  var memory = 2048

  @Option(
    name: .customLong("until-quiet"),
    help: "End early after this time without a new edge, feature or finding.")
  var untilQuiet: TimeSpan?

  @Option(
    name: .customLong("target-finding"),
    help: "End at the finding of this fingerprint; exit with 1 if it is met, else with 0.")
  var targetFinding: String?

  @Option(help: "Use this build alone: address, fuzzer, comparisons, coverage or static.")
  var build: FuzzBuild?

  @Option(help: "Use one build of this configuration: release or debug.")
  var configuration: BuildConfiguration?

  @Option(
    name: .customLong("address-share"),
    help: "Use several builds, with this part of the time for the checks: 0 to 1.")
  var addressShare: Double?

  @Option(
    name: .customLong("comparison-share"),
    help: "Part of the time for slices with traced comparisons in a session of several builds.")
  var comparisonShare: Double?

  @OptionGroup var color: ColorOption
  @OptionGroup var output: OutputOptions

  /// Words with a dash get here only behind `--`: the parser takes others for options.
  private var libFuzzerArguments: [String] { words.filter { $0.hasPrefix("-") } }
  private var targets: [String] { words.filter { !$0.hasPrefix("-") } }

  func validate() throws {
    if timeout < 1 { throw ValidationError("--timeout must be at least 1.") }
    if memory < 64 { throw ValidationError("--memory must be at least 64.") }
    for argument in libFuzzerArguments {
      if let problem = LibFuzzerArgument.problem(of: argument) { throw ValidationError(problem) }
    }
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
    if let comparisonShare {
      guard comparisonShare >= 0, comparisonShare <= 1 else {
        throw ValidationError("--comparison-share must be from 0 to 1.")
      }
      if build != nil || configuration != nil {
        throw ValidationError(
          "--comparison-share needs several builds: leave out --build and --configuration.")
      }
    }
    if let targetFinding, Fingerprint(targetFinding) == nil {
      throw ValidationError("--target-finding takes a fingerprint, such as 6e927019422dcc67.")
    }
  }

  /// The build of the options; else the default for the time.
  private var builds: SessionBuilds {
    if build != nil || configuration != nil {
      return .single(BuildPlan(build ?? .address, configuration ?? .release))
    }
    if addressShare != nil || comparisonShare != nil {
      return .mixed(
        addressShare: addressShare ?? SessionBuilds.defaultAddressShare,
        comparisonShare: comparisonShare ?? SessionBuilds.defaultComparisonShare)
    }
    return .usual(for: time.duration)
  }

  func run() async throws {
    let builds = builds
    let chosen = try builds.main.targets(targets)
    var options = SessionOptions(
      targets: targets.isEmpty ? chosen.filter { $0.name != "demo" } : chosen,
      time: SessionOptions.time(
        of: time.duration, fuzzed: ProcessInfo.processInfo.environment["SCENEFUZZ_FUZZED"]),
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      plan: builds.main)
    options.builds = builds
    options.quiet = untilQuiet?.duration
    options.targetFinding = targetFinding
    options.seed = seed
    options.maximumLength = maximumLength
    options.store = store
    options.minimization = minimize.map { $0 ? .complete : .none } ?? .bounded
    options.timeout = timeout
    options.memoryLimit = memory
    options.libFuzzerArguments = libFuzzerArguments
    options.usesSeeds = seeds
    if plain { options.usePlainLibFuzzer() }
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
    if output.json { try printJSON(summary) } else { print(summary.text(color.style)) }
    let isFound =
      targetFinding == nil ? !summary.findings.isEmpty : summary.ending == .targetFinding
    if isFound { throw ExitStatus.finding.code }
  }
}
