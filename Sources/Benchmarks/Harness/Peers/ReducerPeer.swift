import Foundation
package import ProcessSupport
import ReplayAndTriage

/// A reducer of others, run on a reduction sample.
package enum ReducerPeer: String, CaseIterable, Sendable {
  case libFuzzer = "libfuzzer"
  case lithium
  case picire
  case shrinkray

  /// What the reducer came to.
  package struct Result: Sendable {
    /// The smallest input that it left.
    package let bytes: [UInt8]
    /// Candidates run; of libFuzzer those of the rounds that ended, as it says them itself.
    package let tests: Int
    /// Wall clock of its run.
    package let seconds: Double
    /// False when its time was up.
    package let isComplete: Bool
  }

  /// Runs it on `input` for at most `seconds`.
  ///
  /// The Python reducers ask an oracle that stays alive (`exec-judge` of this program), so that a test costs them no
  /// process; libFuzzer runs `fuzz-selftest` of the build given, which is in one process with it.
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
    else { throw .environment("\(rawValue) gave no result", "run it again") }
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
    // Its children go through an unquoted shell, so the program is reached through a path without spaces.
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

/// Adds up what libFuzzer says of each round.
private actor TestCounter {
  private(set) var tests = 0

  func read(_ line: String) {
    let mark = "stat::number_of_executed_units:"
    guard line.hasPrefix(mark), let count = Int(line.dropFirst(mark.count).drop { $0 == " " })
    else { return }
    tests += count
  }
}
