import Foundation
import ProcessSupport
import TestSupport
import Testing

/// `scripts/setup.sh`: what a user reads when a build does not end well.
@Suite struct SetupScriptTests {
  /// Runs `build_with_progress` on a shell command instead of a compiler.
  private func build(_ command: String, then rest: String = "") async throws
    -> ChildProcess.Outcome
  {
    let script = """
      . "$1/scripts/setup.sh"
      \(rest)
      build_with_progress "the sample" "" bash -c "$2"
      """
    return try await ChildProcess(
      executable: "/usr/bin/env",
      arguments: ["bash", "-euc", script, "bash", Repository.root.path, command],
      environment: ProcessInfo.processInfo.environment, timeLimit: .seconds(120)
    ).run()
  }

  @Test("a failed build prints its messages and exits with 3")
  func failure() async throws {
    let outcome = try await build("echo 'error: of the compiler'; exit 1")
    #expect(outcome.status == .exited(3))
    #expect(outcome.output.contains("error: of the compiler\n"))
    #expect(outcome.output.hasSuffix("the build of the sample failed; its messages are above.\n"))
  }

  @Test(
    "a build that ends at a full disk says so and what to do",
    arguments: ["error: No space left on device", "error: encountered an I/O error (code: 28)"])
  func fullDisk(message: String) async throws {
    let outcome = try await build("echo '\(message)'; exit 1")
    #expect(outcome.status == .exited(3))
    #expect(outcome.output.contains("the disk is full"))
    #expect(!outcome.output.contains("error:"))
    #expect(outcome.output.hasSuffix("run it again: it goes on from there.\n"))
  }

  @Test(
    "a build that cannot fetch its packages says so and what to do",
    arguments: [
      "error: 'swift-x': Git command 'git -C x config failed: fatal",
      "error: Failed to clone repository https://github.com/x/y:",
      "error: fatal: unable to access https://github.com/x/y: Could not resolve host",
    ])
  func offline(message: String) async throws {
    let outcome = try await build("echo 'Fetching x'; echo \"\(message)\"; exit 1")
    #expect(outcome.status == .exited(3))
    #expect(!outcome.output.contains("error:"))
    #expect(outcome.output.contains("the packages of Package.swift could not be downloaded"))
    #expect(outcome.output.hasSuffix("later builds need none.\n"))
  }

  @Test("an interrupted build says so, exits with 130 and leaves no child")
  func interruption() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let mark = folder.path + "/pid"
    let outcome = try await build(
      "echo $$ > '\(mark)'; sleep 300",
      then: "(while [ ! -s '\(mark)' ]; do sleep 0.1; done; kill -INT $$) &")
    #expect(outcome.status == .exited(130))
    #expect(outcome.output.contains("stopped while building the sample; run it again"))
    let number = try String(contentsOfFile: mark, encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(!FileManager.default.fileExists(atPath: "/proc/\(number)"))
  }
}
