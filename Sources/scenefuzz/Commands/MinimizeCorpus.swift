import ArgumentParser
import CorpusTools
import Foundation
import FuzzRunning
import FuzzTargets

/// `scenefuzz minimize corpus`
struct MinimizeCorpus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Keep the fewest inputs of a corpus that reach everything it reaches.",
    discussion: """
      Minimizes corpus/TARGET/found of the checkout together with what sessions have grown, or what --add \
      names; corpus/TARGET/seeds is never touched. The folder \
      is replaced by rename after a second run has shown the same features. Inputs that crash are \
      moved to quarantine and named.

      Example: scenefuzz minimize corpus mrml --add .scenefuzz/corpus/mrml --dry-run
      """)

  @Argument(help: "Name of the target.")
  var target: String

  @Option(help: "The corpus to minimize, instead of corpus/TARGET/found.")
  var folder: String?

  @Option(help: "A folder of inputs to merge in; may be given more than once.")
  var add: [String] = []

  @Flag(help: "Change nothing; say what would be kept.")
  var dryRun = false

  @OptionGroup var options: BuildOptions
  @OptionGroup var output: OutputOptions

  private struct Line: Encodable {
    var filesBefore: Int
    var filesAfter: Int
    var bytesBefore: Int
    var bytesAfter: Int
    var featuresBefore: Int
    var featuresAfter: Int
    var unstableFeatures: Int
    var optimal: Bool
    var lowerBound: Int
    var seconds: Double
    var kept: [String]
    var quarantined: [String]
  }

  func run() async throws {
    let target = try scenefuzz.target(named: target)
    let root = try RepositoryRoot.locate()
    let toolchain = try await Toolchain.locate()
    let program = try await Builder(root: root, toolchain: toolchain)
      .build(options.plan, products: ["fuzz-" + target.name])[0]
    let quarantine = root.path(".scenefuzz/quarantine/\(target.name)")
    let place = folder ?? root.path("corpus/\(target.name)/found")
    var minimization = CorpusMinimization(
      toolchain: toolchain, program: program, folder: URL(fileURLWithPath: place),
      seeds: URL(fileURLWithPath: root.path("corpus/\(target.name)/seeds")),
      quarantine: URL(fileURLWithPath: quarantine))
    minimization.added = try add.map { folder in
      guard FileManager.default.fileExists(atPath: folder) else {
        throw RunFailure.usage("there is no folder '\(folder)'", "check the path after --add")
      }
      return URL(fileURLWithPath: folder)
    }
    let grown = root.path(".scenefuzz/corpus/\(target.name)")
    if add.isEmpty, folder == nil, FileManager.default.fileExists(atPath: grown) {
      minimization.added = [URL(fileURLWithPath: grown)]
    }
    minimization.isDryRun = dryRun
    let result: CorpusMinimization.Result
    do {
      result = try await minimization.run()
    } catch let error as CorpusError {
      throw RunFailure.environment(error.description, "nothing was lost")
    }
    let line = Line(
      filesBefore: result.filesBefore, filesAfter: result.filesAfter,
      bytesBefore: result.bytesBefore, bytesAfter: result.bytesAfter,
      featuresBefore: result.featuresBefore, featuresAfter: result.featuresAfter,
      unstableFeatures: result.unstable, optimal: result.filesAfter == result.lowerBound,
      lowerBound: result.lowerBound, seconds: result.elapsed.inSeconds, kept: result.kept,
      quarantined: result.quarantined)
    if output.json { try printJSON(line) } else { show(line, place, quarantine: quarantine) }
  }

  private func show(_ line: Line, _ place: String, quarantine: String) {
    print(
      "\(line.filesBefore) files, \(line.bytesBefore) bytes to \(line.filesAfter) files, "
        + "\(line.bytesAfter) bytes in \(line.seconds) s\(dryRun ? " (nothing was changed)" : "")")
    print(
      "features \(line.featuresBefore) to \(line.featuresAfter)"
        + (line.unstableFeatures > 0 ? ", \(line.unstableFeatures) of them unstable" : "")
        + "; at least \(line.lowerBound) files are needed"
        + (line.optimal ? ", so this is optimal" : ""))
    for name in line.quarantined.prefix(10) {
      print("  fails, \(dryRun ? "left where it is" : "in quarantine"): \(name)")
      guard !dryRun else { continue }
      let file = CommandWords.fromHere(quarantine + "/" + name)
      print("    repeat: \(CommandWords.command("replay", target, file, plan: options.plan))")
    }
    if line.quarantined.count > 10 { print("  and \(line.quarantined.count - 10) more that fail") }
    print("  corpus: \(place)")
  }
}
