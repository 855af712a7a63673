import Foundation
import ProcessSupport
import TestSupport
import Testing

@Suite("The Python modules of the real reader") struct PythonTests {
  private static let python = ExecutableSearch.path(of: "python3")

  @Test("their unit tests pass without the core", .enabled(if: python != nil, "needs python3"))
  func unitTestsPass() async throws {
    let outcome = try await ChildProcess(
      executable: try #require(Self.python),
      arguments: [
        "-B", "-m", "unittest", "discover", "-s", "realreader/tests", "-t", ".",
      ], environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""],
      directory: Repository.root.path + "/scripts/slicer", timeLimit: .seconds(120)
    ).run()
    #expect(outcome.status.isSuccess, "\(outcome.output.suffix(2000))")
    #expect(outcome.output.contains("OK"))
  }
}
