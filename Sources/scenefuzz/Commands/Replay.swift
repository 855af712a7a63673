import ArgumentParser
import FuzzRunning
import FuzzTargets

/// `scenefuzz replay`
struct Replay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a target over given inputs, each in a process of its own.",
    discussion: """
      Prints a verdict for each input. Exits with 1 when any input is a finding.

      Example: scenefuzz replay mrml crashes/
      """)

  @Argument(help: "Name of the target.")
  var name: String

  @Argument(help: "Inputs: files, or folders of files.")
  var inputs: [String]

  @OptionGroup var options: BuildOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let target = try target(named: name)
    let files = try InputFiles.list(inputs)
    let toolchain = try await Toolchain.locate()
    let builder = Builder(root: try .locate(), toolchain: toolchain)
    let program = try await builder.build(options.plan, products: ["fuzz-" + target.name])[0]
    let replay = ReplayRun(toolchain: toolchain, program: program)
    var verdicts: [String: ReplayVerdict] = [:]
    for file in files {
      let verdict = try await replay.run(file).verdict
      verdicts[file] = verdict
      if !output.json { print("\(verdict)\t\(file)") }
    }
    if output.json { try printJSON(verdicts.mapValues(\.description)) }
    let findings = files.filter { verdicts[$0]?.isFinding == true }
    if !output.json, let first = findings.first {
      print("\(findings.count) of \(files.count) inputs are findings. To repeat the first:")
      print("  scenefuzz replay \(target.name) \(ShellWord.quoted(first))")
    }
    if !findings.isEmpty { throw ExitStatus.finding.code }
  }
}
