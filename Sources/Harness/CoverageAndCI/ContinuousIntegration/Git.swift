import Foundation
import ProcessSupport

/// Asks git about the checkout.
struct Git: Sendable {
  let root: RepositoryRoot

  /// What git prints; a failure is one of the environment, in git's own words.
  func run(_ words: [String]) async throws(RunFailure) -> String {
    let outcome = try await ChildProcess(
      executable: "/usr/bin/env", arguments: ["git", "-C", root.path] + words,
      environment: ChildEnvironment.build(ProcessInfo.processInfo.environment).merging(
        ["GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"]) { $1 },
      timeLimit: .seconds(120), outputLimit: 16 << 20
    ).run()
    guard outcome.status.isSuccess else {
      let said = outcome.output.split(separator: "\n").last.map(String.init) ?? "no word"
      throw .environment(
        "git \(words[0]) failed: \(said)", "check the revision, and that this is a git checkout")
    }
    return outcome.output
  }
}
