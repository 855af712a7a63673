import Foundation
package import ProcessSupport

/// Runs a built entry point on one input.
package struct ReplayRun: Sendable {
  /// The toolchain, whose symbolizer names the frames.
  package let toolchain: Toolchain
  /// The program to run.
  package let program: String
  /// Time limit of libFuzzer, in seconds.
  package var timeout: Int = 10
  /// Memory limit of libFuzzer, in megabytes.
  package var memoryLimit: Int = 2048
  /// Added to the environment of the process.
  package var environment: [String: String] = [:]

  package init(toolchain: Toolchain, program: String) {
    self.toolchain = toolchain
    self.program = program
  }

  /// Result of one run.
  package struct Outcome: Sendable {
    /// Verdict, from the text.
    package let verdict: ReplayVerdict
    /// End of the process.
    package let status: ChildProcess.Status
    /// Output of the program.
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
