import FuzzTargets

/// A fuzzing session: builds, proves that the build sees, fuzzes for a time, names what it finds.
///
/// Every failing input is saved by the failing process itself before this process hears of it, every input that
/// reaches something new is in the working corpus at once, and every line of the record is written as it happens; so
/// a killed session loses nothing but its summary, and the next one goes on where it stood.
public actor Session {
  let root: RepositoryRoot
  let toolchain: Toolchain
  let options: SessionOptions
  let store: SessionStore
  let display: ProgressDisplay
  let naming: any CrashNaming
  public nonisolated var stop: StopSignal { options.stop }
  public nonisolated let id = SessionStore.newSessionID()

  private let clock = ContinuousClock()
  private let launched: ContinuousClock.Instant
  /// When fuzzing began; progress counts from here.
  private var began: ContinuousClock.Instant
  private var firstExecution: Double?
  var progress: [TargetProgress]
  var programs: [String] = []
  var ledger: FindingLedger
  var remarks: [String] = []
  /// Files of each working corpus before it was minimized, where it was.
  var minimizedFrom: [String: Int] = [:]
  /// Findings met in this session, in order, with what is told of them.
  var met: [String: (isNew: Bool, target: String, crashes: Int)] = [:]
  private var schedule: Schedule
  private var inexplicable: [Int]
  private var failure: RunFailure?
  private var record: SessionRecord?

  public init(
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
    ledger = FindingLedger(store: store, limit: options.inputsPerFinding)
    schedule = Schedule(
      targets: options.targets.count, jobs: options.jobs, seconds: options.time.seconds,
      sharing: options.sharing)
    inexplicable = options.targets.map { _ in 0 }
  }

  /// Runs the whole session. Ctrl-C (`stop`) ends it early and still brings the summary.
  public func run() async throws(RunFailure) -> SessionSummary {
    try store.prepare(targets: options.targets.map(\.name), session: id)
    try await build()
    return try await fuzz(programs: programs)
  }

  /// Fuzzes with programs that are built already, one for each target.
  func fuzz(programs: [String]) async throws(RunFailure) -> SessionSummary {
    self.programs = programs
    try store.prepare(targets: options.targets.map(\.name), session: id)
    record = try SessionRecord(path: recordPath)
    try seedCorpora()
    for target in options.targets { ledger.load(target: target.name) }
    await nameLeftovers()
    began = clock.now
    var start = SessionEvent(.start, time: 0)
    start.note =
      "targets=\(options.targets.map(\.name).joined(separator: ",")) build=\(options.plan.build.rawValue)"
      + " seconds=\(Int(options.time.seconds)) jobs=\(options.jobs) seed=\(options.seed ?? 0)"
    note(start)
    await runWorkers()
    await nameLeftovers()
    tell(forRecord: true, forPeople: false)
    note(SessionEvent(.end, time: now))
    if let failure { throw failure }
    let fuzzed = now
    if !met.isEmpty { display.say("triaging …") }
    let titles = try await triage()
    if options.minimizes, !stop.isRaised { await minimizeCorpora() }
    let summary = makeSummary(
      titles: titles, seconds: (clock.now - launched).seconds, fuzzing: fuzzed,
      firstExecution: firstExecution)
    try write(summary)
    return summary
  }

  var recordPath: String { store.session(id) + "/record.jsonl" }

  /// Seconds since fuzzing began.
  var now: Double { (clock.now - began).seconds }

  private func runWorkers() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.tick(every: self.display.interval, forRecord: false) }
      group.addTask { await self.tick(every: .seconds(5), forRecord: true) }
      await withTaskGroup(of: Void.self) { workers in
        for _ in 0..<max(options.jobs, 1) { workers.addTask { await self.work() } }
      }
      group.cancelAll()
    }
    display.show([])
  }

  private func work() async {
    while !stop.isRaised, let slice = schedule.take(now: now) {
      let start = now
      progress[slice.target].begin(slice: slice.number)
      do throws(RunFailure) {
        let ending = try await runProcess(slice)
        var yielded = progress[slice.target].end(slice: slice.number, seconds: ending.seconds)
        let findings = progress[slice.target].findings.count
        try await digest(ending, target: slice.target)
        yielded.news.findings = progress[slice.target].findings.count - findings
        schedule.giveBack(
          slice, used: ending.seconds, news: yielded.news,
          startUp: yielded.initialized.map { $0 - start })
      } catch {
        fail(error)
      }
    }
  }

  /// The first failure of the environment ends the session; what was found is on disk.
  private func fail(_ error: RunFailure) {
    failure = failure ?? error
    stop.raise()
  }

  private func runProcess(_ slice: Schedule.Slice) async throws(RunFailure) -> FuzzEnding {
    let start = clock.now
    var child = try fuzzChild(slice)
    child.stop = stop
    let heard = Heard()
    let outcome = try await child.run { line in await self.hear(line, slice, heard) }
    return FuzzEnding(
      artifact: await heard.artifact, log: outcome.output, status: outcome.status,
      seconds: (clock.now - start).seconds)
  }

  private func hear(_ line: String, _ slice: Schedule.Slice, _ heard: Heard) async {
    if let status = LibFuzzerLine(line) {
      firstExecution = firstExecution ?? (clock.now - launched).seconds
      progress[slice.target].hear(status, slice: slice.number, now: now)
    } else if let count = LibFuzzerLine.finalExecutions(in: line) {
      progress[slice.target].hear(executions: count, slice: slice.number)
    } else if let path = LibFuzzerLine.artifact(in: line), !path.contains("/slow-unit-") {
      await heard.saw(path)
    }
  }

  private func digest(_ ending: FuzzEnding, target: Int) async throws(RunFailure) {
    if let artifact = ending.artifact {
      inexplicable[target] = 0
      try await keep(artifact: artifact, ending: ending, target: target)
    } else if ending.isInexplicable, !stop.isRaised {
      inexplicable[target] += 1
      guard inexplicable[target] == 3 else { return }
      schedule.retire(target)
      remarks.append(
        "\(progress[target].name) was given up: its process ends by itself (\(ending.status)),"
          + " the last words: \(ending.lastWords)")
    } else {
      inexplicable[target] = 0
    }
  }

  private func tick(every interval: Duration, forRecord: Bool) async {
    while (try? await clock.sleep(for: interval)) != nil {
      tell(forRecord: forRecord, forPeople: !forRecord)
    }
  }

  private func tell(forRecord: Bool, forPeople: Bool) {
    if forPeople {
      let text = ProgressText(elapsed: now, total: options.time.seconds)
      let nameWidth = progress.map(\.name.count).max() ?? 0
      display.show(
        progress.map { text.line($0, nameWidth: nameWidth, width: display.width) })
    }
    if forRecord {
      for target in progress { note(SessionEvent(target, time: now)) }
      do throws(RunFailure) { try store.checkSpace() } catch { fail(error) }
    }
  }

  func note(_ event: SessionEvent) {
    do throws(RunFailure) { try record?.append(event) } catch { fail(error) }
  }
}

/// What the lines of one process have told that only its end makes use of.
private actor Heard {
  private(set) var artifact: String?

  func saw(_ path: String) { artifact = path }
}
