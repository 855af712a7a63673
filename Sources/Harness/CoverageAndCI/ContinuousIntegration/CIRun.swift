package import CrashTriage
import Foundation
import FuzzBuilds
import FuzzSession
package import FuzzTargets
package import ProcessSupport
import ReplayAndTriage

/// The run of `scenefuzz ci`: replays all committed inputs, then fuzzes, and fails only for
/// findings that the change introduces.
package struct CIRun: Sendable {
  package let root: RepositoryRoot
  package let toolchain: Toolchain
  /// Targets to replay and fuzz.
  package var targets: [FuzzTarget]
  /// Fuzzing time.
  package var time: Duration
  /// Number of fuzzing processes.
  package var jobs: Int
  /// Seed of libFuzzer's generator; fixed by default, so that a run can be repeated.
  package var seed: UInt32 = 1337
  /// What a target that the change affects must have run for a verdict.
  package var floor = CIReport.Floor()
  /// Base revision to compare with; nil weighs all targets equally and checks no base revision.
  package var base: String?
  /// Stops the run when raised.
  package var stop = StopSignal()

  /// Number of replays that must all fail for a finding to count.
  static let replays = 3

  /// A run with the default seed and no base revision.
  package init(
    root: RepositoryRoot, toolchain: Toolchain, targets: [FuzzTarget], time: Duration, jobs: Int
  ) {
    self.root = root
    self.toolchain = toolchain
    self.targets = targets
    self.time = time
    self.jobs = jobs
  }

  /// Working data of the run: a new folder each time, so that no earlier session influences it.
  package var store: String { root.path(".scenefuzz/ci") }

  /// Folder of the run's findings, in the form of `crashes/`.
  package var findings: String { store + "/crashes" }

  package struct Outcome: Sendable {
    package var report: CIReport
    /// The findings of `report.rows`, each once, in the form of `crashes/`.
    package var findings: [Finding]
  }

  /// Builds, replays, fuzzes when no committed input fails, and judges the findings. Takes the time
  /// of builds and replay plus `time`.
  package func run(display: ProgressDisplay) async throws(RunFailure) -> Outcome {
    let clock = ContinuousClock()
    let begin = clock.now
    try? FileManager.default.removeItem(atPath: store)
    let change = try await change()
    let affected = change?.affects(
      targets, reached: .committed(in: root), modules: ModuleFolders(root: root))
    let session = session(weights: affected.map(Change.weights), display: display)
    var report = CIReport(seed: seed)
    report.floor = floor
    let builds = [
      try await session.build(BuildPlan(.address), stop: stop),
      try await session.build(BuildPlan(.address, .debug), stop: stop),
    ]
    report.buildSeconds = (clock.now - begin).seconds
    display.say("replaying committed inputs …")
    let replayed = try await replay(builds)
    report.rows = replayed.rows.map(\.row)
    report.remarks = replayed.remarks
    var findings = replayed.rows.map(\.finding)
    report.replaySeconds = (clock.now - begin).seconds - report.buildSeconds
    var summary: SessionSummary?
    if report.fails {
      report.remarks.append("nothing was fuzzed, since a committed input fails")
    } else {
      let ended = try await session.fuzz(programs: builds.map(\.programs))
      report.fuzzingSeconds = ended.fuzzingSeconds
      report.remarks += ended.notes
      let judged = try await judge(ended, builds[0])
      report.rows += judged
      findings += met(judged)
      summary = ended
    }
    report.targets = targets.enumerated().map { index, target in
      let fuzzed = summary?.targets.first { $0.name == target.name }
      return CIReport.Target(
        name: target.name, inputs: inputs(of: target.name).count,
        executions: fuzzed?.executions ?? 0, edges: fuzzed?.edges ?? 0,
        seconds: fuzzed?.seconds ?? 0, share: fuzzed?.share ?? 0,
        isTouched: affected?[index] ?? false)
    }
    report.seconds = (clock.now - begin).seconds
    var names: Set<String> = []
    return Outcome(
      report: report, findings: findings.filter { names.insert($0.fingerprint).inserted })
  }

  private func change() async throws(RunFailure) -> Change? {
    guard let base else { return nil }
    return try await Change.since(base, in: root)
  }

  private func session(weights: [Double]?, display: ProgressDisplay) -> Session {
    var options = SessionOptions(targets: targets, time: time, jobs: jobs)
    options.builds = SessionBuilds(
      main: BuildPlan(.address), checks: [BuildPlan(.address, .debug)],
      checkShare: SessionBuilds.defaultAddressShare)
    options.seed = seed
    options.store = store
    options.findings = findings
    options.plain = try? .ownProgram()
    options.weights = weights
    options.stop = stop
    return Session(root: root, toolchain: toolchain, options: options, display: display)
  }

  // MARK: Committed inputs.

  private var known: [Finding] {
    let folder = FindingStore(folder: URL(fileURLWithPath: root.path("crashes")))
    return (try? folder.findings()) ?? []
  }

  private func inputs(of target: String) -> [String] {
    let corpus = ["seeds", "found"].flatMap {
      InputFiles.below(root.path("corpus/\(target)/\($0)"))
    }
    let crashes = known.filter { $0.target == target && $0.inputSize != nil }
      .map { root.path("crashes/\($0.fingerprint)/input") }
    return corpus + crashes
  }

  private func replay(
    _ builds: [ReadyBuild]
  ) async throws(RunFailure) -> (
    rows: [(row: CIReport.Row, finding: Finding)], remarks: [String]
  ) {
    let open = Set(
      known.filter { $0.status == .open }.map { root.path("crashes/\($0.fingerprint)/input") })
    let replay = CommittedReplay(
      toolchain: toolchain, builds: builds, targets: targets, jobs: jobs)
    let failures = try await replay.failures { inputs(of: $0) }
    let pipeline = TriagePipeline(toolchain: toolchain, project: TriagedProject(root: root))
    let crashes = await pipeline.crashes(failures.map { ($0.report, $0.target) })
    let rows = zip(failures, crashes).map { failure, crash in
      let verdict: CIReport.Verdict = open.contains(failure.file) ? .known : .regression
      return (row: row(failure, crash.finding, verdict), finding: crash.finding)
    }
    let failing = Set(failures.map(\.file))
    let passed = open.subtracting(failing).filter { file in
      targets.contains { file.contains("/crashes/") && inputs(of: $0.name).contains(file) }
    }
    let remarks = passed.sorted().map {
      "an open finding no longer fails: \(CommandWords.fromHere($0));"
        + " close it with 'scenefuzz crashes close'"
    }
    return (rows, remarks)
  }

  private func row(
    _ failure: CommittedReplay.Failure, _ finding: Finding, _ verdict: CIReport.Verdict
  ) -> CIReport.Row {
    let file = CommandWords.fromHere(failure.file)
    return CIReport.Row(
      verdict: verdict, fingerprint: finding.fingerprint, title: finding.title,
      severity: finding.severity, target: failure.target, build: failure.build.name,
      input: Neutral.line(file),
      again: CommandWords.command("replay", failure.target, file, plan: failure.build))
  }

  // MARK: Findings of the session.

  /// The stored findings of `rows`.
  private func met(_ rows: [CIReport.Row]) -> [Finding] {
    let store = FindingStore(folder: URL(fileURLWithPath: findings))
    let names = Set(rows.map(\.fingerprint))
    return ((try? store.findings()) ?? []).filter { names.contains($0.fingerprint) }
  }

  private func judge(
    _ summary: SessionSummary, _ build: ReadyBuild
  ) async throws(RunFailure) -> [CIReport.Row] {
    let open = Set(known.filter { $0.status == .open }.map(\.fingerprint))
    var verdicts: [CIReport.Verdict] = []
    for finding in summary.findings {
      if open.contains(finding.name.fingerprint) {
        verdicts.append(.known)
      } else {
        let fails = try await reproduces(finding, build)
        verdicts.append(fails ? .new : .unreproducible)
      }
    }
    let candidates = verdicts.indices.filter { verdicts[$0] == .new }
    if let base, !candidates.isEmpty {
      var revision = BaseRevision(
        root: root, toolchain: toolchain, revision: base, plan: BuildPlan(.address))
      revision.stop = stop
      let older = try await revision.failing(
        candidates.map { (summary.findings[$0].target, summary.findings[$0].input) })
      for (place, index) in candidates.enumerated() where older.contains(place) {
        verdicts[index] = .older
      }
    }
    return zip(summary.findings, verdicts).map { finding, verdict in
      CIReport.Row(
        verdict: verdict, fingerprint: finding.name.fingerprint, title: finding.name.title,
        severity: finding.name.severity, target: finding.target, build: summary.build,
        input: Neutral.line(finding.input), again: finding.replay)
    }
  }

  private func reproduces(
    _ finding: SessionSummary.Finding, _ build: ReadyBuild
  ) async throws(RunFailure) -> Bool {
    guard let index = targets.firstIndex(where: { $0.name == finding.target }) else { return false }
    let replay = CrashReplay(toolchain: toolchain, program: build.programs[index])
    for _ in 0..<Self.replays where try await replay.firstCrash(among: [finding.input]) == nil {
      return false
    }
    return true
  }
}
