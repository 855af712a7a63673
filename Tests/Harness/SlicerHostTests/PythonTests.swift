import Foundation
import ProcessSupport
import SlicerHost
import TestSupport
import Testing

@Suite("The Python modules of the real reader") struct PythonTests {
  private static let python = ExecutableSearch.path(of: "python3")

  @Test("their unit tests pass without the core", .enabled(if: python != nil, "needs python3"))
  func unitTestsPass() async throws {
    var variables = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
    variables["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    #if os(Linux) && arch(x86_64)
      let libraries = ReaderLibraries(root: RepositoryRoot(path: Repository.root.path))
      try await libraries.build([.coverSolver])
      variables["SCENEFUZZ_READER"] = libraries.folder
    #endif
    let outcome = try await ChildProcess(
      executable: try #require(Self.python),
      arguments: [
        "-B", "-m", "unittest", "discover", "-s", "realreader/tests", "-t", ".",
      ], environment: variables,
      directory: Repository.root.path + "/scripts/slicer", timeLimit: .seconds(600)
    ).run()
    #expect(outcome.status.isSuccess, "\(outcome.output.suffix(2000))")
    #expect(outcome.output.contains("OK"))
  }
}
