import ArgumentParser
import CoverageAndCI
import Foundation
import FuzzBuilds
import FuzzSession
import FuzzTargets
import Minimization
import ProcessSupport
package import SetCover

struct MinimizeCorpus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Reduce a corpus to a provably minimal set with the same coverage.",
    discussion: """
      Minimizes corpus/TARGET/found together with the working corpus of sessions, or with the folders of --add. \
      corpus/TARGET/seeds is never changed. The target reports the features of every input, and an exact set-cover \
      solver selects the inputs. The selection is run again before the folder is replaced by rename. Inputs that crash, \
      hang or exhaust memory are moved to the quarantine folder, listed, and tried again the next time.

      With --control-file only the solver runs, on the features in a libFuzzer control file as \
      '-set_cover_merge=1 -merge_control_file=F' writes it.

      Exit codes: 0 done, 2 wrong usage, 3 something is missing in the environment; the corpus is then unchanged.

      Example: scenefuzz minimize corpus mrml --objective bytes --dry-run
      """)

  @Argument(help: "Name of the target; not with --control-file.")
  var target: String?

  @Option(
    help: "Objective to minimize: count (of files), bytes, time, or bytes-time (their product).")
  var objective = CorpusObjective.count

  @Option(help: "Coverage to keep: edges, or counts (edges with bucketed hit counts).")
  var features = FeatureKind.counts

  @Option(help: "The corpus to minimize; corpus/TARGET/found by default.")
  var folder: String?

  @Option(help: "A folder of inputs to merge; repeatable.")
  var add: [String] = []

  @Option(help: "Name of an input to keep in any case; repeatable.")
  var protect: [String] = []

  @Flag(help: "Change nothing; print what would be kept.")
  var dryRun = false

  @Option(
    help:
      "Maximum time of the solver, such as 60s; then the best solution so far is used, with its bound."
  )
  var timeLimit = TimeSpan(seconds: 60)

  @Option(help: "Select from the features in this libFuzzer control file, and run nothing.")
  var controlFile: String?

  @OptionGroup var options: BuildOptions
  @OptionGroup var output: OutputOptions

  enum FeatureKind: String, CaseIterable, ExpressibleByArgument { case edges, counts }

  func validate() throws {
    if controlFile == nil, target == nil {
      throw ValidationError("Name a target, or a control file with --control-file.")
    }
    if controlFile != nil, target != nil || folder != nil || !add.isEmpty {
      throw ValidationError("--control-file takes no target and no folders: it runs nothing.")
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
        throw .environment("\(error)", "no input was lost; fix this and run the command again")
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
