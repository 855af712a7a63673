import ArgumentParser
import Foundation
import ProcessSupport
import ReaderBenchmarks
import SlicerHost

struct BenchScene: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scene",
    abstract: "Measure the scene model against libxml2 and against the 3D Slicer core.",
    discussion: """
      model: a scene read into the model, values on demand, against libxml2 walking the same bytes.
      memory: the peak memory of that.
      values: every value decoded as well.
      slicer: the same file loaded by the real core, where 'scenefuzz slicer setup' has been run.

      Example: scenefuzz bench scene --real scene.mrml --json
      """)

  @OptionGroup var options: SceneBenchOptions

  func run() async throws {
    try BenchText.requireOptimized()
    var benchmark = SceneBenchmark()
    benchmark.size = options.size * 1_000_000
    benchmark.runs = options.runs
    benchmark.real = try options.realScene()
    if !options.json { print(BenchText.head) }
    benchmark.run { BenchText.show($0, json: options.json) }
    let environment = SlicerEnvironment(root: try RepositoryRoot.locate())
    guard try await environment.isReady() else {
      printError("slicer rows left out: run 'scenefuzz slicer setup' first")
      return
    }
    try await row("slicer-generated", benchmark.generated, benchmark, environment)
    if let bytes = benchmark.real { try await row("slicer-real", bytes, benchmark, environment) }
  }

  private func row(
    _ name: String, _ bytes: [UInt8], _ benchmark: SceneBenchmark, _ environment: SlicerEnvironment
  ) async throws {
    guard let theirs = try await SlicerTiming(environment: environment).seconds(bytes) else {
      printError("\(name) left out: the real core did not answer within an hour")
      return
    }
    let megabytes = Double(bytes.count) / 1e6
    BenchText.show(
      .comparison(
        name, ours: megabytes / benchmark.seconds(bytes), peer: megabytes / theirs, unit: "MB/s",
        peerName: "3D Slicer core", runs: options.runs, isBetterWhenLess: false),
      json: options.json)
  }
}
