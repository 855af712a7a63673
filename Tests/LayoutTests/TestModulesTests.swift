import Foundation
import ProcessSupport
import TestSupport
import Testing

/// `scripts/test-modules`, by which `scripts/test --filter` builds no more than it needs.
@Suite struct TestModulesTests {
  private func modules(_ patterns: [String]) async throws -> ChildProcess.Outcome {
    try await ChildProcess(
      executable: "/usr/bin/env",
      arguments: ["bash", Repository.root.appendingPathComponent("scripts/test-modules").path]
        + patterns,
      environment: ProcessInfo.processInfo.environment, timeLimit: .seconds(60)
    ).run()
  }

  @Test(
    "a filter selects the modules that have such a module, suite or function",
    arguments: [
      (["XMLReading"], ["XMLReadingTests"]), (["CommitRuleTests"], ["LayoutTests"]),
      (["LayoutTests.ArrowTests/tableIsTheManifest"], ["LayoutTests"]),
      (["tableIsTheManifest"], ["LayoutTests"]), (["BrowserTests$"], ["ReportTests"]),
      (["FileReportTests", "CommitRule"], ["LayoutTests", "PreflightTests"]),
      (["noTestHasThisName"], []),
    ])
  func selection(patterns: [String], expected: [String]) async throws {
    let outcome = try await modules(patterns)
    #expect(outcome.status.isSuccess)
    #expect(outcome.output.split(separator: "\n").map(String.init) == expected)
  }

  @Test("a pattern that awk cannot read is a failure, after which all modules are built")
  func unreadable() async throws {
    #expect(!(try await modules(["a("]).status.isSuccess))
    let script = try String(
      contentsOf: Repository.root.appendingPathComponent("scripts/test"), encoding: .utf8)
    #expect(script.contains("|| modules="))
  }
}
