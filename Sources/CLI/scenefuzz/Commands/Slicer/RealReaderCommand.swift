import Foundation
import ProcessSupport
import SlicerHost

/// Runs a module of the real reader's fuzzer and prints its lines.
enum RealReaderCommand {
  /// Throws the exit code of the module unless it is 0.
  static func run(
    _ module: RealReader.Module, _ arguments: [String], timeLimit: Duration = .seconds(86_400)
  ) async throws {
    try end(try await code(module, arguments, timeLimit: timeLimit))
  }

  /// The exit code of the module. An interrupt raises `stop`.
  static func code(
    _ module: RealReader.Module, _ arguments: [String], timeLimit: Duration,
    stop: StopSignal = StopSignal()
  ) async throws -> Int32 {
    let environment = SlicerEnvironment(root: try RepositoryRoot.locate())
    return try await InterruptHandler.watching(stop, ProgressDisplay(onError: true)) {
      () async throws(RunFailure) in
      try await RealReader(environment: environment).run(
        module, arguments, timeLimit: timeLimit, stop: stop
      ) { printRow($0) }
    }
  }

  /// Writes the private page to a file of this name below the private folder. Needs no core.
  static func writePage(_ name: String) async throws {
    try await run(.fuzz, ["--page", name])
  }

  /// Throws an exit code unless it is 0.
  static func end(_ code: Int32) throws {
    if code != 0 { throw ExitStatus(rawValue: code)?.code ?? ExitStatus.environment.code }
  }
}
