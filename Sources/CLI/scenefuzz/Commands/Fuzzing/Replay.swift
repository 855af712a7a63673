import ArgumentParser
import ByteReading
import CrashTriage
import Foundation
import FuzzBuilds
import FuzzTargets
import InputReduction
import OracleTargets
import ProcessSupport
import ReplayAndTriage

struct Replay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run targets on given inputs, or on all committed ones, with sanitizers.",
    discussion: """
      Arguments that name a target select it; all others are files or folders. Without files, the committed inputs \
      are replayed: those of corpus/ (--seeds) and of crashes/ (--crashes), both by default. A failure is printed \
      with its title, message and cleaned stack. Exits with 1 when any input fails.

      Examples:
        scenefuzz replay mrml crashes/6e927019422dcc67/input
        scenefuzz replay --seeds --crashes
      """)

  @Argument(help: "Names of targets, then files or folders of files.")
  var words: [String] = []

  @Flag(help: "Replay corpus/TARGET/seeds and corpus/TARGET/found.")
  var seeds = false

  @Flag(help: "Replay the inputs of crashes/, each with every selected target.")
  var crashes = false

  @OptionGroup var options: BuildOptions
  @OptionGroup var color: ColorOption
  @OptionGroup var output: OutputOptions

  /// Result of one target.
  private struct Line: Encodable {
    var target: String
    var inputs: Int
    var seconds: Double
    var failures: [ReplayedFailure]
  }

  func run() async throws {
    let names = words.prefix { FullCatalog[$0] != nil }
    let paths = Array(words.dropFirst(names.count))
    if names.isEmpty, !paths.isEmpty { _ = try target(named: paths[0]) }
    if !paths.isEmpty, seeds || crashes {
      throw RunFailure.usage("files exclude --seeds and --crashes", "give one or the other")
    }
    let root = try RepositoryRoot.locate()
    let toolchain = try await Toolchain.locate()
    let targets = try options.targets(Array(names))
    let given = try paths.isEmpty ? nil : InputFiles.list(paths)
    let programs = try await Builder(root: root, toolchain: toolchain)
      .build(options.plan, products: targets.map { "fuzz-" + $0.name })
    var lines: [Line] = []
    for (target, program) in zip(targets, programs) {
      let files = given ?? committed(target.name, root)
      let line = try await replay(files, of: target.name, toolchain, program)
      lines.append(line)
      if !output.json { show(line) }
    }
    if output.json { try printJSON(lines) }
    if lines.contains(where: { !$0.failures.isEmpty }) { throw ExitStatus.finding.code }
  }

  /// Committed inputs of a target, as selected by the flags.
  private func committed(_ name: String, _ root: RepositoryRoot) -> [String] {
    let both = !seeds && !crashes
    var files: [String] = []
    if seeds || both {
      files += ["seeds", "found"].flatMap { InputFiles.below(root.path("corpus/\(name)/\($0)")) }
    }
    if crashes || both {
      files += InputFiles.below(root.path("crashes")).filter { $0.hasSuffix("/input") }
    }
    return files.map(CommandWords.fromHere)
  }

  private func replay(
    _ files: [String], of name: String, _ toolchain: Toolchain, _ program: String
  ) async throws -> Line {
    let clock = ContinuousClock()
    let start = clock.now
    let replay = CorpusReplay(replay: CrashReplay(toolchain: toolchain, program: program))
    let failures = try await replay.failures(among: files)
    return Line(
      target: name, inputs: files.count, seconds: (clock.now - start).inSeconds,
      failures: try await ReplayedFailure.explain(failures, of: name, replay.replay) {
        CommandWords.command("replay", name, $0, plan: options.plan)
      })
  }

  private func show(_ line: Line) {
    func count(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    print(
      "\(line.target): \(count(line.inputs, "input")), \(count(line.failures.count, "failure")), "
        + "\((line.seconds * 10).rounded() / 10) s")
    var shown: Set<String> = []
    for failure in line.failures {
      let isKnown = failure.fingerprint.map { !shown.insert($0).inserted } ?? false
      for text in failure.lines(color.style, withStack: !isKnown) { print("  " + text) }
    }
  }
}
