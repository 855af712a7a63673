import ArgumentParser
import CrashTriage
import Foundation
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

/// `scenefuzz triage`
struct Triage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell which crashing inputs and crash reports show the same bug.",
    discussion: """
      Inputs are replayed in processes of their own; reports are read as they are: libFuzzer and the \
      sanitizers, messages and backtraces of Swift, gdb, lldb, core summaries, macOS .crash and .ips, \
      CASR. Each bug becomes one finding under crashes/ with its smallest input. With --json one line \
      is printed for each file, and with --no-store nothing is written. --update replays what is known \
      instead and says what still fails, moved, is fixed or flaky. Exits with 1 when anything fails.

      Example: scenefuzz triage .scenefuzz/artifacts/mrml --target mrml
      """)

  @Argument(
    help: "Inputs, reports, or folders of them; the artifacts of all sessions if none is given.")
  var paths: [String] = []

  @Option(help: "The target of the inputs, where their path does not tell.")
  var target: String?

  @Option(
    parsing: .upToNextOption,
    help: "Files that are inputs, whatever they look like; attaches them to their findings.")
  var input: [String] = []

  @Flag(help: "Replay every known finding and say what became of it.")
  var update = false

  @Flag(help: "Write nothing to the folder of findings.")
  var noStore = false

  @OptionGroup var publishing: PublishingOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var options: BuildOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if update, !(paths.isEmpty && input.isEmpty && !noStore && publishing.isEmpty) {
      throw ValidationError("--update takes no files and writes no reports.")
    }
  }

  func run() async throws {
    let named = try target.map { try scenefuzz.target(named: $0) }
    let store =
      try noStore && storeOptions.folder == nil
      ? FindingStore(folder: URL(fileURLWithPath: "crashes")) : storeOptions.store()
    var run = TriageRun(plan: options.plan)
    run.sources = (try? RepositoryRoot.locate()).map { SourceIndex(root: $0) }
    if update {
      let fails = try await TriageUpdating(run: run, store: store, json: output.json).update()
      if fails { throw ExitStatus.finding.code }
      return
    }
    let files =
      try paths.isEmpty && input.isEmpty
      ? SessionArtifacts.list() : paths.isEmpty ? [] : InputFiles.list(paths)
    let sorting = try TriageSorting(files, inputs: input, target: named, store: store)
    var result = try await run.run(sorting)
    var summary = TriageSummary(isStored: !noStore, plan: options.plan)
    try place(&result, store, &summary)
    try publishing.write(summary, result, sources: run.sources)
    if !output.json { summary.print(result, store: store) }
    if result.contains(where: { $0.finding != nil }) { throw ExitStatus.finding.code }
  }

  /// Finds out which finding each file belongs to, together, and stores it.
  private func place(
    _ result: inout [TriagedFile], _ store: FindingStore, _ summary: inout TriageSummary
  ) throws {
    let placement = try noStore ? FindingPlacement() : inStore { try store.placement() }
    var names = placement.findings(of: result.compactMap(\.finding)).makeIterator()
    for index in result.indices {
      if var finding = result[index].finding, let name = names.next() {
        result[index].line.finding = name.description
        if noStore {
          finding.fingerprint = name.description
          summary.add(finding, isNew: true)
        } else {
          let evidence = result[index].evidence
          let (stored, isNew) = try inStore {
            try store.record(finding, as: name, evidence: evidence)
          }
          summary.add(stored, isNew: isNew)
        }
      }
      if output.json { try JSONLine.print(result[index].line) }
    }
  }
}
