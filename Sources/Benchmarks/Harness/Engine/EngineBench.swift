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
      let peer = PeerProgram(root: root, toolchain: toolchain)
      var peers = Peers(system: try await peer.make(build, in: folder.path))
      do throws(RunFailure) {
        onStep("building libxml2 with our coverage, \(build.rawValue)")
        peers.instrumented = try await peer.makeInstrumented(build, in: folder.path)
      } catch {
        onStep("no row of libxml2 with our coverage: \(error)")
      }
      for (target, program) in zip(targets, programs) {
        try await measure(target, program, build, peers, folder.path, onStep: onStep, onRow)
      }
    }
  }

  /// Programs around libxml2 under the same libFuzzer.
  private struct Peers {
    /// Around the library of the distribution.
    var system: String
    /// Around one with our coverage flags; nil where its source cannot be had.
    var instrumented: String?
  }

  private func measure(
    _ target: FuzzTarget, _ program: String, _ build: FuzzBuild, _ peers: Peers, _ folder: String,
    onStep: (String) -> Void, _ onRow: (EngineRow) -> Void
  ) async throws(RunFailure) {
    let readsXML = [FuzzTarget.xml.name, FuzzTarget.mrml.name].contains(target.name)
    let seeds = InputFiles.below(root.path("corpus/\(target.name)/seeds"))
    if !seeds.isEmpty {
      let peer = readsXML ? peers.system : nil
      onRow(try await row("\(target.name), seeds", seeds, program, build, peer: peer))
    }
    if readsXML { try await measureScene(target, program, build, peers, folder, onRow) }
    guard build == .fuzzer || readsXML else { return }
    do throws(RunFailure) {
      for row in try await sessionRows(target, program, build) { onRow(row) }
    } catch {
      // A finding of one target must not lose the rows of the others. Those with a bar must be
      // there.
      guard !readsXML, !stop.isRaised else { throw error }
      let command = CommandWords.command("run", target.name)
      onStep("\(target.name), session: not measured, it ended early; repeat it with '\(command)'")
    }
  }

  /// Rows of one scene of a kilobyte: with every property, in the tiers of a session, and what a
  /// process costs beside its target.
  private func measureScene(
    _ target: FuzzTarget, _ program: String, _ build: FuzzBuild, _ peers: Peers, _ folder: String,
    _ onRow: (EngineRow) -> Void
  ) async throws(RunFailure) {
    let scene = [root.path(Self.scene)]
    let name = "\(target.name), 1 KB scene"
    onRow(try await row(name, scene, program, build, peer: peers.system))
    let variants = try Self.variants(of: scene[0], in: folder)
    let tiers = ["SCENEFUZZ_TIERS": "16:all"]
    onRow(
      try await row(
        name + ", in tiers", variants, program, build, peer: peers.system,
        bar: Self.bar(target.name, build), variables: tiers))
    if let peer = peers.instrumented {
      onRow(
        try await row(
          name + ", in tiers, equal coverage", variants, program, build, peer: peer,
          bar: .atLeast(1), variables: tiers))
    }
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
  }

  /// The scene with each of the 243 texts of five blanks, tabs and line feeds behind it: a
  /// session's tiers choose by content, so one file would always or never get every property.
  static func variants(of scene: String, in folder: String) throws(RunFailure) -> [String] {
    let bytes = [UInt8](FileManager.default.contents(atPath: scene) ?? Data())
    let blanks: [UInt8] = [0x20, 0x09, 0x0A]
    var files: [String] = []
    for number in 0..<243 {
      let places = [81, 27, 9, 3, 1]
      let file = "\(folder)/scene-\(number).mrml"
      try WorkFolder.write(bytes + places.map { blanks[number / $0 % 3] }, to: file)
      files.append(file)
    }
    return files
  }

  /// Bars for replaying one scene in tiers, as ratios to the peer's executions per second.
  static func bar(_ target: String, _ build: FuzzBuild) -> EngineRow.Bar? {
    switch (target, build) {
    case ("xml", .address): .atLeast(1)
    case ("xml", .fuzzer): .atLeast(1.1)
    case ("mrml", .address): .atLeast(0.7)
    case ("mrml", .fuzzer): .atLeast(0.8)
    default: nil
    }
  }

  /// Bars for executions per second of a session.
  static func sessionBar(_ target: String, _ build: FuzzBuild) -> EngineRow.Bar? {
    switch (target, build) {
    case ("xml", .fuzzer): .atLeast(25_000)
    case ("mrml", .fuzzer): .atLeast(6_000)
    default: nil
    }
  }

  private func row(
    _ name: String, _ files: [String], _ program: String, _ build: FuzzBuild, peer: String?,
    bar: EngineRow.Bar? = nil, variables: [String: String] = [:]
  ) async throws(RunFailure) -> EngineRow {
    let ours = try await ReplayRate(
      program, files, toolchain: toolchain, stop: stop, variables: variables)
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

  /// Four slices of a session that start with the committed inputs, in which each length of inputs
  /// has its share (`SliceLength`). They are longer for the targets that read XML.
  private func sessionRows(
    _ target: FuzzTarget, _ program: String, _ build: FuzzBuild
  ) async throws(RunFailure) -> [EngineRow] {
    let name = target.name
    let isCompared = Self.bar(name, build) != nil
    var times: [EntryTimes] = []
    for slice in 1...4 {
      times.append(
        try await session(target, program, build, slice: slice, seconds: isCompared ? 8 : 3))
    }
    let executions = times.reduce(0) { $0 + $1.executions }
    let rate = EngineRow(
      "\(name), session", build, "executions/s",
      Double(executions) / max(times.reduce(0) { $0 + $1.total }, .leastNonzeroMagnitude),
      bar: Self.sessionBar(name, build))
    guard isCompared else { return [rate] }
    return [
      rate,
      EngineRow(
        "\(name), session, share of the mutators", build, "",
        median(times.map(\.mutatorShare)) ?? 0,
        bar: .atMost(0.3)),
      EngineRow(
        "\(name), session, over the bare target", build, "times",
        median(times.map(\.harnessFactor)) ?? 0),
    ]
  }

  private func session(
    _ target: FuzzTarget, _ program: String, _ build: FuzzBuild, slice: Int, seconds: Int
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
      corpus: folder.path + "/corpus", artifacts: folder.path + "/artifacts", seconds: seconds,
      maximumLength: SliceLength(of: target, in: root).maximum(slice: slice), timeout: 10,
      memoryLimit: 2_048, seed: UInt32(slice),
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
