import Foundation
import ProcessSupport

/// Runs git in the checkout.
struct Git: Sendable {
  let root: RepositoryRoot

  /// Returns git's output. A failure is one of the environment, with the last line of git's
  /// message.
  func run(_ words: [String]) async throws(RunFailure) -> String {
    let outcome = try await ChildProcess(
      executable: "/usr/bin/env", arguments: ["git", "-C", root.path] + words,
      environment: ChildEnvironment.build(ProcessInfo.processInfo.environment).merging(
        ["GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"]) { $1 },
      timeLimit: .seconds(120), outputLimit: 16 << 20
    ).run()
    guard outcome.status.isSuccess else {
      let message = outcome.output.split(separator: "\n").last.map(String.init) ?? "no message"
      throw .environment(
        "git \(words[0]) failed: \(message)", "check the revision, and that this is a git checkout")
    }
    return outcome.output
  }
}
