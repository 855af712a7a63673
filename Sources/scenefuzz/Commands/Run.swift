import ArgumentParser
import Foundation
import FuzzRunning
import FuzzTargets

/// `scenefuzz run`
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fuzz: build, show that the build can see, and look for inputs that fail.",
    discussion: """
      Fuzzes every target but 'planted' unless some are named. Goes on after a failure, keeps \
      every failing input, minimizes its working corpora, and ends with what was found and the commands to \
      repeat and to shrink it. A target gets the more of the time the more it still finds. With SCENEFUZZ_MUTATION=bytes in the environment, scenes and archives are mutated \
      as plain bytes only, as libFuzzer does by itself. A later session goes on from the corpus of this one. Ctrl-C ends it early, in good order.

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
    inversion: .prefixedNo,
    help: "Begin with the committed inputs; without them a new --store begins with nothing.")
  var seeds = true

  @Flag(inversion: .prefixedNo, help: "Minimize the working corpora at the end.")
  var minimize = true

  @OptionGroup var build: BuildOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    if let maximumLength, maximumLength < 1 {
      throw ValidationError("--max-len must be at least 1.")
    }
  }

  func run() async throws {
    let chosen = try build.targets(targets)
    var options = SessionOptions(
      targets: targets.isEmpty ? chosen.filter { $0.name != "planted" } : chosen,
      time: time.duration, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      plan: build.plan)
    options.seed = seed
    options.maximumLength = maximumLength
    options.store = store
    options.minimizes = minimize
    options.usesSeeds = seeds
    let root = try RepositoryRoot.locate()
    options.findings = (store ?? root.path) + "/crashes"
    options.plain = try .ownProgram()
    let display = ProgressDisplay(onError: output.json)
    let session = Session(
      root: root, toolchain: try await .locate(), options: options, display: display)
    let summary = try await Interruption.watching(session.stop, display) {
      () async throws(RunFailure) in
      try await session.run()
    }
    if output.json { try printJSON(summary) } else { print(summary.text) }
    if !summary.findings.isEmpty { throw ExitStatus.finding.code }
  }
}
