import FuzzBuilds
import FuzzTargets
import ProcessSupport

/// The processes that fuzz, and what is heard of them.
extension Session {
  func runWorkers() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.tick(every: self.display.interval) { $0.tell(forPeople: true) } }
      group.addTask { await self.tick(every: .seconds(1)) { $0.lookAround() } }
      await inParallel(Array(0..<max(options.jobs, 1))) { session, _ in await session.work() }
      group.cancelAll()
    }
    display.show([])
  }

  /// Runs `body` for each of `items`, as many at once as there are jobs.
  func inParallel<Item: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Session, Item) async -> Void
  ) async {
    await withTaskGroup(of: Void.self) { group in
      for (index, item) in items.enumerated() {
        if index >= max(options.jobs, 1) { await group.next() }
        group.addTask { await body(self, item) }
      }
    }
  }

  private func work() async {
    while !halt.isRaised {
      guard let slice = schedule.take(now: now) else {
        guard schedule.isWaiting(now: now) else { return }
        try? await Task.sleep(for: .milliseconds(200))
        continue
      }
      do throws(RunFailure) {
        try await run(slice)
        try await checkIfDue(slice.target)
        await boundCorpus(slice.target)
      } catch {
        fail(error)
      }
    }
  }

  private func run(_ slice: Schedule.Slice) async throws(RunFailure) {
    let target = slice.target
    let build = try nextBuild(of: target)
    let start = now
    let corpus = build > 0 ? workingCorpus(target).names : []
    progress[target].begin(slice: slice.number, build: build)
    let end = try await runProcess(slice, build: build)
    if fullCorpora.contains(target) { workingCorpus(target).removeOverflow(slice.number) }
    var yielded = progress[target].end(slice: slice.number, seconds: end.seconds)
    divisions[target].spend(end.seconds, build: build)
    if yielded.initialized != nil { try passed(corpus, target: target, build: build) }
    let findings = progress[target].findings.count
    try await digest(end, target: target, build: build)
    yielded.newCoverage.findings = progress[target].findings.count - findings
    let startUp = yielded.initialized.map { $0 - start }
    schedule.giveBack(slice, used: end.seconds, newCoverage: yielded.newCoverage, startUp: startUp)
    if firstSweepOver == nil, schedule.isFirstSweepOver { firstSweepOver = now }
    note(yielded, slice, build: build, seconds: end.seconds, startUp: startUp)
  }

  /// The main build, or the first check when that is ready and has not had its share.
  private func nextBuild(of target: Int) throws(RunFailure) -> Int {
    guard builds.count > 1, builds[1] != nil, divisions[target].isCheckDue else { return 0 }
    try loadPassed(1)
    return 1
  }

  private func runProcess(
    _ slice: Schedule.Slice, build: Int
  ) async throws(RunFailure) -> FuzzEnding {
    let start = clock.now
    var child = try fuzzChild(slice, build: build)
    child.stop = halt
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

  private func digest(
    _ end: FuzzEnding, target: Int, build: Int
  ) async throws(RunFailure) {
    if let artifact = end.artifact {
      inexplicable[target] = 0
      try await keep(artifact: artifact, ending: end, target: target, build: build)
    } else if end.isInexplicable, !halt.isRaised {
      inexplicable[target] += 1
      guard inexplicable[target] == 3 else { return }
      schedule.retire(target)
      remark(
        "\(progress[target].name) was given up: its process ends by itself (\(end.status)),"
          + " the last words: \(end.lastWords)")
    } else {
      inexplicable[target] = 0
    }
  }

  private func tick(
    every interval: Duration, _ body: @Sendable (isolated Session) -> Void
  ) async {
    while (try? await clock.sleep(for: interval)) != nil { body(self) }
  }

  /// Once a second: the record, the disk, and whether anything still comes.
  private func lookAround() {
    if recordClock.isDue(now) { tell(forPeople: false) }
    writeStatus()
    do throws(RunFailure) { try store.checkSpace() } catch { fail(error) }
    guard let quiet = options.quiet else { return }
    let newCoverage = progress.compactMap(\.lastNewCoverage).max()
    if QuietRule(span: quiet.seconds).isOver(
      now: now, lastNewCoverage: newCoverage, firstSweepOver: firstSweepOver)
    {
      end(.quiet)
    }
  }
}

/// What the lines of one process have told that only its end makes use of.
private actor Heard {
  private(set) var artifact: String?

  func saw(_ path: String) { artifact = path }
}
