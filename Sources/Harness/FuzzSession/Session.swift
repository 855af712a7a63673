package import FuzzBuilds
import FuzzTargets
package import ProcessSupport
import ReplayAndTriage

/// A fuzzing session: builds, fuzzes for a time, names what it finds, passes new inputs through the
/// checking builds, and triages.
///
/// The fuzzing process saves every failing input and every input with new coverage before this
/// process reads about it, and every line of the record is written at once. A killed session loses
/// its summary only, and the next session continues from its corpus.
///
/// This actor sequences the phases. The work belongs to its parts, each with its own state.
package actor Session {
  private let plan: SessionPlan
  private let clock = SessionClock()
  private let halt = SessionHalt()
  private let reporter: SessionReporter
  private let builds: BuildPool
  private let findings: FindingCollector
  private let corpora: CorpusKeeper
  private let checker: CorpusChecker
  private let workers: WorkerPool

  /// Ends the session in good order when raised: the signal of the options.
  package nonisolated var stop: StopSignal { plan.options.stop }
  /// Name of the session's folder; sorts by time.
  package nonisolated var id: String { plan.id }

  /// Builds and writes nothing yet.
  package init(
    root: RepositoryRoot, toolchain: Toolchain, options: SessionOptions, display: ProgressDisplay
  ) {
    plan = SessionPlan(root: root, toolchain: toolchain, options: options)
    reporter = SessionReporter(plan: plan, clock: clock, halt: halt, display: display)
    builds = BuildPool(plan: plan, halt: halt, reporter: reporter)
    findings = FindingCollector(
      plan: plan, pipeline: TriagePipeline(toolchain: toolchain), builds: builds, clock: clock,
      halt: halt, reporter: reporter)
    corpora = CorpusKeeper(plan: plan, builds: builds, halt: halt, reporter: reporter)
    checker = CorpusChecker(
      plan: plan, builds: builds, findings: findings, clock: clock, halt: halt, reporter: reporter)
    workers = WorkerPool(
      plan: plan, builds: builds, findings: findings, corpora: corpora, checker: checker,
      clock: clock, halt: halt, reporter: reporter)
  }

  /// Runs the whole session. `stop` ends it early; the summary comes all the same.
  ///
  /// Fuzzing begins with the first program of the main build; the other programs, the proof and the
  /// checking builds are made beside it.
  package nonisolated func run() async throws(RunFailure) -> SessionSummary {
    try await BlockingThreads.run { () async throws(RunFailure) in try await self.runAll() }
  }

  /// Fuzzes with existing programs: one for each target of each build.
  package nonisolated func fuzz(
    programs: [[String]]
  ) async throws(RunFailure) -> SessionSummary {
    try await BlockingThreads.run { () async throws(RunFailure) in
      await self.builds.adopt(programs)
      try self.prepareStore()
      return try await self.runPhasesShown()
    }
  }

  /// Builds the entry points as `buildPlan` says, and proves the build when no proof is on record.
  package nonisolated func build(
    _ buildPlan: BuildPlan, stop: StopSignal
  ) async throws(RunFailure) -> ReadyBuild {
    try await builds.make(buildPlan, stop: stop)
  }

  private func runAll() async throws(RunFailure) -> SessionSummary {
    try prepareStore()
    await reporter.enter(.building)
    do throws(RunFailure) {
      return try await whileShowingProgress { () async throws(RunFailure) in
        try await self.builds.makeFirst()
        return try await self.runPhasesWhileBuilding()
      }
    } catch {
      await reporter.enter(.ended)
      throw error
    }
  }

  private func runPhasesWhileBuilding() async throws(RunFailure) -> SessionSummary {
    let others = Task(executorPreference: BlockingThreads.shared) { [builds] in
      await builds.makeRest()
    }
    let result = await Self.result { () async throws(RunFailure) in
      try await self.runPhases(making: others)
    }
    builds.halt.raise()
    await others.value
    return try result.get()
  }

  /// Updates the display until `body` has ended, and then removes its block.
  private func whileShowingProgress(
    _ body: () async throws(RunFailure) -> SessionSummary
  ) async throws(RunFailure) -> SessionSummary {
    let display = Task(executorPreference: BlockingThreads.shared) { [reporter] in
      await reporter.showRepeatedly()
    }
    let result = await Self.result(body)
    display.cancel()
    await display.value
    return try result.get()
  }

  private static func result(
    isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws(RunFailure) -> SessionSummary
  ) async -> Result<SessionSummary, RunFailure> {
    do throws(RunFailure) {
      return .success(try await body())
    } catch {
      return .failure(error)
    }
  }

  private func runPhasesShown() async throws(RunFailure) -> SessionSummary {
    try await whileShowingProgress { () async throws(RunFailure) in
      try await self.runPhases(making: nil)
    }
  }

  private nonisolated func prepareStore() throws(RunFailure) {
    try plan.store.prepare(
      targets: plan.targets.map(\.name), checks: plan.options.builds.checks, session: id)
    plan.store.removeOldSessions()
  }

  private func runPhases(
    making others: Task<Void, Never>?
  ) async throws(RunFailure) -> SessionSummary {
    try await prepareCorpora()
    let watch = watchStop()
    defer { watch.cancel() }
    await fuzz()
    await check(making: others)
    if let failure = halt.failure { throw failure }
    let titles = try await triage()
    await shrink()
    await minimize()
    return try await finish(titles)
  }

  private func prepareCorpora() async throws(RunFailure) {
    try await reporter.openRecord()
    // As many as start at once; the worker pool seeds the others beside the first slices.
    for target in plan.targets.indices.prefix(plan.jobs)
    where await builds.program(target, build: 0) != nil {
      try await corpora.seed(target)
    }
    await findings.load()
    await findings.nameLeftovers(isLastTry: false)
  }

  private func watchStop() -> Task<Void, Never> {
    Task(executorPreference: BlockingThreads.shared) { [stop, halt, builds] in
      await stop.wait()
      guard stop.isRaised else { return }
      builds.halt.raise()
      halt.end(.interrupted)
    }
  }

  private func fuzz() async {
    clock.beginFuzzing()
    await reporter.recordStart()
    await reporter.enter(.fuzzing)
    await workers.run()
    await reporter.endFuzzing()
  }

  private func check(making others: Task<Void, Never>?) async {
    await reporter.enter(.checking)
    // What is not built now has fuzzed nothing, so the session ends when its time ends, and the
    // builds end beside the rest of it.
    let isIncomplete = await builds.isIncomplete
    if isIncomplete || !halt.ending.allowsLongEnd { builds.halt.raise() }
    if isIncomplete {
      await reporter.note("programs were still being built; the next session goes on")
    } else {
      await others?.value
    }
    await checker.checkAll()
    await findings.nameLeftovers(isLastTry: true)
    await reporter.recordEnd()
  }

  private func triage() async throws(RunFailure) -> [String: String] {
    await reporter.enter(.triaging)
    let kept = await findings.keptCrashes()
    let triage = SessionTriage(plan: plan, builds: await builds.entries, reporter: reporter)
    // Ctrl-C before the triage ends the fuzzing only; during the triage it ends the triage.
    let (laterStop, wasStopped) = (StopSignal(), stop.isRaised)
    let relay = Task(executorPreference: BlockingThreads.shared) { [stop] in
      guard !wasStopped else { return }
      await stop.wait()
      if stop.isRaised { laterStop.raise() }
    }
    defer { relay.cancel() }
    do throws(RunFailure) {
      return try await ChildProcess.ending(at: laterStop) { () async throws(RunFailure) in
        try await triage.run(kept)
      }
    } catch {
      guard laterStop.isRaised else { throw error }
      await reporter.endActivity()
      await reporter.note(
        "the triage was stopped; the inputs are safe, and '\(CommandWords.command("triage"))' goes on"
      )
      return [:]
    }
  }

  /// Reduces the inputs of new findings, within a tenth of the session.
  private func shrink() async {
    guard halt.ending != .interrupted, !stop.isRaised else { return }
    let shrinking = FindingShrinking(
      plan: plan, builds: await builds.entries, reporter: reporter)
    let crashes = await findings.newCrashes()
    await ChildProcess.$taskStop.withValue(stop) { await shrinking.run(crashes) }
  }

  private func minimize() async {
    guard halt.ending.allowsLongEnd, !stop.isRaised else { return }
    switch plan.options.minimization {
    case .none: return
    case .bounded:
      await reporter.enter(.minimizing)
      await corpora.minimizeAll(within: plan.endingTime)
    case .complete:
      await reporter.enter(.minimizing)
      await corpora.minimizeAll(within: nil)
    }
  }

  private func finish(_ titles: [String: String]) async throws(RunFailure) -> SessionSummary {
    await findings.addNotes()
    var results = SessionResults(plan: plan)
    results.ending = halt.ending
    results.titles = titles
    results.findings = await findings.collected
    results.minimizedFrom = await corpora.minimizedFrom
    results.unchecked = await checker.uncheckedCounts()
    results.seconds = clock.sinceLaunch
    await reporter.complete(&results)
    let summary = results.summary
    try results.write(summary)
    await reporter.enter(.ended)
    return summary
  }
}
