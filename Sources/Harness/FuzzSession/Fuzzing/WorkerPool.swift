import FuzzBuilds
import FuzzTargets
import ProcessSupport
import Synchronization

/// The fuzz processes of a session: as many at once as there are jobs, in slices of the schedule.
actor WorkerPool {
  private let plan: SessionPlan
  private let builds: BuildPool
  private let findings: FindingCollector
  private let corpora: CorpusKeeper
  private let checker: CorpusChecker
  private let clock: SessionClock
  private let halt: SessionHalt
  private let reporter: SessionReporter

  private var schedule: Schedule
  /// For each target, the time of its builds.
  private var divisions: [BuildDivision]
  /// For each target, the number of mutations in a row on one input.
  private var depths: [MutationDepth]
  /// For each target, process ends without a reason since the last explained one.
  private var unexplainedEnds: [Int]
  /// For each target, processes that run now.
  private var running: [Int]
  /// Targets whose program is not built yet, or whose corpus has no seeds yet.
  private var waiting: [Int] = []
  /// Targets whose corpus is being minimized.
  private var bounding: Set<Int> = []
  /// When every target had had its first slice.
  private var firstSweepOver: Double?

  /// Seconds after the end of the session in which a process may end by itself.
  private static let grace = 1.0

  /// A target is given up after as many unexplained ends in a row.
  private static let maximumUnexplainedEnds = 3

  init(
    plan: SessionPlan, builds: BuildPool, findings: FindingCollector, corpora: CorpusKeeper,
    checker: CorpusChecker, clock: SessionClock, halt: SessionHalt, reporter: SessionReporter
  ) {
    self.plan = plan
    self.builds = builds
    self.findings = findings
    self.corpora = corpora
    self.checker = checker
    self.clock = clock
    self.halt = halt
    self.reporter = reporter
    let options = plan.options
    schedule = Schedule(
      targets: plan.targets.count, jobs: options.jobs, seconds: options.time.seconds,
      sharing: options.sharing, weights: options.weights)
    divisions = plan.targets.map { _ in BuildDivision(of: options.builds) }
    depths = plan.targets.map { _ in MutationDepth() }
    unexplainedEnds = plan.targets.map { _ in 0 }
    running = unexplainedEnds
  }

  /// Fuzzes until the time is up or the session halts.
  func run() async {
    for target in plan.targets.indices where !(await corpora.isSeeded(target)) {
      waiting.append(target)
      schedule.pause(target)
    }
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        await self.supervise()
        await Self.repeating(every: .seconds(1)) { await self.supervise() }
      }
      await forEach(Array(0..<plan.jobs), atMost: plan.jobs) { _ in await self.work() }
      group.cancelAll()
    }
  }

  private static func repeating(
    every interval: Duration, _ body: @Sendable () async -> Void
  ) async {
    while (try? await Task.sleep(for: interval)) != nil { await body() }
  }

  /// Once a second: record, status file, the end of the time, free space, targets whose program was
  /// built, and the rule of `--until-quiet`.
  private func supervise() async {
    await reporter.recordIfDue()
    // A process that still reads its corpus does not look at its own limit.
    if clock.now > plan.options.time.seconds + Self.grace { halt.end(.time) }
    do throws(RunFailure) {
      try plan.store.checkSpace()
      try await admit()
    } catch {
      halt.fail(error)
    }
    guard let quiet = plan.options.quiet else { return }
    let last = await reporter.lastNewCoverage
    if QuietRule(span: quiet.seconds).isOver(
      now: clock.now, lastNewCoverage: last, firstSweepOver: firstSweepOver)
    {
      halt.end(.quiet)
    }
  }

  /// Seeds and resumes the targets whose program was built since the last call.
  private func admit() async throws(RunFailure) {
    for target in waiting where await builds.program(target, build: 0) != nil {
      try await corpora.seed(target)
      waiting.removeAll { $0 == target }
      schedule.resume(target)
    }
  }

  private func work() async {
    while !halt.isRaised {
      guard let slice = schedule.take(now: clock.now) else {
        guard schedule.isWaiting(now: clock.now) else { return }
        try? await Task.sleep(for: .milliseconds(200))
        continue
      }
      do throws(RunFailure) {
        try await run(slice)
        let spent = try await checker.checkIfDue(
          slice.target, processSeconds: await reporter.seconds(of: slice.target))
        for (build, seconds) in spent { divisions[slice.target].spend(seconds, build: build) }
        await boundCorpus(slice.target)
      } catch {
        halt.fail(error)
      }
    }
  }

  private func run(_ slice: Schedule.Slice) async throws(RunFailure) {
    let target = slice.target
    let build = try await nextBuild(of: target)
    let depth = plan.options.choosesDepth ? depths[target].next : nil
    let shared = try await corpora.share(with: target)
    let start = clock.now
    let corpus = build > 0 ? plan.workingCorpus(target).names : []
    running[target] += 1
    defer { running[target] -= 1 }
    await reporter.begin(slice, build: build)
    let end = try await runProcess(slice, build: build, depth: depth)
    var result = await reporter.end(slice, seconds: end.seconds)
    divisions[target].spend(end.seconds, build: build)
    // The process has run every input that was in the corpus when it started.
    if result.initialized != nil { try await checker.pass(corpus, target: target, build: build) }
    result.newCoverage.findings = try await handle(end, target: target, build: build)
    let startUp = result.initialized.map { $0 - start }
    schedule.giveBack(slice, used: end.seconds, newCoverage: result.newCoverage, startUp: startUp)
    if let depth, build == 0, let startUp {
      depths[target].add(
        result.newCoverage, depth: depth, seconds: max(end.seconds - startUp, 0))
    }
    if firstSweepOver == nil, schedule.isFirstSweepOver { firstSweepOver = clock.now }
    var event = SessionEvent(.slice, time: clock.now)
    event.seconds = end.seconds
    event.startUp = startUp
    event.depth = depth
    event.shared = shared > 0 ? shared : nil
    await reporter.record(event, result, slice, build: build)
  }

  /// The main build; or the first check or the comparisons build, when it is ready and has used
  /// less than its share.
  private func nextBuild(of target: Int) async throws(RunFailure) -> Int {
    if divisions[target].isCheckDue, await builds[1] != nil {
      try await checker.load(1)
      return 1
    }
    if divisions[target].areComparisonsDue, let build = plan.options.builds.comparisonIndex,
      await builds[build] != nil
    {
      return build
    }
    return 0
  }

  private func runProcess(
    _ slice: Schedule.Slice, build: Int, depth: Int?
  ) async throws(RunFailure) -> FuzzEnding {
    guard let program = await builds.program(slice.target, build: build) else {
      throw .environment(
        "the \(plan.options.builds.all[build].name) build is missing", "report this")
    }
    let corpus = plan.workingCorpus(slice.target)
    let overflow =
      await corpora.isFull(slice.target) ? try corpus.overflow(slice.number) : nil
    defer { if overflow != nil { corpus.removeOverflow(slice.number) } }
    var child = try plan.fuzzProcess(
      slice, program: program, build: build, depth: depth, overflow: overflow)
    child.stop = halt.signal
    let artifact = ArtifactPath()
    let start = ContinuousClock.now
    let outcome = try await child.run { [reporter] line in
      if LibFuzzerLine.isStart(line) {
        await reporter.noteExecution()
      } else if let status = LibFuzzerLine(line) {
        await reporter.update(status, slice)
      } else if let count = LibFuzzerLine.finalExecutions(in: line) {
        await reporter.update(executions: count, slice)
      } else if let path = LibFuzzerLine.artifact(in: line), !path.contains("/slow-unit-") {
        artifact.path.withLock { $0 = path }
      }
    }
    return FuzzEnding(
      artifact: artifact.path.withLock { $0 }, log: outcome.output, status: outcome.status,
      seconds: (ContinuousClock.now - start).seconds)
  }

  /// Keeps the failing input of a process. Returns the number of findings that are new to `target`.
  private func handle(
    _ end: FuzzEnding, target: Int, build: Int
  ) async throws(RunFailure) -> Int {
    if let artifact = end.artifact {
      unexplainedEnds[target] = 0
      let isNew = try await findings.keep(
        artifact: artifact, ending: end, target: target, build: build)
      return isNew ? 1 : 0
    }
    guard end.isUnexplained, !halt.isRaised else {
      unexplainedEnds[target] = 0
      return 0
    }
    unexplainedEnds[target] += 1
    if unexplainedEnds[target] == Self.maximumUnexplainedEnds {
      schedule.retire(target)
      await reporter.note(
        "\(plan.targets[target].name) was given up: its process ends without a failing input"
          + " (\(end.status)); its last lines: \(end.lastLines)")
    }
    return 0
  }

  /// Minimizes the corpus of `target` when it has outgrown its limit. No process of the target runs
  /// meanwhile, since it might write to the files that are replaced.
  private func boundCorpus(_ target: Int) async {
    guard !bounding.contains(target), await corpora.exceedsLimit(target),
      bounding.insert(target).inserted
    else { return }
    schedule.pause(target)
    defer {
      schedule.resume(target)
      bounding.remove(target)
    }
    while running[target] > 0, !halt.isRaised {
      try? await Task.sleep(for: .milliseconds(100))
    }
    if !halt.isRaised { await corpora.bound(target) }
  }
}

/// The failing input that the output of one process names last.
private final class ArtifactPath: Sendable {
  let path = Mutex<String?>(nil)
}

/// Runs `body` for each of `items`, at most `limit` at once.
func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  await withTaskGroup(of: Void.self) { group in
    for (index, item) in items.enumerated() {
      if index >= max(limit, 1) { await group.next() }
      group.addTask { await body(item) }
    }
  }
}
