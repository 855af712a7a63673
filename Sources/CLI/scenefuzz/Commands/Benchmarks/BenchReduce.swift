import ArgumentParser
import ByteReading
import Foundation
import FuzzBuilds
import FuzzSession
import HarnessBenchmarks
import ProcessSupport
import ReaderBenchmarks
import ReductionSamples

struct BenchReduce: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reduce",
    abstract: "Compare the input reducer with other reducers on reduction samples.",
    discussion: """
      Each sample is a property of a generated input: XML, scenes, archives, bundles, links, JSON. The peers are \
      libFuzzer's -minimize_crash, and lithium, picire and shrinkray from PyPI, in a git-ignored environment created by \
      the first run. A peer that is not available is named and left out. Tests are candidates run; a plus marks a peer \
      that reached its time limit.

      Example: scenefuzz bench reduce xml-reference scene-roles --peer-seconds 60
      """)

  @Argument(help: "Reduction samples; all by default.")
  var findings: [String] = []

  @Option(help: "Time limit of each peer for each sample, in seconds.")
  var peerSeconds = 20

  @Flag(inversion: .prefixedNo, help: "Run the peers.")
  var peers = true

  @Option(help: "A scene of yours to reduce by xml-reference as well.")
  var real: String?

  @Option(help: "Build for libFuzzer; 'fuzzer', without a sanitizer, is the fastest.")
  var build: FuzzBuild = .fuzzer

  @Flag(help: "Print one JSON object a line, one for each sample.")
  var json = false

  func validate() throws {
    guard peerSeconds >= 1 else { throw ValidationError("--peer-seconds must be at least 1.") }
  }

  func run() async throws {
    try BenchText.requireOptimized()
    let chosen = try findings.map { try reductionSample(named: $0).name }
    var benchmarks = ReductionBenchmark.all.filter {
      chosen.isEmpty || chosen.contains($0.finding.name)
    }
    if let real { benchmarks.append(try realScene(real)) }
    let bench = peers ? await PeerBench.make(BuildPlan(build), seconds: peerSeconds) : nil
    let display = ProgressDisplay(onError: true)
    var rows: [ReductionRow] = []
    if !json { printRow(ReductionRow.head) }
    for benchmark in benchmarks {
      display.say("\(benchmark.finding.name), \(benchmark.input.count) bytes …")
      let ours = try await benchmark.run()
      let others = await bench?.results(benchmark) ?? [:]
      let row = ReductionRow(benchmark, ours: ours, peers: others)
      rows.append(row)
      printRow(json ? try JSONLine.text(row) : row.line)
    }
    if !json, rows.contains(where: { !$0.peers.isEmpty }) { printRow(ReductionRow.summary(rows)) }
  }

  private func realScene(_ path: String) throws -> ReductionBenchmark {
    let finding = try reductionSample(named: "xml-reference")
    guard let bytes = FileManager.default.contents(atPath: path).map({ [UInt8]($0) }) else {
      throw RunFailure.environment("cannot read \(Printable.text(path))", "name a readable file")
    }
    guard finding.shows(bytes) else {
      throw RunFailure.usage(
        "\(Printable.text(path)) does not show xml-reference (\(finding.meaning))",
        "name a scene with such a reference")
    }
    return ReductionBenchmark(finding: finding, input: bytes)
  }
}

/// The reduction sample of that name. An unknown name is a usage error that lists all names.
func reductionSample(named name: String) throws(RunFailure) -> ReductionSample {
  guard let finding = ReductionSample[name] else {
    let known = ReductionSample.all.map(\.name).joined(separator: ", ")
    throw .usage("there is no reduction sample '\(name)'", "known: \(known)")
  }
  return finding
}

/// Peers that are available here.
private struct PeerBench {
  let environment: ReducerEnvironment
  let toolchain: Toolchain
  let selftest: String?
  let hasPython: Bool
  let seconds: Int

  /// Reports peers that are not available on standard error.
  static func make(_ plan: BuildPlan, seconds: Int) async -> PeerBench? {
    do {
      let root = try RepositoryRoot.locate()
      let toolchain = try await Toolchain.locate()
      let environment = ReducerEnvironment(root: root)
      var hasPython = true
      do throws(RunFailure) { try await environment.make() } catch {
        printError("lithium, picire and shrinkray are left out: \(error)")
        hasPython = false
      }
      var selftest: String?
      do throws(RunFailure) {
        selftest = try await Builder(root: root, toolchain: toolchain)
          .build(plan, products: ["fuzz-selftest"])[0]
      } catch {
        printError("libFuzzer is left out: \(error)")
      }
      return PeerBench(
        environment: environment, toolchain: toolchain, selftest: selftest, hasPython: hasPython,
        seconds: seconds)
    } catch {
      printError("the peers are left out: \(error)")
      return nil
    }
  }

  func results(_ benchmark: ReductionBenchmark) async -> [ReducerPeer: ReducerPeer.Result] {
    var results: [ReducerPeer: ReducerPeer.Result] = [:]
    for peer in ReducerPeer.allCases {
      guard peer == .libFuzzer ? selftest != nil : hasPython else { continue }
      do throws(RunFailure) {
        let result = try await peer.run(
          finding: benchmark.finding.name, input: benchmark.input, seconds: seconds,
          environment: environment, toolchain: toolchain, selftest: selftest ?? "")
        if benchmark.finding.shows(result.bytes) {
          results[peer] = result
        } else {
          printError("\(peer.rawValue) failed on \(benchmark.finding.name) and is left out there")
        }
      } catch {
        printError("\(error)")
      }
    }
    return results
  }
}
