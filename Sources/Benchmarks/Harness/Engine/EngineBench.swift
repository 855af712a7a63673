import Corpus
import Foundation
import FuzzBuilds
import FuzzSession
package import FuzzTargets
package import ProcessSupport

/// Measures executions per second of the entry points, alternating with libxml2 under the same
/// libFuzzer.
package struct EngineBench: Sendable {
  let root: RepositoryRoot
  let toolchain: Toolchain
  let targets: [FuzzTarget]
  /// Rounds of each row.
  package var rounds = 5
  /// Stops the measurement when raised.
  package var stop = StopSignal()

  /// - Parameter targets: targets to measure, in that order.
  package init(root: RepositoryRoot, toolchain: Toolchain, targets: [FuzzTarget]) {
    self.root = root
    self.toolchain = toolchain
    self.targets = targets
  }

  /// A valid scene of about a kilobyte, as the application's core writes it.
  static let scene = "benchmarks/engine/scene.mrml"

  /// Builds the programs and measures row after row.
  package func run(
    onStep: @Sendable (String) -> Void, onRow: (EngineRow) -> Void
  ) async throws(RunFailure) {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for build in [FuzzBuild.address, .fuzzer] {
      onStep("building \(build.rawValue)")
      var builder = Builder(root: root, toolchain: toolchain)
      builder.stop = stop
      let programs = try await builder.build(
        BuildPlan(build), products: targets.map { "fuzz-" + $0.name })
      let peer = try await PeerProgram(root: root, toolchain: toolchain).make(
        build, in: folder.path)
      for (target, program) in zip(targets, programs) {
        try await measure(target, program, build, peer: peer, onRow)
      }
    }
  }

  private func measure(
    _ target: FuzzTarget, _ program: String, _ build: FuzzBuild, peer: String,
    _ onRow: (EngineRow) -> Void
  ) async throws(RunFailure) {
    let readsXML = [FuzzTarget.xml.name, FuzzTarget.mrml.name].contains(target.name)
    let seeds = InputFiles.below(root.path("corpus/\(target.name)/seeds"))
    if !seeds.isEmpty {
      onRow(
        try await row("\(target.name), seeds", seeds, program, build, peer: readsXML ? peer : nil))
    }
    guard readsXML else { return }
    let scene = [root.path(Self.scene)]
    let bar = Self.bar(target.name, build)
    onRow(try await row("\(target.name), 1 KB scene", scene, program, build, peer: peer, bar: bar))
    guard target.name == FuzzTarget.mrml.name else { return }
    let rate = try await ReplayRate(program, scene, toolchain: toolchain, stop: stop)
    var starts: [Double] = []
    var factors: [Double] = []
    for _ in 0..<rounds {
      starts.append(try await rate.startUp())
      factors.append(try await rate.times().harnessFactor)
    }
    onRow(EngineRow("mrml, start-up", build, "s", median(starts) ?? 0, bar: .atMost(0.3)))
    onRow(
      EngineRow(
        "mrml, 1 KB scene, over the bare target", build, "times", median(factors) ?? 0,
        bar: .atMost(1.3)))
    for row in try await sessionRows(target, program, build) { onRow(row) }
  }

  /// Bars for replaying one scene, as ratios to the peer's executions per second.
  static func bar(_ target: String, _ build: FuzzBuild) -> EngineRow.Bar? {
    switch (target, build) {
    case ("xml", .address): .atLeast(1.2)
    case ("xml", .fuzzer): .atLeast(0.7)
    case ("mrml", .address): .atLeast(1)
    default: nil
    }
  }

  private func row(
    _ name: String, _ files: [String], _ program: String, _ build: FuzzBuild, peer: String?,
    bar: EngineRow.Bar? = nil
  ) async throws(RunFailure) -> EngineRow {
    let ours = try await ReplayRate(program, files, toolchain: toolchain, stop: stop)
    var theirs: ReplayRate?
    if let peer {
      theirs = try await ReplayRate(peer, files, toolchain: toolchain, stop: stop)
    }
    var rates: [Double] = []
    var peerRates: [Double] = []
    for _ in 0..<rounds {
      rates.append(try await ours.measure())
      if let theirs { peerRates.append(try await theirs.measure()) }
    }
    return EngineRow(
      name, build, "executions/s", median(rates) ?? 0, peer: median(peerRates), bar: bar)
  }

  /// Share of time in a session that starts with the committed inputs.
  private func sessionRows(
    _ target: FuzzTarget, _ program: String, _ build: FuzzBuild
  ) async throws(RunFailure) -> [EngineRow] {
    var times: [EntryTimes] = []
    for round in 0..<rounds {
      times.append(try await session(target, program, build, seed: UInt32(round + 1)))
    }
    return [
      EngineRow(
        "mrml, session", build, "executions/s",
        median(times.map { Double($0.executions) / $0.total }) ?? 0),
      EngineRow(
        "mrml, session, share of the mutators", build, "",
        median(times.map(\.mutatorShare)) ?? 0, bar: .atMost(0.3)),
      EngineRow(
        "mrml, session, over the bare target", build, "times",
        median(times.map(\.harnessFactor)) ?? 0),
    ]
  }

  private func session(
    _ target: FuzzTarget, _ program: String, _ build: FuzzBuild, seed: UInt32
  ) async throws(RunFailure) -> EntryTimes {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for part in ["corpus", "artifacts"] { try WorkFolder.make(folder.path + "/" + part) }
    for seed in ["seeds", "found"].flatMap({
      InputFiles.below(root.path("corpus/\(target.name)/\($0)"))
    }) {
      let bytes = [UInt8](FileManager.default.contents(atPath: seed) ?? Data())
      try WorkFolder.write(bytes, to: folder.path + "/corpus/" + SHA1.name(of: bytes))
    }
    var command = FuzzCommand(
      corpus: folder.path + "/corpus", artifacts: folder.path + "/artifacts", seconds: 8,
      maximumLength: target.maximumLength, timeout: 10, memoryLimit: 2_048, seed: seed,
      dictionary: root.path("corpus/\(target.name)/\(target.name).dict"))
    command.usesValueProfile = BuildPlan(build).tracesComparisons
    var environment = ChildEnvironment.forManyInputs(
      ChildEnvironment.sanitized(
        ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer")))
    environment["SCENEFUZZ_CLOCK"] = "1"
    environment["SCENEFUZZ_MUTATION"] = nil
    environment.merge(FuzzCommand.environment(of: build)) { $1 }
    var child = ChildProcess(
      executable: program, arguments: command.arguments, environment: environment,
      timeLimit: .seconds(60))
    child.stop = stop
    let outcome = try await child.run()
    if stop.isRaised { throw .environment("stopped", "run the command again") }
    guard let times = EntryTimes(in: outcome.output) else {
      throw .environment(
        "\(InputFiles.lastComponent(program)) printed no timing:\n\(outcome.output.suffix(1_000))",
        "if it failed on an input, run '\(CommandWords.command("run", target.name))'")
    }
    return times
  }
}
