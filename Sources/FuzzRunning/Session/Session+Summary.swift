import CrashTriage
import Foundation
import FuzzTargets

extension Session {
  /// Triages what was kept of the findings met: replays it, adds what an uninstrumented build says, and writes the
  /// folder of findings when there is one. Returns the titles that this gave.
  func triage() async throws(RunFailure) -> [String: String] {
    var titles: [String: String] = [:]
    for (index, target) in options.targets.enumerated() {
      let files = met.filter { $0.value.target == target.name }.keys.sorted()
        .flatMap { ledger.crashes[$0] ?? [] }.map(ledger.path)
      guard !files.isEmpty else { continue }
      var replay = CrashReplay(toolchain: toolchain, program: programs[index])
      replay.timeout = options.timeout
      replay.memoryLimit = options.memoryLimit
      replay.environment = options.environment
      var plain = options.plain
      plain?.environment = options.environment
      let triage = InputTriage(target: target.name, replay: replay, plain: plain)
      for input in try await Self.triaged(triage, files) {
        guard let crash = input.crash, let fingerprint = input.fingerprint else {
          remarks.append(
            "\(target.name): does not fail again: \(CommandWords.fromHere(input.file))")
          continue
        }
        let finding = Finding(
          crash, fingerprint: fingerprint, target: target.name, firstSeen: Self.today)
        titles[fingerprint.description] = finding.title
        try record(finding, input.evidence)
      }
    }
    return titles
  }

  private nonisolated static func triaged(
    _ triage: InputTriage, _ files: [String]
  ) async throws(RunFailure) -> [TriagedInput] {
    do {
      return try await triage.triage(files)
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw .environment("triage failed (\(error))", "the inputs are safe; run 'triage' again")
    }
  }

  private func record(
    _ finding: Finding, _ evidence: FindingStore.Evidence
  ) throws(RunFailure) {
    guard let folder = options.findings else { return }
    do {
      try FindingStore(folder: URL(fileURLWithPath: folder)).record(finding, evidence: evidence)
    } catch let error as FindingStoreError {
      throw .environment(error.what, error.remedy)
    } catch {
      throw .environment("cannot write \(folder) (\(error))", "check the rights on the folder")
    }
  }

  /// The day, in the one time zone that is the same everywhere.
  private static var today: String { Date.now.formatted(.iso8601.year().month().day()) }

  func makeSummary(
    titles: [String: String], seconds: Double, fuzzing: Double, firstExecution: Double?
  ) -> SessionSummary {
    SessionSummary(
      session: id, build: options.plan.build.rawValue, seconds: seconds, fuzzingSeconds: fuzzing,
      secondsToFirstExecution: firstExecution, wasInterrupted: stop.isRaised,
      targets: progress.map {
        SessionSummary.Target(
          name: $0.name, executions: $0.executions,
          executionsPerSecond: $0.meanExecutionsPerSecond, edges: $0.edges, features: $0.features,
          corpus: InputFiles.below(store.corpus($0.name)).count,
          minimizedFrom: minimizedFrom[$0.name], findings: $0.findings.count,
          seconds: $0.seconds)
      },
      findings: met.keys.sorted().compactMap { finding($0, title: titles[$0]) }, remarks: remarks,
      record: CommandWords.fromHere(recordPath))
  }

  private func finding(_ fingerprint: String, title: String?) -> SessionSummary.Finding? {
    guard let met = met[fingerprint], let kept = ledger.crashes[fingerprint],
      let smallest = kept.first
    else { return nil }
    let stored = options.findings.map { $0 + "/" + fingerprint }
    let isStored = stored.map { FileManager.default.fileExists(atPath: $0 + "/input") } ?? false
    let input = isStored ? (stored ?? "") + "/input" : ledger.path(of: smallest)
    let shown = CommandWords.fromHere(input)
    return SessionSummary.Finding(
      name: smallest.name.titled(title), target: smallest.target, isNew: met.isNew,
      inputs: kept.count, crashes: met.crashes, input: shown,
      report: CommandWords.fromHere(ledger.reportPath(of: smallest)),
      replay: command("replay", smallest.target, shown),
      shrink: command("minimize", "input", smallest.target, shown))
  }

  /// A command that sees what this session saw: the same build, and the planted bug if it was live.
  private func command(_ words: String...) -> String {
    CommandWords.command(
      words, plan: options.plan,
      bug: CommandWords.isBugLive || options.environment == CommandWords.bug)
  }

  func write(_ summary: SessionSummary) throws(RunFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(summary)) ?? Data()
    try WorkFolder.write([UInt8](data), to: store.session(id) + "/summary.json")
  }
}
