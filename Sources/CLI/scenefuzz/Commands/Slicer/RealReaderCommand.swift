import Foundation
import ProcessSupport
import SlicerHost

/// Runs a module of the real reader's fuzzer and prints its lines.
enum RealReaderCommand {
  /// Throws the exit code of the module unless it is 0.
  static func run(
    _ module: RealReader.Module, _ arguments: [String], timeLimit: Duration = .seconds(86_400)
  ) async throws {
    let environment = SlicerEnvironment(root: try RepositoryRoot.locate())
    let stop = StopSignal()
    let code = try await InterruptHandler.watching(stop, ProgressDisplay(onError: true)) {
      () async throws(RunFailure) in
      try await RealReader(environment: environment).run(
        module, arguments, timeLimit: timeLimit, stop: stop
      ) { printRow($0) }
    }
    if code != 0 { throw ExitStatus(rawValue: code)?.code ?? ExitStatus.environment.code }
  }
}
