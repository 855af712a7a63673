import Foundation
package import ProcessSupport

/// The git-ignored Python environment with the reducers to compare with.
///
/// `scripts/reducers/requirements.txt` pins their versions. Once created, it needs no network.
package struct ReducerEnvironment: Sendable {
  /// The checkout that contains the environment.
  package let root: RepositoryRoot

  /// - Parameter root: the checkout.
  package init(root: RepositoryRoot) { self.root = root }

  private var folder: String { root.path(".venv-reducers") }
  var python: String { folder + "/bin/python" }
  var script: String { root.path("scripts/reducers/peer.py") }

  /// Creates the environment when it is missing: in a temporary folder that is then renamed.
  package func make() async throws(RunFailure) {
    guard SystemBridge.isFolder(python) == nil else { return }
    guard let system = ExecutableSearch.path(of: "python3") else {
      throw .environment("there is no python3 on PATH", "install CPython with its venv module")
    }
    let new = folder + ".new"
    try? FileManager.default.removeItem(atPath: new)
    defer { try? FileManager.default.removeItem(atPath: new) }
    try await step(system, ["-m", "venv", new])
    try await step(
      new + "/bin/python",
      ["-m", "pip", "install", "--quiet", "-r", root.path("scripts/reducers/requirements.txt")])
    do {
      try FileManager.default.moveItem(atPath: new, toPath: folder)
    } catch {
      throw .environment(
        "\(new) cannot be renamed to \(folder)", "check the permissions of the folder")
    }
  }

  private func step(_ program: String, _ arguments: [String]) async throws(RunFailure) {
    let outcome = try await ChildProcess(
      executable: program, arguments: arguments,
      environment: ProcessInfo.processInfo.environment, timeLimit: .seconds(300)
    ).run()
    guard outcome.status.isSuccess else {
      let line = outcome.output.split(separator: "\n").last.map(String.init) ?? "no message"
      throw .environment(
        "'\(program) \(arguments.joined(separator: " "))' failed: \(line)",
        "check the network, or leave the peers out with --no-peers")
    }
  }
}
