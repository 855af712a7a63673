import ArgumentParser
import CrashTriage
import Foundation
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

/// `scenefuzz triage`
struct Triage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Group crashing inputs and crash reports by the bug that they show.",
    discussion: """
      Inputs are replayed in child processes. Reports are read as they are, with every prefix that a CI, a container or \
      a journal adds: libFuzzer and the sanitizers, Swift's messages and backtraces, gdb, lldb, core summaries, kernel \
      lines, .crash and .ips of macOS, MetricKit, Crashlytics, Sentry, Android, Windows, CASR. Each bug becomes one \
      finding: in crashes/ when it has a frame of this project, in private/crashes/ otherwise. With --json one line \
      is printed for each crash, with --explain the way from text to verdict; --no-store writes nothing. --update \
      replays the known findings instead. Exits with 1 when anything fails, and with 3 when a file could not be read.

      Example: scenefuzz triage .scenefuzz/artifacts/mrml --target mrml
      """)

  @Argument(
    help: "Inputs, reports, or folders of them; the artifacts of all sessions if none is given.")
  var paths: [String] = []

  @Option(help: "The target of inputs whose path does not name it.")
  var target: String?

  @Option(
    parsing: .upToNextOption,
    help: "Files that are inputs, whatever they look like; attaches them to their findings.")
  var input: [String] = []

  @Option(
    help: ArgumentHelp(
      "The Swift project that is yours: its frames are 'ours' instead of scenefuzz's.",
      valueName: "name|folder"))
  var project: String?

  @Option(
    help: ArgumentHelp(
      "A binary or .dSYM bundle that names frames of which a report gives only offsets; repeatable.",
      valueName: "path"))
  var symbols: [String] = []

  @Flag(help: "Replay every known finding and print its state.")
  var update = false

  @Flag(help: "Read only the first crash of each file.")
  var first = false

  @Flag(help: "Print how each verdict was reached, step by step; writes nothing.")
  var explain = false

  @Flag(help: "Do not fail because of files that could not be read.")
  var allowUnreadable = false

  @Flag(help: "Write nothing to the folder of findings.")
  var noStore = false

  @OptionGroup var publishing: PublishingOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var options: BuildOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if update, !(paths.isEmpty && input.isEmpty && !noStore && publishing.isEmpty && !explain) {
      throw ValidationError("--update takes no files and writes no reports.")
    }
    if explain, output.json || !input.isEmpty || !publishing.isEmpty {
      throw ValidationError("--explain prints text about reports only.")
    }
  }

  func run() async throws {
    let named = try target.map { try scenefuzz.target(named: $0) }
    let folders =
      try noStore && storeOptions.folder == nil
      ? FindingFolders(folder: "crashes") : storeOptions.folders()
    var run = TriageRun(plan: options.plan)
    run.project =
      if let project {
        try TriagedProject(named: project)
      } else {
        (try? RepositoryRoot.locate()).map { TriagedProject(root: $0) }
      }
    run.symbols = symbols.isEmpty ? nil : try SymbolFiles(symbols)
    if update {
      let fails = try await TriageUpdating(run: run, store: folders.own, json: output.json).update()
      if fails { throw ExitStatus.finding.code }
      return
    }
    let files =
      try paths.isEmpty && input.isEmpty
      ? SessionArtifacts.list() : paths.isEmpty ? [] : InputFiles.list(paths)
    let sorting = try TriageSorting(
      files, inputs: input, target: named, onlyFirst: first)
    if explain {
      try await TriageExplanation(triage: run, folders: folders, isStoreRead: !noStore).print(
        sorting)
    } else {
      try await triage(sorting, run, folders)
    }
    try refuse(sorting.unread)
  }

  private func triage(
    _ sorting: TriageSorting, _ run: TriageRun, _ folders: FindingFolders
  ) async throws {
    var result = try await run.run(sorting)
    var summary = TriageSummary(isStored: !noStore, plan: options.plan)
    try place(&result, folders, &summary)
    try publishing.write(summary, result, sources: run.project?.sources)
    if !output.json { summary.print(result, folders: folders) }
    if result.contains(where: { $0.finding != nil }), allowUnreadable || sorting.unread.isEmpty {
      throw ExitStatus.finding.code
    }
  }

  /// Places every crash, all together, and stores it.
  private func place(
    _ result: inout [TriagedFile], _ folders: FindingFolders, _ summary: inout TriageSummary
  ) throws {
    let placement = try noStore ? FindingPlacement() : inStore { try folders.placement() }
    var names = placement.findings(of: result.compactMap(\.finding)).makeIterator()
    var isPrivate = false
    for index in result.indices {
      if var finding = result[index].finding, let name = names.next() {
        result[index].line.finding = name.description
        if noStore {
          finding.fingerprint = name.description
          summary.add(finding, isNew: true)
        } else {
          let evidence = result[index].evidence
          let store = try folders.store(of: finding)
          isPrivate = isPrivate || finding.project == nil && folders.areApart
          let (stored, isNew) = try inStore {
            try store.record(finding, as: name, evidence: evidence)
          }
          summary.add(stored, isNew: isNew)
        }
      }
      if output.json { try JSONLine.print(result[index].line) }
    }
    if isPrivate, output.json {
      printError("findings in \(folders.foreign.folder.path): \(FindingFolders.notice)")
    }
  }

  /// Names every file that could not be read; exit 3 unless they are allowed.
  private func refuse(_ unread: [TriageSorting.Unread]) throws {
    guard !unread.isEmpty else { return }
    printError("not read: \(unread.count) \(unread.count == 1 ? "file" : "files")")
    for file in unread {
      printError("  \(Neutral.line(file.file, limit: 4096)): \(Neutral.line(file.reason))")
    }
    if !allowUnreadable { throw ExitStatus.environment.code }
  }
}
