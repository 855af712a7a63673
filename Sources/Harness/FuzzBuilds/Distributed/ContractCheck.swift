import Foundation
import ProcessSupport
import ZipReading

/// Checks of one program: those that OSS-Fuzz publishes (`bad_build_check`) and the needs of its
/// runner.
struct ContractCheck: Sendable {
  /// Folder of `$OUT`, which is not the folder of the build.
  let folder: String
  let name: String
  let expectedSeeds: Int
  let toolchain: Toolchain

  private var program: String { folder + "/" + name }

  /// The engine warns below this number of counters, since such a target reaches nothing.
  private static let minimumEdges = 100
  /// An address build has at least as many calls of the sanitizer.
  private static let minimumSanitizerCalls = 1_000

  func run() async throws(RunFailure) -> ContractReport.Row {
    var row = ContractReport.Row(program: name)
    guard let data = FileManager.default.contents(atPath: program),
      FileManager.default.isExecutableFile(atPath: program)
    else {
      row.faults = ["no such program in $OUT"]
      return row
    }
    if data.range(of: Data("LLVMFuzzerTestOneInput".utf8)) == nil {
      row.faults.append("the engine would not recognize it as a target")
    }
    let headers = try await child(try toolchain.tool("llvm-objdump"), ["-p", program])
    row.faults += ProgramFacts(headers: headers.output).faults
    row.sanitizerCalls = try await sanitizerCalls()
    if row.sanitizerCalls < Self.minimumSanitizerCalls {
      row.faults.append("only \(row.sanitizerCalls) calls of the sanitizer")
    }
    try await start(&row)
    try await startWithSeeds(&row)
    return row
  }

  /// Starts without a corpus, as the published check does.
  private func start(_ row: inout ContractReport.Row) async throws(RunFailure) {
    let outcome = try await child(program, ["-seed=1337", "-runs=4"])
    if !outcome.status.isSuccess || !outcome.output.contains("Done 4 runs") {
      row.faults.append("does not start without a corpus (\(outcome.status))")
    }
    row.edges = ProgramFacts.edges(in: outcome.output)
    if row.edges < Self.minimumEdges { row.faults.append("only \(row.edges) edges") }
  }

  /// Starts with options, dictionary and seeds, as the runner does.
  private func startWithSeeds(_ row: inout ContractReport.Row) async throws(RunFailure) {
    let corpus = try TemporaryFolder()
    defer { corpus.remove() }
    row.seeds = unpack(into: corpus.path)
    if row.seeds != expectedSeeds {
      row.faults.append("\(row.seeds) seeds in its archive, \(expectedSeeds) committed")
    }
    let options = libFuzzerOptions()
    if options.isEmpty { row.faults.append("no options") }
    let outcome = try await child(
      program, options + ["-dict=\(program).dict", "-runs=\(row.seeds + 10)", corpus.path])
    if !outcome.status.isSuccess { row.faults.append("fails on its seeds (\(outcome.status))") }
    row.dictionaryWords = ProgramFacts.dictionaryWords(in: outcome.output)
    if row.dictionaryWords == 0 { row.faults.append("its dictionary cannot be read") }
  }

  /// The options that the runner passes to libFuzzer.
  private func libFuzzerOptions() -> [String] {
    guard let text = try? String(contentsOfFile: program + ".options", encoding: .utf8) else {
      return []
    }
    var section = ""
    var words: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("[") {
        section = String(line)
      } else if section == "[libfuzzer]", !line.hasPrefix("#"), line.contains("=") {
        words.append("-" + line.filter { $0 != " " })
      }
    }
    return words
  }

  private func unpack(into folder: String) -> Int {
    guard let data = FileManager.default.contents(atPath: program + "_seed_corpus.zip") else {
      return 0
    }
    let bytes = [UInt8](data)
    guard let archive = try? ZipArchive(reading: bytes.span) else { return 0 }
    return archive.members.indices.count { index in
      guard let contents = try? archive.contents(of: index, in: bytes.span) else { return false }
      return FileManager.default.createFile(
        atPath: "\(folder)/\(index)", contents: Data(contents))
    }
  }

  /// Counts calls in a pipe, since the disassembly is too long to keep.
  private func sanitizerCalls() async throws(RunFailure) -> Int {
    let outcome = try await child(
      "/bin/bash",
      [
        "-c", #""$0" -d --no-show-raw-insn "$1" | grep -c '<__asan'"#,
        try toolchain.tool("llvm-objdump"), program,
      ])
    return Int(outcome.output.split(separator: "\n").last ?? "") ?? 0
  }

  /// Runs a child whose environment has only the standard search path.
  private func child(
    _ executable: String, _ words: [String]
  ) async throws(RunFailure) -> ChildProcess.Outcome {
    try await ChildProcess(
      executable: executable, arguments: words,
      environment: [
        "PATH": "/usr/bin:/bin",
        "ASAN_OPTIONS": "handle_abort=1:handle_sigill=1:detect_stack_use_after_return=1"
          + ":fast_unwind_on_fatal=0:dedup_token_length=3:symbolize=1:print_scariness=1",
        "ASAN_SYMBOLIZER_PATH": folder + "/llvm-symbolizer",
      ], directory: folder, timeLimit: .seconds(300)
    ).run()
  }
}
