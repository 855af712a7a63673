import ArgumentParser
import Benchmarking
import Foundation
import FuzzRunning

/// `scenefuzz bench scene`
struct BenchScene: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scene",
    abstract: "Measure the scene model against libxml2 and against the real 3D Slicer core.",
    discussion: """
      model: a scene read into the model, values on demand, against libxml2 walking the same bytes. memory: the \
      most that this takes. values: every value decoded as well. slicer: the same file loaded by the real core, \
      when 'scenefuzz slicer setup' was run.

      Example: scenefuzz bench scene --real scene.mrml --json
      """)

  @Option(help: "Megabytes of the generated scene.")
  var size = 20

  @Option(help: "A real scene to measure on as well.")
  var real: String?

  @Option(help: "Runs of each row.")
  var runs = 7

  @Flag(help: "Print one JSON document on a line for each row.")
  var json = false

  func validate() throws {
    guard (1...1_000).contains(size) else { throw ValidationError("--size must be 1 to 1000.") }
    guard runs >= 1 else { throw ValidationError("--runs must be at least 1.") }
  }

  func run() async throws {
    try BenchText.requireOptimized()
    var benchmark = SceneBenchmark()
    benchmark.size = size * 1_000_000
    benchmark.runs = runs
    if let real {
      do {
        benchmark.real = try InputFile(real).bytes
      } catch {
        throw RunFailure.environment(
          "\(Printable.text(real)): \(InputFile.sentence(for: error))", "name a file to read")
      }
    }
    if !json { print(BenchText.head) }
    benchmark.run { BenchText.show($0, json: json) }
    let environment = SlicerEnvironment(root: try RepositoryRoot.locate())
    guard try await environment.isReady() else {
      printError("slicer rows left out: 'scenefuzz slicer setup' was not run here")
      return
    }
    try await row("slicer-generated", benchmark.generated, benchmark, environment)
    if let bytes = benchmark.real { try await row("slicer-real", bytes, benchmark, environment) }
  }

  private func row(
    _ name: String, _ bytes: [UInt8], _ benchmark: SceneBenchmark, _ environment: SlicerEnvironment
  ) async throws {
    guard let theirs = try await SlicerTiming(environment: environment).seconds(bytes) else {
      printError("\(name) left out: no answer from the real core within an hour")
      return
    }
    let megabytes = Double(bytes.count) / 1e6
    BenchText.show(
      .comparison(
        name, ours: megabytes / benchmark.seconds(bytes), peer: megabytes / theirs, unit: "MB/s",
        peerName: "3D Slicer core", runs: runs, isBetterWhenLess: false), json: json)
  }
}
