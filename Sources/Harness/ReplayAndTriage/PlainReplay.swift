import Foundation
package import ProcessSupport

/// Runs a target on one input in a plain build, for the backtrace that Swift itself writes.
///
/// The child is this very program with the hidden words `exec-target NAME FILE`. Nothing is instrumented there, so
/// the backtrace has inlined frames, demangled names and source locations, and takes about a tenth of a second.
package struct PlainReplay: Sendable {
  /// The `scenefuzz` program.
  package let program: String
  /// Wall clock of one run; after it the input counts as a hang.
  package var timeLimit: Duration = .seconds(20)
  /// Added to the environment of the process.
  package var environment: [String: String] = [:]

  /// Runs targets in that program.
  package init(program: String) { self.program = program }

  /// This process's own program.
  package static func ownProgram() throws(RunFailure) -> PlainReplay {
    guard let path = SystemBridge.executablePath else {
      throw .environment("this system does not tell where scenefuzz lies", "use Linux or macOS")
    }
    return PlainReplay(program: path)
  }

  /// What one run came to.
  package struct Outcome: Sendable {
    /// What went wrong, read from the text.
    package let verdict: ReplayVerdict
    /// How the process ended.
    package let status: ChildProcess.Status
    /// All that the process said.
    package let log: String
    /// The JSON crash log; nil when the input did not crash or the backtracer wrote nothing.
    package let backtrace: String?
  }

  /// Runs target `name` on `file`.
  package func run(target name: String, file: String) async throws(RunFailure) -> Outcome {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let outcome = try await ChildProcess(
      executable: program, arguments: ["exec-target", name, file],
      environment: ChildEnvironment.backtraced(
        ProcessInfo.processInfo.environment, into: folder.path
      ).merging(environment) { $1 },
      timeLimit: timeLimit
    ).run()
    let logs = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let backtrace = logs.sorted().first.flatMap {
      try? String(contentsOfFile: folder.path + "/" + $0, encoding: .utf8)
    }
    return Outcome(
      verdict: ReplayVerdict(
        log: outcome.output, status: outcome.status, timedOut: outcome.timedOut),
      status: outcome.status, log: outcome.output, backtrace: backtrace)
  }
}
