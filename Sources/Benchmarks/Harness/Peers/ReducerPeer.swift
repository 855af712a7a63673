import Foundation
package import ProcessSupport
import ReplayAndTriage

/// Another reducer, run on a reduction sample.
package enum ReducerPeer: String, CaseIterable, Sendable {
  case libFuzzer = "libfuzzer"
  case lithium
  case picire
  case shrinkray

  package struct Result: Sendable {
    /// The smallest input.
    package let bytes: [UInt8]
    /// Candidates run; for libFuzzer, those of completed rounds, as it prints them.
    package let tests: Int
    /// Wall-clock time.
    package let seconds: Double
    /// False when the time limit ended it.
    package let isComplete: Bool
  }

  /// Runs it on `input` for at most `seconds`.
  ///
  /// The Python reducers use one long-lived oracle (`exec-judge` of this program), so that a test
  /// does not start a process; libFuzzer runs `fuzz-selftest` of the given build in its own
  /// process.
  package func run(
    finding: String, input: [UInt8], seconds: Int, environment: ReducerEnvironment,
    toolchain: Toolchain, selftest: String
  ) async throws(RunFailure) -> Result {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let (source, target) = (folder.path + "/input", folder.path + "/output")
    try WorkFolder.write(input, to: source)
    let clock = ContinuousClock()
    let start = clock.now
    switch self {
    case .libFuzzer:
      let (tests, isComplete) = try await minimizeCrash(
        finding, source, target, seconds, folder, toolchain, selftest)
      let best = FileManager.default.contents(atPath: target).map { [UInt8]($0) }
      return Result(
        bytes: best.flatMap { $0.count < input.count ? $0 : nil } ?? input, tests: tests,
        seconds: Double((clock.now - start) / .seconds(1)), isComplete: isComplete)
    default:
      return try await python(finding, source, target, seconds, environment)
    }
  }

  private struct Line: Decodable {
    let tests: Int
    let seconds: Double
    let complete: Bool
    let failure: String?
  }

  private func python(
    _ finding: String, _ source: String, _ target: String, _ seconds: Int,
    _ environment: ReducerEnvironment
  ) async throws(RunFailure) -> Result {
    let program = try PlainReplay.ownProgram().program
    let outcome = try await ChildProcess(
      executable: environment.python,
      arguments: [environment.script, rawValue, source, target, "\(seconds)", program]
        + ["exec-judge", "finding:" + finding],
      environment: ChildEnvironment.judging(ProcessInfo.processInfo.environment),
      timeLimit: .seconds(seconds + 30)
    ).run()
    guard let text = outcome.output.split(separator: "\n").last(where: { $0.hasPrefix("{") }),
      let line = try? JSONDecoder().decode(Line.self, from: Data(text.utf8)),
      let bytes = FileManager.default.contents(atPath: target)
    else { throw .environment("\(rawValue) gave no result", "run the command again") }
    if let failure = line.failure {
      throw .environment("\(rawValue) failed on \(finding) (\(failure))", "it is left out")
    }
    return Result(
      bytes: [UInt8](bytes), tests: line.tests, seconds: line.seconds, isComplete: line.complete)
  }

  private func minimizeCrash(
    _ finding: String, _ source: String, _ target: String, _ seconds: Int,
    _ folder: TemporaryFolder, _ toolchain: Toolchain, _ selftest: String
  ) async throws(RunFailure) -> (tests: Int, isComplete: Bool) {
    // libFuzzer's children go through an unquoted shell, so the program needs a path without
    // spaces.
    let program = folder.path + "/fuzz"
    try? FileManager.default.createSymbolicLink(
      atPath: program, withDestinationPath: selftest)
    var environment = ChildEnvironment.sanitized(
      ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer")
    ).mapValues { $0.replacing("symbolize=1", with: "symbolize=0") }
    environment["SCENEFUZZ_REDUCTION_SAMPLE"] = finding
    let counter = TestCounter()
    let outcome = try await ChildProcess(
      executable: program,
      arguments: [
        "-minimize_crash=1", "-max_total_time=\(seconds)", "-exact_artifact_path=\(target)",
        "-print_final_stats=1", "-detect_leaks=0", source,
      ],
      environment: environment, directory: folder.path, timeLimit: .seconds(seconds)
    ).run { await counter.read($0) }
    return (await counter.tests, !outcome.timedOut)
  }
}

/// Sums the candidates that libFuzzer prints for each round.
private actor TestCounter {
  private(set) var tests = 0

  func read(_ line: String) {
    let mark = "stat::number_of_executed_units:"
    guard line.hasPrefix(mark), let count = Int(line.dropFirst(mark.count).drop { $0 == " " })
    else { return }
    tests += count
  }
}
