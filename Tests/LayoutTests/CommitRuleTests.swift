import Foundation
import ProcessSupport
import TestSupport
import Testing

/// `scripts/commit-rule`, on a repository made for the test.
@Suite struct CommitRuleTests {
  @Test(
    "a subject of 73 characters or with 'wip' is refused, a subject of 72 is accepted",
    arguments: [
      (String(repeating: "a", count: 72), true), (String(repeating: "a", count: 73), false),
      ("WIP: half a reader", false), ("Reader: wipe the table", true),
    ])
  func subject(text: String, isAccepted: Bool) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    func run(_ program: String, _ words: [String]) async throws -> ChildProcess.Outcome {
      try await ChildProcess(
        executable: program, arguments: words,
        environment: ProcessInfo.processInfo.environment, directory: folder.path,
        timeLimit: .seconds(60)
      ).run()
    }
    func git(_ words: String...) async throws -> String {
      let outcome = try await run(
        "/usr/bin/env", ["git", "-c", "user.name=t", "-c", "user.email=t@t"] + words)
      #expect(outcome.status.isSuccess, "\(outcome.output)")
      return outcome.output
    }
    _ = try await git("init", "-q", ".")
    _ = try await git("commit", "-q", "--allow-empty", "-m", "Base: begin")
    let base = try await git("rev-parse", "HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
    _ = try await git("commit", "-q", "--allow-empty", "-m", text)
    let script = Repository.root.appendingPathComponent("scripts/commit-rule").path
    let outcome = try await run("/usr/bin/env", ["bash", script, base])
    #expect(outcome.status.isSuccess == isAccepted, "\(outcome.output)")
  }
}
