import ArgumentParser
import Foundation
import FuzzBuilds
import FuzzSession
import FuzzTargets
import HarnessBenchmarks
import OracleTargets
import ProcessSupport

struct BenchRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract:
      "Measure executions per second of the targets, against libxml2 under the same libFuzzer.",
    discussion: """
      Builds the entry points and a small C program around the system's libxml2, both with and without AddressSanitizer, \
      and alternately replays each target's seeds and one scene of a kilobyte. Rates are medians, in processor time. For \
      mrml, also prints the start-up time of a process and where the time of a session goes. Rows with a bar say whether \
      it is met. Rates depend on the load of the machine: compare only rows of one run.

      Example: scenefuzz bench run xml mrml --json
      """)

  @Argument(help: "Targets; all by default.")
  var targets: [String] = []

  @Option(help: "Number of rounds of each row.")
  var runs = 5

  @Flag(help: "Print one JSON object a line, one for each row.")
  var json = false

  func validate() throws {
    guard (1...100).contains(runs) else { throw ValidationError("--runs must be 1 to 100.") }
  }

  func run() async throws {
    let chosen =
      try targets.isEmpty
      ? FullCatalog.all.filter { $0.name != "demo" } : targets.map { try target(named: $0) }
    var bench = EngineBench(
      root: try .locate(), toolchain: try await .locate(), targets: chosen)
    bench.rounds = runs
    let display = ProgressDisplay(onError: true)
    let measured = bench
    try await InterruptHandler.watching(bench.stop, display) { () async throws(RunFailure) in
      if !json { print(Self.head) }
      try await measured.run {
        display.say($0)
      } onRow: {
        print(json ? (try? JSONLine.text($0)) ?? "" : Self.line($0))
      }
    }
  }

  private static let head = columns("row", "build", "ours", "libxml2", "ratio", "bar")

  private static func line(_ row: EngineRow) -> String {
    let bar = row.bar.map { "\(row.isMet == true ? "met" : "MISSED"): \($0)" }
    return columns(
      row.name, row.build.rawValue, "\(row.value) \(row.unit)", row.peer.map { "\($0)" } ?? "-",
      row.ratio.map { "\($0)" } ?? "-", bar ?? "-")
  }

  private static func columns(_ words: String...) -> String {
    zip(words, [40, 9, 24, 10, 8, 0]).map { word, width in
      word + String(repeating: " ", count: max(width - word.count, width == 0 ? 0 : 1))
    }.joined()
  }
}
