import Foundation
import FuzzBuilds
import FuzzSession
import ProcessSupport

/// Rate at which a libFuzzer program runs the same inputs.
///
/// Measured in processor time of the process, as the difference between many passes and one, which
/// excludes start-up and one-time initialization. On an idle machine it equals wall-clock time.
struct ReplayRate: Sendable {
  let program: String
  let files: [String]
  let toolchain: Toolchain
  let stop: StopSignal
  /// Variables beside those of a sanitized program.
  let variables: [String: String]
  /// Passes over the files in one measurement.
  private(set) var passes = 16
  /// Processor seconds of a process that makes one pass.
  private var once = 0.0

  /// Shorter times are too short to measure.
  private static let least = 0.4
  private static let maximumPasses = 1 << 20

  /// Finds a number of passes that takes long enough to measure.
  init(
    _ program: String, _ files: [String], toolchain: Toolchain, stop: StopSignal,
    variables: [String: String] = [:]
  ) async throws(RunFailure) {
    self.program = program
    self.files = files
    self.toolchain = toolchain
    self.stop = stop
    self.variables = variables
    once = try await seconds(passes: 1)
    while passes < Self.maximumPasses {
      let spent = try await seconds(passes: passes) - once
      if spent >= Self.least { break }
      // At least fourfold, since the measured time may be almost zero.
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

  /// Wall-clock time of a process that runs the first input once: its start-up and exit.
  func startUp() async throws(RunFailure) -> Double {
    try await run(passes: 1, files: [files[0]]).wall
  }

  /// Timing of many passes of a program of this project.
  func times() async throws(RunFailure) -> EntryTimes {
    let log = try await run(passes: passes, files: files, clock: true).log
    guard let times = EntryTimes(in: log) else {
      throw .environment(
        "\(InputFiles.lastComponent(program)) prints no timing:\n\(log.suffix(1_000))",
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
    environment.merge(variables) { $1 }
    var child = ChildProcess(
      executable: program,
      arguments: ["-runs=\(passes)", "-detect_leaks=0", "-rss_limit_mb=0", "-timeout=120"]
        + files,
      environment: environment, timeLimit: .seconds(600))
    child.stop = stop
    let before = SystemBridge.processorSecondsOfChildren
    let outcome = try await child.run()
    let after = SystemBridge.processorSecondsOfChildren
    if stop.isRaised { throw .environment("stopped", "run the command again") }
    guard outcome.status.isSuccess else {
      throw .environment(
        "\(InputFiles.lastComponent(program)) fails on its benchmark input:\n\(outcome.output.suffix(1_000))",
        "run 'replay --seeds'; a committed input that fails is a finding")
    }
    return (after - before, outcome.elapsed.seconds, outcome.output)
  }
}
