import Foundation
import FuzzBuilds
import FuzzSession
package import ProcessSupport

/// A temporary copy of the sources with all injected bugs. The checkout itself contains none.
package struct PatchedCopy: Sendable {
  let root: RepositoryRoot
  private let folder: TemporaryFolder

  /// Sources of the entry points, inputs of sessions, and the canaries.
  private static let parts = ["Package.swift", "Sources", "corpus", "benchmarks/bugs/BugCanary"]

  /// Copies the working tree and applies the patches in order. Takes about a second.
  package init(of original: RepositoryRoot, with set: InjectedBugSet) async throws(RunFailure) {
    folder = try TemporaryFolder()
    root = RepositoryRoot(path: folder.path)
    do {
      try WorkFolder.make(root.path("benchmarks/bugs"))
      for part in Self.parts { try Self.copy(original.path(part), to: root.path(part)) }
      try leaveOutFound()
      for name in [InjectedBugSet.manifestPatch] + set.bugs.map({ $0.name + ".patch" }) {
        try await apply(set.folder + "/" + name)
      }
    } catch {
      folder.remove()
      throw error
    }
  }

  /// Deletes the copy and its build.
  package func remove() { folder.remove() }

  private static func copy(_ source: String, to target: String) throws(RunFailure) {
    do {
      try FileManager.default.copyItem(atPath: source, toPath: target)
    } catch {
      throw .environment(
        "cannot copy \(source) (\(error.localizedDescription))", "check the free disk space")
    }
  }

  /// Trials start with seeds only: the found corpora already trigger some of the bugs.
  private func leaveOutFound() throws(RunFailure) {
    let corpus = root.path("corpus")
    for target in (try? FileManager.default.contentsOfDirectory(atPath: corpus)) ?? [] {
      let found = corpus + "/\(target)/found"
      guard FileManager.default.fileExists(atPath: found) else { continue }
      do {
        try FileManager.default.removeItem(atPath: found)
      } catch {
        throw .environment(
          "cannot remove \(found) (\(error.localizedDescription))", "check the permissions")
      }
    }
  }

  private func apply(_ patch: String) async throws(RunFailure) {
    var environment = ChildEnvironment.build(ProcessInfo.processInfo.environment)
    // A repository around the temporary folder would change the meaning of paths.
    environment["GIT_CEILING_DIRECTORIES"] =
      URL(fileURLWithPath: root.path)
      .deletingLastPathComponent().path
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
      environment[name] = nil
    }
    let outcome = try await ChildProcess(
      executable: "/usr/bin/env", arguments: ["git", "apply", "--whitespace=nowarn", patch],
      environment: environment, directory: root.path, timeLimit: .seconds(60)
    ).run()
    guard outcome.status.isSuccess else {
      throw .environment(
        "\(InputFiles.lastComponent(patch)) does not apply:\n\(outcome.output)",
        "regenerate it on top of the patches before it; see benchmarks/bugs/README.md")
    }
  }

  /// Builds the entry points of `targets` and returns the programs in order.
  func build(
    _ plan: BuildPlan, targets: [String], toolchain: Toolchain, stop: StopSignal
  ) async throws(RunFailure) -> [String] {
    var builder = Builder(root: root, toolchain: toolchain)
    builder.stop = stop
    builder.timeLimit = .seconds(1_800)
    return try await builder.build(plan, products: targets.map { "fuzz-" + $0 })
  }
}
