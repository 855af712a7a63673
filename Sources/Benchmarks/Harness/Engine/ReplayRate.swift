import Foundation
import FuzzBuilds
import FuzzSession
import ProcessSupport

/// How fast a libFuzzer program runs the same inputs over and over.
///
/// Measured in processor time of the process, as the difference of many passes and one: starting, and what happens the
/// first time only, are off. On a machine that does nothing else it is the time on the clock.
struct ReplayRate: Sendable {
  let program: String
  let files: [String]
  let toolchain: Toolchain
  let stop: StopSignal
  /// Passes over the files in one measurement.
  private(set) var passes = 16
  /// Processor seconds of a process that makes one pass.
  private var once = 0.0

  /// Less than this is too little to measure.
  private static let least = 0.4
  private static let maximumPasses = 1 << 20

  /// Finds out how many passes it takes to measure.
  init(
    _ program: String, _ files: [String], toolchain: Toolchain, stop: StopSignal
  ) async throws(RunFailure) {
    self.program = program
    self.files = files
    self.toolchain = toolchain
    self.stop = stop
    once = try await seconds(passes: 1)
    while passes < Self.maximumPasses {
      let spent = try await seconds(passes: passes) - once
      if spent >= Self.least { break }
      // At least fourfold: what was measured so far may be nothing.
      passes *= max(4, min(64, Int(Self.least / max(spent, 0.001))))
    }
    passes = min(passes, Self.maximumPasses)
  }

  /// Executions per second in one measurement.
  func measure() async throws(RunFailure) -> Double {
    let first = try await seconds(passes: 1)
    let spent = try await seconds(passes: passes) - min(first, once)
    return Double((passes - 1) * files.count) / max(spent, 0.000_001)
  }

  /// Wall clock of a process that runs the first input once: the time that it takes to start, and to end.
  func startUp() async throws(RunFailure) -> Double {
    try await run(passes: 1, files: [files[0]]).wall
  }

  /// Where the time of many passes goes, for a program of ours.
  func times() async throws(RunFailure) -> EntryTimes {
    let log = try await run(passes: passes, files: files, clock: true).log
    guard let times = EntryTimes(in: log) else {
      throw .environment(
        "\(InputFiles.lastComponent(program)) does not tell where its time goes:\n\(log.suffix(1_000))",
        "build it again")
    }
    return times
  }

  private func seconds(passes: Int) async throws(RunFailure) -> Double {
    try await run(passes: passes, files: files).processor
  }

  private func run(
    passes: Int, files: [String], clock: Bool = false
  ) async throws(RunFailure) -> (processor: Double, wall: Double, log: String) {
    var environment = ChildEnvironment.forManyInputs(
      ChildEnvironment.sanitized(
        ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer")))
    environment["SCENEFUZZ_CLOCK"] = clock ? "1" : nil
    var child = ChildProcess(
      executable: program,
      arguments: ["-runs=\(passes)", "-detect_leaks=0", "-rss_limit_mb=0", "-timeout=120"]
        + files,
      environment: environment, timeLimit: .seconds(600))
    child.stop = stop
    let before = SystemBridge.processorSecondsOfChildren
    let outcome = try await child.run()
    let after = SystemBridge.processorSecondsOfChildren
    if stop.isRaised { throw .environment("stopped", "run it again") }
    guard outcome.status.isSuccess else {
      throw .environment(
        "\(InputFiles.lastComponent(program)) fails on what it is measured with:\n\(outcome.output.suffix(1_000))",
        "run 'replay --seeds'; a committed input that fails is a finding")
    }
    return (after - before, outcome.elapsed.seconds, outcome.output)
  }
}
