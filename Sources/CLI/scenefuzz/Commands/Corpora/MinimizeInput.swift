import ArgumentParser
import Corpus
import CrashTriage
import Foundation
import FuzzBuilds
import FuzzSession
import FuzzTargets
import Minimization
import ProcessSupport
import ReplayAndTriage

struct MinimizeInput: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "input",
    abstract: "Reduce a failing input while it shows the same finding.",
    discussion: """
      A candidate is kept only when it shows the same finding; another crash does not count. The smallest input so far \
      is always on disk: beside the input as FILE.min, or at -o. When FILE is the input of a stored finding, it is \
      replaced at the end. An input that fails only sometimes is judged by a majority of runs. Ctrl-C stops the \
      reduction and keeps the smallest input so far.

      Exit codes: 0 reduced, 2 the input does not fail, 3 something is missing in the environment.

      Example: scenefuzz minimize input mrml crashes/6e927019422dcc67/input
      """)

  @Argument(help: "Name of the target.")
  var target: String

  @Argument(help: "The failing input.")
  var file: String

  @Option(name: [.customShort("o"), .long], help: "Output file; FILE.min by default.")
  var output: String?

  @Option(help: "Maximum time, such as 90, 90s or 10m.")
  var budget = TimeSpan(seconds: 60)

  @Option(
    help: "Form of the result: summary, or swift for code that makes the input.")
  var format = Format.summary

  @OptionGroup var options: BuildOptions

  enum Format: String, CaseIterable, ExpressibleByArgument { case summary, swift }

  @Flag(help: "Print the result as JSON on standard output.")
  var json = false

  private struct Line: Encodable {
    var file: String
    var output: String
    var finding: String
    var title: String
    var bytesBefore: Int
    var bytesAfter: Int
    var tests: Int
    var processes: Int
    var seconds: Double
    var complete: Bool
    var reproduced: Int
    var replays: Int
    /// Number of `InputMinimization.attempts` replays in which the result failed.
    var confirmed: Int
    /// Swift code that makes the result; only with `--format swift`.
    var swift: String?
  }

  func run() async throws {
    let target = try scenefuzz.target(named: target)
    guard let data = FileManager.default.contents(atPath: file) else {
      throw RunFailure.environment("cannot read \(file)", "check the path and its permissions")
    }
    let toolchain = try await Toolchain.locate()
    let program = try await Builder(root: try .locate(), toolchain: toolchain)
      .build(options.plan, products: ["fuzz-" + target.name])[0]
    var minimization = InputMinimization(
      target: target.name, replay: CrashReplay(toolchain: toolchain, program: program))
    minimization.budget = budget.duration
    minimization.plain = try .ownProgram()
    let place = URL(fileURLWithPath: output ?? file + ".min")
    guard let result = try await watched(minimization, Array(data), place) else {
      throw RunFailure.usage(
        "\(file) did not fail: fuzz-\(target.name) (\(options.plan.build.rawValue), "
          + "\(options.plan.configuration.rawValue)) ran it "
          + "\(InputMinimization.attempts + InputMinimization.patience) times",
        "check the target, or try another --build or --configuration")
    }
    let stored = try output == nil && replaceInStore(result, smaller: place)
    let line = Line(
      file: file, output: stored ? file : place.path, finding: result.fingerprint.description,
      title: result.finding.title, bytesBefore: data.count, bytesAfter: result.input.count,
      tests: result.tests, processes: result.processes, seconds: result.elapsed.inSeconds,
      complete: result.isComplete, reproduced: result.reproduced, replays: result.replays,
      confirmed: result.confirmed,
      swift: format == .swift ? InputSource.swift(result.input) : nil)
    if json { try printJSON(line) } else { show(line, target.name) }
  }

  /// Runs `minimization`; Ctrl-C stops it early.
  private func watched(
    _ minimization: InputMinimization, _ input: [UInt8], _ place: URL
  ) async throws -> InputMinimization.Result? {
    var minimization = minimization
    let (stop, display) = (StopSignal(), ProgressDisplay(onError: true))
    minimization.stop = stop
    let size = input.count
    let progress = ReductionProgress(display: display, from: size)
    return try await InterruptHandler.watching(stop, display) {
      [minimization] () async throws(RunFailure) in
      do {
        return try await minimization.run(input) { smaller in
          try FileReplacement.write(smaller, to: place)
          progress.reached(smaller.count)
        }
      } catch let failure as RunFailure {
        throw failure
      } catch {
        throw .environment(
          "\(error)", "the original and the smallest input so far (\(place.path)) are on disk")
      }
    }
  }

  /// Stores the result when `file` is the input of the same finding, and then removes the copy
  /// beside it.
  private func replaceInStore(_ result: InputMinimization.Result, smaller: URL) throws -> Bool {
    let folder = URL(fileURLWithPath: file).standardizedFileURL.deletingLastPathComponent()
    guard URL(fileURLWithPath: file).lastPathComponent == "input",
      let name = Fingerprint(folder.lastPathComponent)
    else { return false }
    let store = FindingStore(folder: folder.deletingLastPathComponent())
    guard let known = try inStore({ try store.finding(name) }),
      known.buckets.contains(result.fingerprint.description)
    else { return false }
    try inStore {
      try store.replaceInput(of: known, by: result.input, name: SHA1.name(of: result.input))
    }
    try? FileManager.default.removeItem(at: smaller)
    return true
  }

  private func show(_ line: Line, _ target: String) {
    if line.reproduced < line.replays {
      print(
        "warning: not deterministic: \(line.reproduced) of \(line.replays) replays of the input failed, "
          + "\(line.confirmed) of \(InputMinimization.attempts) of the result")
    }
    print(
      "\(line.bytesBefore) bytes to \(line.bytesAfter) in \(line.tests) tests, "
        + "\(line.seconds) s\(line.complete ? "" : "; the budget was spent")")
    print("\(line.finding)  \(line.title)")
    print("  result: \(line.output)")
    print(
      "  repeat: \(CommandWords.command("replay", target, CommandWords.fromHere(line.output), plan: options.plan))"
    )
    if let swift = line.swift { print(swift) }
  }
}
