import ArgumentParser
import Foundation
import FuzzBuilds
import FuzzTargets
import HarnessBenchmarks
import ProcessSupport

struct BenchCover: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cover",
    abstract:
      "Compare corpus minimization by libFuzzer's merges, by afl-cmin's rule and by our solver.",
    discussion: """
      Minimizes the committed inputs of each target (seeds and found), the working corpus of sessions and the folders \
      of --add, without protecting any input. Our time includes collecting the features and solving for the fewest \
      files; afl-cmin's rule and the fewest bytes are computed on the same features. No corpus is changed.

      Example: scenefuzz bench cover mrml xml --add other-corpus
      """)

  @Argument(help: "Targets; by default every target of the build.")
  var targets: [String] = []

  @Option(help: "A further folder of inputs, with a single target.")
  var add: [String] = []

  @OptionGroup var options: BuildOptions

  @Flag(help: "Print one JSON object a line, one for each target.")
  var json = false

  private struct Row: Encodable {
    let target: String
    let result: CoverBench.Result
  }

  func validate() throws {
    if !add.isEmpty, targets.count != 1 {
      throw ValidationError("--add needs exactly one target.")
    }
  }

  func run() async throws {
    try BenchText.requireOptimized()
    let root = try RepositoryRoot.locate()
    let toolchain = try await Toolchain.locate()
    let builder = Builder(root: root, toolchain: toolchain)
    if !json { printRow(Self.columns(Self.head)) }
    for target in try options.targets(targets) where target.name != "demo" || !targets.isEmpty {
      let program = try await builder.build(options.plan, products: ["fuzz-" + target.name])[0]
      let folders = try TargetFolders(target.name)
      let result = try await inFolder {
        try await CoverBench(toolchain: toolchain, program: program).run(
          [folders.seeds, folders.found, folders.grown] + add.map { URL(fileURLWithPath: $0) })
      }
      guard let result else { continue }
      printRow(
        json
          ? try JSONLine.text(Row(target: target.name, result: result))
          : Self.columns(Self.words(target.name, result)))
    }
  }

  private func inFolder<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch let error as RunFailure {
      throw error
    } catch {
      throw RunFailure.environment("\(error)", "check the folders of inputs")
    }
  }

  private static let head = [
    "target", "files", "features", "-merge", "-set_cover_merge", "afl-cmin rule", "ours, files",
    "ours, bytes", "solved",
  ]

  private static func words(_ name: String, _ result: CoverBench.Result) -> [String] {
    let kept = { (one: CoverBench.Kept) in "\(one.files) / \(one.bytes) / \(one.seconds) s" }
    return [
      name, "\(result.files)", "\(result.features)", kept(result.merge),
      kept(result.setCoverMerge), kept(result.aflRule), kept(result.ours), kept(result.oursBytes),
      "\(result.isOptimal ? "optimal" : "not proven"), \(result.solvingSeconds) s",
    ]
  }

  private static func columns(_ words: [String]) -> String {
    zip(words, [22, 8, 10, 26, 26, 26, 26, 26, 0]).map { word, width in
      word + String(repeating: " ", count: max(1, width - word.count))
    }.joined()
  }
}
