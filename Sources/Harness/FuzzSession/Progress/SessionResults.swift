import CrashTriage
import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

/// Results of a session's parts, from which the summary is made.
struct SessionResults: Sendable {
  let plan: SessionPlan
  var progress: [TargetProgress] = []
  var findings: CollectedFindings
  /// Titles by fingerprint, as triage gave them.
  var titles: [String: String] = [:]
  var notes: [String] = []
  var ending = SessionEnding.time
  var seconds = 0.0
  var fuzzingSeconds = 0.0
  var secondsToFirstExecution: Double?
  /// Files of each corpus before it was minimized.
  var minimizedFrom: [Int: Int] = [:]
  /// For each target, the inputs that have not passed every check.
  var unchecked: [Int] = []

  init(plan: SessionPlan) {
    self.plan = plan
    findings = CollectedFindings(ledger: FindingLedger(store: plan.store, limit: 1))
  }

  var summary: SessionSummary {
    let builds = plan.options.builds
    let processTime = progress.reduce(0) { $0 + $1.seconds }
    return SessionSummary(
      session: plan.id, build: builds.main.name, checks: builds.checks.map(\.name),
      buildShares: BuildTimeShare.all(of: progress, builds: builds.all.map(\.name)),
      seconds: seconds, fuzzingSeconds: fuzzingSeconds,
      secondsToFirstExecution: secondsToFirstExecution,
      wasInterrupted: plan.options.stop.isRaised, ending: ending,
      targets: progress.enumerated().map { index, target in
        SessionSummary.Target(
          name: target.name, executions: target.executions,
          executionsPerSecond: target.meanExecutionsPerSecond, edges: target.edges,
          features: target.features, corpus: plan.workingCorpus(index).names.count,
          minimizedFrom: minimizedFrom[index], findings: target.findings.count,
          crashes: target.crashes, seconds: target.seconds,
          share: processTime > 0 ? target.seconds / processTime : 0, unchecked: unchecked[index])
      },
      findings: findings.met.keys.sorted().compactMap(finding), notes: notes,
      record: CommandWords.fromHere(plan.recordPath))
  }

  private func finding(_ fingerprint: String) -> SessionSummary.Finding? {
    guard let met = findings.met[fingerprint],
      let kept = findings.ledger.crashes[fingerprint], let smallest = kept.first
    else { return nil }
    let path = storedInput(fingerprint) ?? findings.ledger.path(of: smallest)
    let bytes = SystemBridge.fileSize(path) ?? smallest.size
    let shown = CommandWords.fromHere(path)
    return SessionSummary.Finding(
      name: smallest.name.titled(titles[fingerprint]), target: smallest.target, isNew: met.isNew,
      inputs: kept.count, crashes: met.crashes, input: shown,
      report: CommandWords.fromHere(findings.ledger.reportPath(of: smallest)),
      replay: command(["replay", smallest.target, shown], smallest),
      shrink: command(["minimize", "input", smallest.target, shown], smallest),
      emit: storeCommand(["emit", fingerprint]),
      close: storeCommand(["crashes", "close", fingerprint]),
      bytesBefore: bytes == smallest.size ? nil : smallest.size, bytes: bytes)
  }

  /// The input in the folder of findings, when triage wrote one.
  private func storedInput(_ fingerprint: String) -> String? {
    guard let folder = plan.options.findings else { return nil }
    let store = FindingStore(folder: URL(fileURLWithPath: folder))
    guard let finding = try? store.finding(holding: fingerprint) else { return nil }
    let path = folder + "/" + finding.fingerprint + "/input"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// A command about a finding in the folder of this session, which may be another than the
  /// checkout's.
  private func storeCommand(_ words: [String]) -> String {
    let folder = plan.options.findings.map { CommandWords.fromHere($0) }
    let isOwn = folder == nil || plan.options.store == nil
    return CommandWords.command(
      words + (isOwn ? [] : ["--store", folder ?? ""]), plan: BuildPlan(.address), bug: false)
  }

  /// A command in the build of the crash, with the demo bug live if it was live in the session.
  private func command(_ words: [String], _ crash: StoredCrash) -> String {
    CommandWords.command(
      words, plan: crash.plan,
      bug: CommandWords.isBugLive || plan.options.environment == CommandWords.bug)
  }

  /// Writes `summary.json` of the session.
  func write(_ summary: SessionSummary) throws(RunFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(summary)) ?? Data()
    try WorkFolder.write([UInt8](data), to: plan.store.session(plan.id) + "/summary.json")
  }
}
