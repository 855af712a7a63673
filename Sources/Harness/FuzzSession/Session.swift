import FuzzBuilds
import FuzzTargets
package import ProcessSupport
import ReplayAndTriage

/// A fuzzing session: builds, proves that each build sees, fuzzes for a time, names what it finds, and passes what is
/// new through the checking builds.
///
/// Every failing input is saved by the failing process itself before this process hears of it, every input that
/// reaches something new is in the working corpus at once, and every line of the record is written as it happens; so
/// a killed session loses nothing but its summary, and the next one goes on where it stood.
package actor Session {
  let root: RepositoryRoot
  let toolchain: Toolchain
  let options: SessionOptions
  let store: SessionStore
  let display: ProgressDisplay
  let naming: any CrashNaming
  /// Ends the session in good order when raised: that of the options.
  package nonisolated var stop: StopSignal { options.stop }
  /// Name of the session's folder; it sorts by time.
  package nonisolated let id = SessionStore.newSessionID()

  let clock = ContinuousClock()
  let launched: ContinuousClock.Instant
  /// When fuzzing began; progress counts from here.
  private(set) var began: ContinuousClock.Instant
  var firstExecution: Double?
  var progress: [TargetProgress]
  /// As `SessionBuilds.all`; nil until a build is there and its proof holds.
  var builds: [ReadyBuild?]
  /// For each check that is ready, each target's state.
  var checkStates: [Int: [CheckState]] = [:]
  var divisions: [BuildDivision]
  var ledger: FindingLedger
  private(set) var remarks: [String] = []
  /// Files of each working corpus before it was minimized, where it was.
  var minimizedFrom: [String: Int] = [:]
  /// Findings met in this session with what is told of them.
  var met: [String: (isNew: Bool, target: String, crashes: Int)] = [:]
  /// Corpus inputs that were set aside, by target.
  var setAside: [String: [String]] = [:]
  var schedule: Schedule
  /// When each target had had its first turn.
  var firstSweepOver: Double?
  var inexplicable: [Int]
  /// Targets whose corpus is as large as it may be and does not grow any more.
  var fullCorpora: Set<Int> = []
  private(set) var ending = SessionEnding.time
  let process = ProcessIdentity.own
  var phase = SessionStatus.Phase.building
  /// Seconds of fuzzing, once it has ended.
  private(set) var fuzzed: Double?
  /// Ends the fuzzing, for whatever reason.
  let halt = StopSignal()
  /// Ends the builds that go on beside the fuzzing.
  let haltBuilds = StopSignal()
  var otherBuilds: Task<Void, Never>?
  private var failure: RunFailure?
  private var record: SessionRecord?
  var recordClock = RecordClock()

  /// A session that has not begun. Nothing is built or written yet.
  package init(
    root: RepositoryRoot, toolchain: Toolchain, options: SessionOptions, display: ProgressDisplay
  ) {
    self.init(
      root: root, toolchain: toolchain, options: options, display: display,
      naming: TriageNaming(demangler: Demangler(toolchain: toolchain)))
  }

  init(
    root: RepositoryRoot, toolchain: Toolchain, options: SessionOptions, display: ProgressDisplay,
    naming: any CrashNaming
  ) {
    self.root = root
    self.toolchain = toolchain
    self.options = options
    self.display = display
    self.naming = naming
    store = options.store.map { SessionStore(folder: $0) } ?? SessionStore(root: root)
    launched = clock.now
    began = clock.now
    progress = options.targets.map { TargetProgress(name: $0.name) }
    builds = options.builds.all.map { _ in nil }
    divisions = options.targets.map { _ in BuildDivision(checkShare: options.builds.checkShare) }
    ledger = FindingLedger(store: store, limit: options.inputsPerFinding)
    schedule = Schedule(
      targets: options.targets.count, jobs: options.jobs, seconds: options.time.seconds,
      sharing: options.sharing, weights: options.weights)
    inexplicable = options.targets.map { _ in 0 }
  }

  /// Runs the whole session. Ctrl-C (`stop`) ends it early and still brings the summary.
  ///
  /// Fuzzing begins as soon as the main build is there; the others are made beside it.
  package func run() async throws(RunFailure) -> SessionSummary {
    try prepareStore()
    enter(.building)
    do throws(RunFailure) {
      builds[0] = try await build(options.builds.main, stop: stop)
      otherBuilds = Task { await self.makeOtherBuilds() }
      defer { haltBuilds.raise() }
      return try await fuzz()
    } catch {
      enter(.ended)
      throw error
    }
  }

  /// Fuzzes with programs that are built already: for each build one for each target.
  package func fuzz(programs: [[String]]) async throws(RunFailure) -> SessionSummary {
    builds = zip(options.builds.all, programs).map { ReadyBuild(plan: $0, programs: $1) }
    try prepareStore()
    return try await fuzz()
  }

  private func prepareStore() throws(RunFailure) {
    try store.prepare(
      targets: options.targets.map(\.name), checks: options.builds.checks, session: id)
    store.removeOldSessions()
  }

  private func fuzz() async throws(RunFailure) -> SessionSummary {
    record = try SessionRecord(path: recordPath)
    try seedCorpora()
    for target in options.targets { ledger.load(target: target.name) }
    await nameLeftovers(isLastTry: false)
    let watch = Task {
      await stop.wait()
      guard stop.isRaised else { return }
      haltBuilds.raise()
      self.end(.interrupted)
    }
    defer { watch.cancel() }
    began = clock.now
    note(startEvent)
    enter(.fuzzing)
    await runWorkers()
    let fuzzed = now
    self.fuzzed = fuzzed
    enter(.checking)
    if !ending.allowsLongEnd { haltBuilds.raise() }
    await otherBuilds?.value
    await checkAll()
    await nameLeftovers(isLastTry: true)
    tell(forPeople: false)
    var last = SessionEvent(.end, time: now)
    last.note = ending.rawValue
    note(last)
    if let failure { throw failure }
    enter(.triaging)
    if !met.isEmpty { display.say("triaging …") }
    let titles = try await triage()
    if options.minimizes, ending.allowsLongEnd, !stop.isRaised {
      enter(.minimizing)
      await minimizeCorpora()
    }
    let summary = makeSummary(
      titles: titles, seconds: (clock.now - launched).seconds, fuzzing: fuzzed)
    try write(summary)
    enter(.ended)
    return summary
  }

  var recordPath: String { store.session(id) + "/record.jsonl" }

  /// Seconds since fuzzing began.
  var now: Double { (clock.now - began).seconds }

  /// Ends the fuzzing; the first reason counts.
  func end(_ reason: SessionEnding) {
    guard !halt.isRaised else { return }
    ending = reason
    halt.raise()
  }

  /// The first failure of the environment ends the session; what was found is on disk.
  func fail(_ error: RunFailure) {
    failure = failure ?? error
    end(.failure)
  }

  func note(_ event: SessionEvent) {
    do throws(RunFailure) { try record?.append(event) } catch { fail(error) }
  }

  /// Something that a person should know and that is no finding. Beyond a hundred nobody reads them.
  func remark(_ text: String) {
    if remarks.count < 100 { remarks.append(text) }
  }
}
