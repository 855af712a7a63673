package import CrashTriage
import Foundation
package import ProcessSupport

/// Replays inputs in child processes for their crash reports.
package struct CrashReplay: Sendable {
  /// The toolchain, whose symbolizer names the frames.
  package let toolchain: Toolchain
  /// A built entry point.
  package let program: String
  /// Time limit of libFuzzer for one input, in seconds.
  package var timeout = 10
  /// Memory limit of libFuzzer, in megabytes.
  package var memoryLimit = 2048
  /// Whether sets and dictionaries have the same order in every run.
  package var hasFixedHashSeed = true
  /// Added to the environment of the process.
  package var environment: [String: String] = [:]

  package init(toolchain: Toolchain, program: String) {
    self.toolchain = toolchain
    self.program = program
  }

  /// Runs `files` in one process until one crashes, without a symbolizer, which is what makes a
  /// crash slow. Nil when none crashes.
  package func firstCrash(
    among files: [String]
  ) async throws(RunFailure) -> (index: Int, report: CrashReport)? {
    let (report, log) = try await run(files, symbolize: false)
    guard let report else { return nil }
    let started = log.split(separator: "\n").count { $0.hasPrefix("Running: ") }
    return (min(max(started - 1, 0), files.count - 1), report)
  }

  /// The report on one input with functions, files and lines; nil when it does not crash.
  package func report(on file: String) async throws(RunFailure) -> CrashReport? {
    try await run([file], symbolize: true).report
  }

  private func run(
    _ files: [String], symbolize: Bool
  ) async throws(RunFailure) -> (report: CrashReport?, log: String) {
    var environment = ChildEnvironment.sanitized(
      ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer")
    ).merging(self.environment) { $1 }
    if !hasFixedHashSeed { environment["SWIFT_DETERMINISTIC_HASHING"] = nil }
    if !symbolize {
      environment = environment.mapValues { $0.replacing("symbolize=1", with: "symbolize=0") }
    }
    let outcome = try await ChildProcess(
      executable: program,
      arguments: ["-timeout=\(timeout)", "-rss_limit_mb=\(memoryLimit)", "-detect_leaks=0"] + files,
      environment: environment, timeLimit: .seconds(timeout * files.count + 30)
    ).run()
    if let report = CrashReport.read(outcome.output) { return (report, outcome.output) }
    if outcome.timedOut {
      return (CrashReport(format: .libFuzzer, kind: .timeout, message: "timeout"), outcome.output)
    }
    if outcome.status.isSuccess { return (nil, outcome.output) }
    return (
      CrashReport(format: .libFuzzer, kind: .deadlySignal, message: "died without a report"),
      outcome.output
    )
  }
}
