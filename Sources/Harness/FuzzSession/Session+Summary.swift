import CrashTriage
import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

extension Session {
  /// Triages what was kept of the findings met: replays it in the build that it failed in, adds what an uninstrumented
  /// build says, and writes the folder of findings when there is one. Returns the titles that this gave.
  func triage() async throws(RunFailure) -> [String: String] {
    var titles: [String: String] = [:]
    for (index, target) in options.targets.enumerated() {
      let crashes = met.filter { $0.value.target == target.name }.keys.sorted()
        .flatMap { ledger.crashes[$0] ?? [] }
      for ready in builds.compactMap({ $0 }) {
        let files = crashes.filter { plan(of: $0) == ready.plan }.map(ledger.path)
        guard !files.isEmpty else { continue }
        try await triage(files, target: target.name, program: ready.programs[index], &titles)
      }
    }
    return titles
  }

  /// The build that a crash was seen in, or the main one when this session has no such build.
  private func plan(of crash: StoredCrash) -> BuildPlan {
    builds.contains { $0?.plan == crash.plan } ? crash.plan : options.builds.main
  }

  private func triage(
    _ files: [String], target: String, program: String, _ titles: inout [String: String]
  ) async throws(RunFailure) {
    var replay = CrashReplay(toolchain: toolchain, program: program)
    replay.timeout = options.timeout
    replay.memoryLimit = options.memoryLimit
    replay.environment = options.environment
    var plain = options.plain
    plain?.environment = options.environment
    let triage = InputTriage(target: target, replay: replay, plain: plain)
    for input in try await Self.triaged(triage, files) {
      guard let crash = input.crash, let fingerprint = input.fingerprint else {
        remark("\(target): does not fail again: \(CommandWords.fromHere(input.file))")
        continue
      }
      let finding = Finding(
        crash, fingerprint: fingerprint, target: target, firstSeen: Self.today)
      titles[fingerprint.description] = finding.title
      try record(finding, input.evidence)
    }
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
    titles: [String: String], seconds: Double, fuzzing: Double
  ) -> SessionSummary {
    remarkOnFailures()
    let processTime = progress.reduce(0) { $0 + $1.seconds }
    return SessionSummary(
      session: id, build: options.builds.main.name,
      checks: options.builds.checks.map(\.name), seconds: seconds, fuzzingSeconds: fuzzing,
      secondsToFirstExecution: firstExecution, wasInterrupted: stop.isRaised, ending: ending,
      targets: progress.enumerated().map { index, target in
        SessionSummary.Target(
          name: target.name, executions: target.executions,
          executionsPerSecond: target.meanExecutionsPerSecond, edges: target.edges,
          features: target.features, corpus: workingCorpus(index).names.count,
          minimizedFrom: minimizedFrom[target.name], findings: target.findings.count,
          crashes: target.crashes, seconds: target.seconds,
          share: processTime > 0 ? target.seconds / processTime : 0, unchecked: unchecked(index))
      },
      findings: met.keys.sorted().compactMap { finding($0, title: titles[$0]) }, remarks: remarks,
      record: CommandWords.fromHere(recordPath))
  }

  private func finding(_ fingerprint: String, title: String?) -> SessionSummary.Finding? {
    guard let met = met[fingerprint], let kept = ledger.crashes[fingerprint],
      let smallest = kept.first
    else { return nil }
    let stored = options.findings.flatMap { folder -> String? in
      let store = FindingStore(folder: URL(fileURLWithPath: folder))
      let finding = try? store.finding(holding: fingerprint)
      return finding.map { folder + "/" + $0.fingerprint }
    }
    let isStored = stored.map { FileManager.default.fileExists(atPath: $0 + "/input") } ?? false
    let input = isStored ? (stored ?? "") + "/input" : ledger.path(of: smallest)
    let shown = CommandWords.fromHere(input)
    return SessionSummary.Finding(
      name: smallest.name.titled(title), target: smallest.target, isNew: met.isNew,
      inputs: kept.count, crashes: met.crashes, input: shown,
      report: CommandWords.fromHere(ledger.reportPath(of: smallest)),
      replay: command(["replay", smallest.target, shown], smallest),
      shrink: command(["minimize", "input", smallest.target, shown], smallest))
  }

  /// A command that sees what this session saw: the same build, and the demo bug if it was live.
  private func command(_ words: [String], _ crash: StoredCrash) -> String {
    CommandWords.command(
      words, plan: crash.plan,
      bug: CommandWords.isBugLive || options.environment == CommandWords.bug)
  }

  func write(_ summary: SessionSummary) throws(RunFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(summary)) ?? Data()
    try WorkFolder.write([UInt8](data), to: store.session(id) + "/summary.json")
  }
}
