import ArgumentParser
import CrashTriage
import Foundation
import FuzzRunning
import FuzzTargets

/// `scenefuzz triage`
struct Triage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell which crashing inputs and crash reports show the same bug.",
    discussion: """
      Inputs are replayed in processes of their own; reports (libFuzzer, sanitizers, Swift backtraces \
      in JSON) are read as they are. Each bug becomes one finding under crashes/ with its smallest \
      input. With --json one line is printed for each file, and with --no-store nothing is written. \
      Exits with 1 when anything was found.

      Example: scenefuzz triage .scenefuzz/artifacts/mrml --target mrml
      """)

  @Argument(
    help: "Inputs, reports, or folders of them; the artifacts of all sessions if none is given.")
  var paths: [String] = []

  @Option(help: "The target of the inputs, where their path does not tell.")
  var target: String?

  @Flag(help: "Write nothing to the folder of findings.")
  var noStore = false

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var options: BuildOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let named = try target.map { try scenefuzz.target(named: $0) }
    let store =
      try noStore && storeOptions.folder == nil
      ? FindingStore(folder: URL(fileURLWithPath: "crashes")) : storeOptions.store()
    let files = try paths.isEmpty ? SessionArtifacts.list() : InputFiles.list(paths)
    let sorting = try TriageSorting(files, target: named, store: store)
    let result = try await TriageRun(plan: options.plan).run(sorting)
    var summary = TriageSummary(isStored: !noStore, plan: options.plan)
    for item in result {
      if let finding = item.finding, !noStore {
        let (stored, isNew) = try inStore { try store.record(finding, evidence: item.evidence) }
        summary.add(stored, isNew: isNew)
      } else if let finding = item.finding {
        summary.add(finding, isNew: false)
      }
      if output.json { try JSONLine.print(item.line) }
    }
    if !output.json { summary.print(result, store: store) }
    if result.contains(where: { $0.finding != nil }) { throw ExitStatus.finding.code }
  }
}
