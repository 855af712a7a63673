import Corpus
import Foundation
import FuzzBuilds
import FuzzSession
package import ProcessSupport

/// A copy of the sources with all patches of a set. The checkout itself contains none.
///
/// A kept copy lies in the checkout's working data and keeps its build folder: a file whose content
/// is the same keeps its time, so that a changed bug or mutation rebuilds what depends on it only.
package struct PatchedCopy: Sendable {
  let root: RepositoryRoot
  /// Nil for a kept copy.
  private let folder: TemporaryFolder?

  /// Sources of the entry points, inputs of sessions, and the canaries.
  private static let parts = ["Package.swift", "Sources", "corpus", "benchmarks/bugs/BugCanary"]

  /// Copies the working tree and applies the patches in order. Takes about a second.
  ///
  /// - Parameter isKept: whether the copy and its build outlive the process.
  package init(
    of original: RepositoryRoot, with set: InjectedBugSet, isKept: Bool = false
  ) async throws(RunFailure) {
    let temporary = try TemporaryFolder()
    let made = RepositoryRoot(path: temporary.path)
    do {
      try await Self.fill(made, from: original, with: set)
      guard isKept else {
        root = made
        folder = temporary
        return
      }
      let place = original.path(".scenefuzz/bugs/copy-\(set.copyName)")
      try WorkFolder.make(place)
      try KeptTree.update(place, from: temporary.path, parts: Self.parts)
      root = RepositoryRoot(path: place)
      folder = nil
      temporary.remove()
    } catch {
      temporary.remove()
      throw error
    }
  }

  /// Deletes a temporary copy and its build; a kept copy stays.
  package func remove() { folder?.remove() }

  private static func fill(
    _ root: RepositoryRoot, from original: RepositoryRoot, with set: InjectedBugSet
  ) async throws(RunFailure) {
    try WorkFolder.make(root.path("benchmarks/bugs"))
    for part in parts { try copy(original.path(part), to: root.path(part)) }
    try leaveOutFound(root)
    for patch in set.patches { try await apply(patch, root, isOutside: set.group == nil) }
  }

  private static func copy(_ source: String, to target: String) throws(RunFailure) {
    do {
      try FileManager.default.copyItem(atPath: source, toPath: target)
    } catch {
      throw .environment(
        "cannot copy \(source) (\(error.localizedDescription))", "check the free disk space")
    }
  }

  /// Trials start with seeds only: the found corpora already trigger some of the bugs.
  private static func leaveOutFound(_ root: RepositoryRoot) throws(RunFailure) {
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

  /// - Parameter isOutside: whether one line of context is enough, since the patch may have been
  ///   made on another version.
  private static func apply(
    _ patch: String, _ root: RepositoryRoot, isOutside: Bool
  ) async throws(RunFailure) {
    var environment = ChildEnvironment.build(ProcessInfo.processInfo.environment)
    // A repository around the temporary folder would change the meaning of paths.
    environment["GIT_CEILING_DIRECTORIES"] =
      URL(fileURLWithPath: root.path)
      .deletingLastPathComponent().path
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
      environment[name] = nil
    }
    let outcome = try await ChildProcess(
      executable: "/usr/bin/env",
      arguments: ["git", "apply", "--whitespace=nowarn"] + (isOutside ? ["-C1"] : []) + [patch],
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

extension InjectedBugSet {
  /// Name of the kept copy: copies with other patches have other build folders.
  var copyName: String {
    guard let group else { return "added-" + SHA1.name(of: Array(patches.last?.utf8 ?? "".utf8)) }
    return group.appliesSecondSet ? "both" : "first"
  }
}
