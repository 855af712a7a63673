import Foundation
package import ProcessSupport

/// Runs a target on one input in a plain build, for the backtrace of Swift's runtime.
///
/// The child is this program with the hidden command `exec-target NAME FILE`. It is not
/// instrumented, so the backtrace has inlined frames, demangled names and source locations. Costs
/// about a tenth of a second.
package struct PlainReplay: Sendable {
  /// The `scenefuzz` program.
  package let program: String
  /// Time limit of one run; after it the input is a hang.
  package var timeLimit: Duration = .seconds(20)
  /// Added to the environment of the process.
  package var environment: [String: String] = [:]

  package init(program: String) { self.program = program }

  /// The program of this process.
  package static func ownProgram() throws(RunFailure) -> PlainReplay {
    guard let path = SystemBridge.executablePath else {
      throw .environment("the path of the running program is unknown", "use Linux or macOS")
    }
    return PlainReplay(program: path)
  }

  /// Result of one run.
  package struct Outcome: Sendable {
    /// Verdict, from the text.
    package let verdict: ReplayVerdict
    /// End of the process.
    package let status: ChildProcess.Status
    /// Output of the process.
    package let log: String
    /// The JSON crash log; nil without a crash or when the backtracer wrote none.
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
