import Corpus
package import Foundation
import Minimization
package import ProcessSupport
import SetCover

/// Minimizes one corpus with libFuzzer's two merges, with the rule of afl-cmin, and with the solver
/// of this project, on the same inputs of the same build.
package struct CoverBench: Sendable {
  /// The toolchain, whose symbolizer the children use.
  package let toolchain: Toolchain
  /// Path of the built entry point.
  package let program: String
  /// Time limit of each merge.
  package var timeLimit: Duration = .seconds(600)

  /// A comparison with ten minutes for each merge.
  package init(toolchain: Toolchain, program: String) {
    self.toolchain = toolchain
    self.program = program
  }

  /// Result of one method.
  package struct Kept: Encodable, Sendable {
    /// Number of kept inputs.
    package let files: Int
    /// Bytes of the kept inputs.
    package let bytes: Int
    /// Seconds from the inputs to the selection; for a rule on known features, its own time only.
    package let seconds: Double
  }

  /// Results of all methods on the same contents.
  package struct Result: Encodable, Sendable {
    /// Number of distinct contents before.
    package let files: Int
    /// Bytes before.
    package let bytes: Int
    /// Distinct features before.
    package let features: Int
    /// libFuzzer's `-merge=1`.
    package let merge: Kept
    /// libFuzzer's `-set_cover_merge=1`.
    package let setCoverMerge: Kept
    /// The greedy rule of afl-cmin, on the features that ours collected.
    package let aflRule: Kept
    /// Fewest files; includes collecting features and solving.
    package let ours: Kept
    /// Whether `ours` is proven to be optimal.
    package let isOptimal: Bool
    /// Fewest bytes, on the same features.
    package let oursBytes: Kept
    /// Solver time of `ours` in seconds.
    package let solvingSeconds: Double
  }

  /// Runs all methods on the contents of `folders`; nil when there is none.
  package func run(_ folders: [URL]) async throws -> Result? {
    let contents = try CorpusContents(folders)
    guard !contents.inputs.isEmpty else { return nil }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // libFuzzer's children go through an unquoted shell, so paths must not contain spaces.
    let inputs = folder.path + "/in"
    try WorkFolder.make(inputs)
    var sizes: [String: Int] = [:]
    for (digest, input) in contents.inputs {
      try WorkFolder.write(try FileReplacement.read(input.url), to: inputs + "/" + digest)
      sizes[digest] = input.size
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/fuzz", withDestinationPath: program)
    let merge = try await merge("-merge=1", folder)
    let setCover = try await self.merge("-set_cover_merge=1", folder)
    let clock = ContinuousClock()
    let start = clock.now
    let order = sizes.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    let collected = try await FeatureCollection(toolchain: toolchain, program: program).run(
      order.map { .init(path: inputs + "/" + $0.key, size: $0.value) })
    let solving = clock.now
    let count = try CorpusSelection.solve(collected.features)
    let end = clock.now
    let fewest = try CorpusSelection.solve(collected.features, objective: .bytes)
    let last = clock.now
    let rule = CorpusSelection.rarestFeatureFirst(collected.features)
    return Result(
      files: sizes.count, bytes: contents.bytes, features: count.featuresBefore, merge: merge,
      setCoverMerge: setCover,
      aflRule: Kept(
        files: rule.count, bytes: rule.reduce(0) { $0 + collected.features.inputs[$1].size },
        seconds: Self.seconds(clock.now - last)),
      ours: Kept(
        files: count.filesAfter, bytes: count.bytesAfter, seconds: Self.seconds(end - start)),
      isOptimal: count.isOptimal,
      oursBytes: Kept(
        files: fewest.filesAfter, bytes: fewest.bytesAfter, seconds: Self.seconds(last - end)),
      solvingSeconds: Self.seconds(end - solving))
  }

  private func merge(_ flag: String, _ folder: TemporaryFolder) async throws -> Kept {
    let out = folder.path + "/out"
    try? FileManager.default.removeItem(atPath: out)
    try WorkFolder.make(out)
    let environment = ChildEnvironment.sanitized(
      ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer")
    ).mapValues { $0.replacing("symbolize=1", with: "symbolize=0") }
    let outcome = try await ChildProcess(
      executable: folder.path + "/fuzz",
      arguments: [
        flag, "-timeout=10", "-rss_limit_mb=2048", "-detect_leaks=0",
        "-artifact_prefix=\(folder.path)/", out, folder.path + "/in",
      ],
      environment: environment, directory: folder.path, timeLimit: timeLimit
    ).run()
    guard outcome.status.isSuccess, outcome.output.contains("MERGE-OUTER: successful") else {
      throw RunFailure.environment("libFuzzer did not finish \(flag)", "run the command again")
    }
    let kept = try Corpus(folder: URL(fileURLWithPath: out)).inputs()
    return Kept(
      files: kept.count, bytes: kept.reduce(0) { $0 + $1.size },
      seconds: Self.seconds(outcome.elapsed))
  }

  /// Rounded to hundredths of a second.
  private static func seconds(_ time: Duration) -> Double {
    (Double(time / .seconds(1)) * 100).rounded() / 100
  }
}
