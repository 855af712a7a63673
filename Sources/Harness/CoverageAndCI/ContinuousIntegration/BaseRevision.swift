import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

/// The base revision, checked out and built beside the checkout, to see whether a finding is older
/// than the change.
///
/// Created only when needed, since a checkout and a build cost minutes.
struct BaseRevision: Sendable {
  let root: RepositoryRoot
  let toolchain: Toolchain
  let revision: String
  let plan: BuildPlan
  var stop: StopSignal?

  /// Returns the indices of `inputs` that fail in the base revision too. Inputs of a target that
  /// the base revision lacks do not count.
  func failing(
    _ inputs: [(target: String, file: String)]
  ) async throws(RunFailure) -> Set<Int> {
    let git = Git(root: root)
    let commit =
      try await git.run(["rev-parse", "--verify", "--end-of-options", revision + "^{commit}"])
      .split(separator: "\n").first.map(String.init) ?? ""
    let folder = root.path(".scenefuzz/base/\(commit.prefix(16))")
    if !FileManager.default.fileExists(atPath: folder + "/Package.swift") {
      try WorkFolder.make(root.path(".scenefuzz/base"))
      _ = try await git.run(["worktree", "prune"])
      _ = try await git.run(["worktree", "add", "--detach", "--force", folder, commit])
    }
    let base = RepositoryRoot(path: folder)
    let there = Set(inputs.map(\.target)).filter {
      FileManager.default.fileExists(atPath: base.path("Sources/Fuzzing/EntryPoints/fuzz-\($0)"))
    }
    var failing: Set<Int> = []
    for target in there.sorted() {
      var builder = Builder(root: base, toolchain: toolchain)
      builder.stop = stop
      let program = try await builder.build(plan, products: ["fuzz-" + target])[0]
      let replay = CrashReplay(toolchain: toolchain, program: program)
      for (index, input) in inputs.enumerated() where input.target == target {
        if try await replay.firstCrash(among: [input.file]) != nil { failing.insert(index) }
      }
    }
    return failing
  }
}
