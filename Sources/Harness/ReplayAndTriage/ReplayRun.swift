import Foundation
package import ProcessSupport

/// Runs a built entry point on one input.
package struct ReplayRun: Sendable {
  /// The toolchain, whose symbolizer names the frames.
  package let toolchain: Toolchain
  /// The program to run.
  package let program: String
  /// Seconds that libFuzzer gives the input before it calls it a hang.
  package var timeout: Int = 10
  /// Megabytes of memory before libFuzzer calls it too much.
  package var memoryLimit: Int = 2048
  /// Added to the environment of the process.
  package var environment: [String: String] = [:]

  /// Runs with ten seconds and 2 GB for an input.
  package init(toolchain: Toolchain, program: String) {
    self.toolchain = toolchain
    self.program = program
  }

  /// What one run came to.
  package struct Outcome: Sendable {
    /// What went wrong, read from the text.
    package let verdict: ReplayVerdict
    /// How the process ended.
    package let status: ChildProcess.Status
    /// All that the program said.
    package let log: String
    /// Wall clock of the process.
    package let elapsed: Duration
  }

  /// Runs the program once on `file`. A crash is an outcome, not an error.
  package func run(_ file: String) async throws(RunFailure) -> Outcome {
    let outcome = try await ChildProcess(
      executable: program,
      arguments: ["-timeout=\(timeout)", "-rss_limit_mb=\(memoryLimit)", "-detect_leaks=0", file],
      environment: ChildEnvironment.sanitized(
        ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer")
      ).merging(environment) { $1 },
      timeLimit: .seconds(timeout + 30)
    ).run()
    return Outcome(
      verdict: ReplayVerdict(
        log: outcome.output, status: outcome.status, timedOut: outcome.timedOut),
      status: outcome.status, log: outcome.output, elapsed: outcome.elapsed)
  }
}
