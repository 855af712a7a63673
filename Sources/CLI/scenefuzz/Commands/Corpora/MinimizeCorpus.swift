import ArgumentParser
import CoverageAndCI
import Foundation
import FuzzBuilds
import FuzzSession
import FuzzTargets
import Minimization
import ProcessSupport
package import SetCover

/// `scenefuzz minimize corpus`
struct MinimizeCorpus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Keep provably as little of a corpus as reaches everything it reaches.",
    discussion: """
      Minimizes corpus/TARGET/found of the checkout together with what sessions have grown, or what --add \
      names; corpus/TARGET/seeds is never touched. The features of every input come from the target, the selection \
      from an exact solver. What was selected is run again before the folder is replaced by rename. Inputs that \
      crash, hang or exhaust memory are moved to quarantine, named, and tried again the next time.

      With --control-file only the solver runs: on the features in a libFuzzer control file, as \
      '-set_cover_merge=1 -merge_control_file=F' leaves it.

      Exit codes: 0 done, 2 wrong usage, 3 the environment lacks something; the corpus then stays as it is.

      Example: scenefuzz minimize corpus mrml --objective bytes --dry-run
      """)

  @Argument(help: "Name of the target; not with --control-file.")
  var target: String?

  @Option(
    help: "What is to be least: count (of files), bytes, time, or bytes-time (their product).")
  var objective = CorpusObjective.count

  @Option(help: "What is to be kept: edges, or counts (how often each was taken, in steps).")
  var features = FeatureKind.counts

  @Option(help: "The corpus to minimize, instead of corpus/TARGET/found.")
  var folder: String?

  @Option(help: "A folder of inputs to merge in; may be given more than once.")
  var add: [String] = []

  @Option(help: "Name of an input that is kept whatever it reaches; may be given more than once.")
  var protect: [String] = []

  @Flag(help: "Change nothing; say what would be kept.")
  var dryRun = false

  @Option(
    help:
      "Most time for the solver, such as 60s; then the best so far is taken, with what is proven.")
  var timeLimit = TimeSpan(seconds: 60)

  @Option(help: "Select from the features in this control file of libFuzzer, and run nothing.")
  var controlFile: String?

  @OptionGroup var options: BuildOptions
  @OptionGroup var output: OutputOptions

  enum FeatureKind: String, CaseIterable, ExpressibleByArgument { case edges, counts }

  func validate() throws {
    if controlFile == nil, target == nil {
      throw ValidationError("Name a target, or a control file with --control-file.")
    }
    if controlFile != nil, target != nil || folder != nil || !add.isEmpty {
      throw ValidationError("With --control-file nothing is run: leave out target and folders.")
    }
    if controlFile != nil, objective.needsTimes {
      throw ValidationError("A control file has no times: use --objective count or bytes.")
    }
  }

  func run() async throws {
    if let controlFile {
      let answer = try ControlFileSelection(
        path: controlFile, objective: objective, protected: Set(protect), limit: timeLimit.duration)
      return try show(answer.line, answer.text)
    }
    guard let target else { return }
    let (stop, display) = (StopSignal(), ProgressDisplay(onError: true))
    var minimization = try await minimization(of: scenefuzz.target(named: target))
    minimization.stop = stop
    minimization.say = { display.say($0) }
    let result = try await InterruptHandler.watching(stop, display) {
      [minimization] () async throws(RunFailure) in
      do {
        return try await minimization.run()
      } catch let failure as RunFailure {
        throw failure
      } catch {
        throw .environment("\(error)", "nothing was lost")
      }
    }
    let text = CorpusText(
      target: target, objective: objective, folder: minimization.folder.path,
      quarantine: minimization.quarantine.path, plan: options.plan, isDryRun: dryRun)
    try show(CorpusLine(result), text.lines(result))
  }

  private func show(_ line: CorpusLine, _ text: [String]) throws {
    if output.json { try printJSON(line) } else { for line in text { print(line) } }
  }

  private func minimization(of target: FuzzTarget) async throws -> CorpusMinimization {
    let root = try RepositoryRoot.locate()
    let toolchain = try await Toolchain.locate()
    let program = try await Builder(root: root, toolchain: toolchain)
      .build(options.plan, products: ["fuzz-" + target.name])[0]
    let place = folder ?? root.path("corpus/\(target.name)/found")
    var minimization = CorpusMinimization(
      toolchain: toolchain, program: program, folder: URL(fileURLWithPath: place),
      seeds: URL(fileURLWithPath: root.path("corpus/\(target.name)/seeds")),
      quarantine: URL(fileURLWithPath: root.path(".scenefuzz/quarantine/\(target.name)")))
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
    minimization.objective = objective
    minimization.countsHits = features == .counts
    minimization.protected = Set(protect)
    minimization.isDryRun = dryRun
    minimization.solvingLimit = timeLimit.duration
    return minimization
  }
}

extension CorpusObjective: ExpressibleByArgument {}
