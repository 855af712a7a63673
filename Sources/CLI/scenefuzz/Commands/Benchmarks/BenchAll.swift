import ArgumentParser
import Corpus
import Foundation
import HarnessBenchmarks
import ProcessSupport
import ReaderBenchmarks
import ReplayAndTriage

struct BenchAll: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all",
    abstract: "Run every benchmark and write one document with all tables.",
    discussion: """
      Runs the benchmarks one after the other, each as a process of its own, and prints a Markdown document: machine \
      and library versions, then the output of each command under the command, with date, commit and load. A benchmark \
      that cannot run here is listed with the reason. ./scripts/benchmarks writes docs/BENCHMARKS.md this way.

      With names, --write replaces the sections of these benchmarks and keeps the others. The injected bugs alone take about \
      an hour.

      Example: scenefuzz bench all xml inflate --quick
      """)

  @Argument(help: "Benchmarks to run; all by default.")
  var names: [String] = []

  @Flag(help: "Use fewer rounds and smaller inputs.")
  var quick = false

  @Option(help: "Write the document to this file instead of standard output.")
  var write: String?

  @Option(help: "Complete and report the trials of injected bugs in this folder.")
  var trials: String?

  func validate() throws {
    if trials != nil && !names.isEmpty && !names.contains(BenchmarkCommand.bugs) {
      throw ValidationError("--trials belongs to the benchmark '\(BenchmarkCommand.bugs)'.")
    }
  }

  func run() async throws {
    let commands = try selected()
    try BenchText.requireOptimized()
    let root = try RepositoryRoot.locate()
    let machine = await BenchmarkMachine.current(
      root: root, toolchain: try await .locate(), libraries: LibraryVersions.all)
    let (stop, display) = (StopSignal(), ProgressDisplay(onError: true))
    let suite = BenchmarkSuite(
      program: try PlainReplay.ownProgram().program, root: root, stop: stop)
    let isQuick = quick
    var document = try await InterruptHandler.watching(stop, display) {
      () async throws(RunFailure) in
      try await suite.run(commands, isQuick: isQuick, on: machine) { display.say($0) }
    }
    guard let write else { return print(document.markdown) }
    if !names.isEmpty, let earlier = try? String(contentsOfFile: write, encoding: .utf8) {
      try document.keepSections(of: earlier)
    }
    try FileReplacement.write(Array(document.markdown.utf8), to: URL(fileURLWithPath: write))
    printError("written: \(write)")
  }

  private func selected() throws(RunFailure) -> [BenchmarkCommand] {
    let all = BenchmarkCommand.all.map { command in
      guard let trials, command.name == BenchmarkCommand.bugs else { return command }
      return command.resuming(trials)
    }
    guard !names.isEmpty else { return all }
    let known = all.map(\.name)
    for name in names where !known.contains(name) {
      throw .usage("there is no benchmark '\(name)'", "known: \(known.joined(separator: ", "))")
    }
    return all.filter { names.contains($0.name) }
  }
}
