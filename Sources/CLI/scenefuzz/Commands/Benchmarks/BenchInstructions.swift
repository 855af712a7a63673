import ArgumentParser
import HarnessBenchmarks
import ProcessSupport
import ReaderBenchmarks

struct BenchInstructions: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instructions",
    abstract: "Count the instructions per byte of the readers and compare with the baseline.",
    discussion: """
      Counts with `perf stat` where the processor's counter is available, otherwise with valgrind. Without either the \
      rows say 'not measured' and the command succeeds. The baseline is a committed file for each compiler version, and \
      for the release build or that of the tests; --check exits with 1 when a row costs over 3 % more.

      Example: scenefuzz bench instructions --check
      """)

  @Option(
    parsing: .upToNextOption, help: "Sizes of the generated scene in megabytes, for each workload.")
  var size: [Int] = []

  @Option(help: "Use only this counter: 'perf' or 'valgrind'.")
  var counter: String?

  @Flag(help: "Exit with 1 when a row costs over 3 % more than in the baseline.")
  var check = false

  @Flag(help: "Write the counts as the new baseline.")
  var update = false

  @Flag(help: "Print one JSON object a line, one for each row.")
  var json = false

  func validate() throws {
    guard size.allSatisfy({ (1...1_000).contains($0) }) else {
      throw ValidationError("--size must be 1 to 1000.")
    }
    guard counter.map({ InstructionCounter(rawValue: $0) != nil }) ?? true else {
      throw ValidationError("--counter must be perf or valgrind.")
    }
    if check && update { throw ValidationError("--check and --update exclude each other.") }
  }

  func run() async throws {
    guard let build = InstructionBaseline.Build.own else { throw BenchText.notOptimized }
    let candidates = InstructionCounter.allCases.filter { counter == nil || $0.rawValue == counter }
    guard let counter = await InstructionCounter.available(among: candidates) else {
      printError("instructions: not measured (neither perf nor valgrind can count here)")
      return
    }
    let toolchain = try await Toolchain.locate()
    let path = InstructionBaseline.path(
      in: try RepositoryRoot.locate(), toolchain: toolchain.version, counter: counter, build: build)
    let baseline = InstructionBaseline(readingFile: path)
    let measured = try await measure(counter, toolchain, against: baseline)
    if update {
      let rows = (baseline?.rows ?? [:]).merging(measured) { $1 }
      try InstructionBaseline(rows: rows).write(to: path)
      printError("baseline: \(path)")
    }
    guard check else { return }
    guard let baseline else {
      printError("no baseline for Swift \(toolchain.version) and \(counter.rawValue): not compared")
      return
    }
    let risen = baseline.risen(in: measured)
    if risen.isEmpty { return }
    printError("over 3 % more than in the baseline: \(risen.joined(separator: ", "))")
    throw ExitCode(ExitStatus.finding.rawValue)
  }

  /// Counts each row and prints it at once.
  private func measure(
    _ counter: InstructionCounter, _ toolchain: Toolchain, against baseline: InstructionBaseline?
  ) async throws -> [String: Double] {
    let bench = try await InstructionBench(counter: counter, toolchain: toolchain)
    defer { bench.remove() }
    if !json { print(BenchText.head) }
    var measured: [String: Double] = [:]
    for size in Set(size.isEmpty ? Workload.all.flatMap(\.sizes) : size).sorted() {
      let scene = GeneratedScene(size: size * 1_000_000).bytes
      for workload in Workload.all where !self.size.isEmpty || workload.sizes.contains(size) {
        let name = "\(workload.name)-\(size)"
        let cost = try await bench.cost(of: workload.name, on: scene)
        let rounded = (cost * 1_000).rounded() / 1_000
        measured[name] = rounded
        BenchText.show(
          BenchmarkRow(
            name: name, ours: rounded, peer: baseline?.rows[name],
            peerName: baseline?.rows[name].map { _ in "baseline, \(counter.rawValue)" },
            unit: "instructions/byte", ratio: baseline?.rows[name].map { ratio($0 / cost) },
            runs: 1,
            peakBytes: nil),
          json: json)
      }
    }
    return measured
  }

  private func ratio(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
