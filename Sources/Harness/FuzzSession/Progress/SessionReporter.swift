import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport

/// Progress of a session: lines for people, events of the record, the status file, and notes.
actor SessionReporter {
  private let plan: SessionPlan
  private let clock: SessionClock
  private let halt: SessionHalt
  private let display: ProgressDisplay
  private let process = ProcessIdentity.own
  private var progress: [TargetProgress]
  private var phase = SessionStatus.Phase.building
  /// Names of the builds that are ready.
  private var readyBuilds: [String] = []
  private var findings: [SessionStatus.Finding] = []
  private var notes: [String] = []
  private var activities: [Activity] = []
  private var record: SessionRecord?
  private var recordClock = RecordClock()
  private var secondsToFirstExecution: Double?
  /// Seconds of fuzzing, once it has ended.
  private var fuzzingSeconds: Double?

  private static let maximumNotes = 100

  init(plan: SessionPlan, clock: SessionClock, halt: SessionHalt, display: ProgressDisplay) {
    self.plan = plan
    self.clock = clock
    self.halt = halt
    self.display = display
    progress = plan.targets.map { TargetProgress(name: $0.name) }
  }

  // MARK: For people.

  nonisolated func say(_ line: String) { display.say(line) }

  /// Adds a note to the summary: an event that is no finding.
  func note(_ text: String) {
    if notes.count < Self.maximumNotes { notes.append(text) }
  }

  /// Updates the display until the task is cancelled, then clears its block.
  func showRepeatedly() async {
    while !Task.isCancelled {
      show()
      try? await Task.sleep(for: display.interval)
    }
    display.clear()
  }

  private func show() {
    var lines: [String] = []
    if phase == .fuzzing {
      let text = ProgressText(elapsed: clock.now, total: plan.options.time.seconds)
      let rows = display.height - activities.count - 1
      lines = text.lines(
        progress, redraws: display.redraws, width: display.width, maximumLines: rows)
    }
    lines += activities.map { $0.line(now: clock.sinceLaunch) }
    display.show(lines.map { String($0.prefix(max(display.width - 1, 1))) })
  }

  /// Adds a line for work beside the fuzz processes. `updateActivity` and `endActivity` refer to
  /// the latest activity.
  func beginActivity(_ name: String) {
    activities.append(Activity(name: name, start: clock.sinceLaunch))
    if display.redraws { show() } else { display.say("\(name) …") }
  }

  func updateActivity(_ step: String) {
    if !activities.isEmpty { activities[activities.count - 1].step = step }
  }

  func endActivity() { _ = activities.popLast() }

  // MARK: Phases.

  func enter(_ phase: SessionStatus.Phase) {
    self.phase = phase
    writeStatus()
  }

  func setReady(_ builds: [String]) {
    readyBuilds = builds
    writeStatus()
  }

  func endFuzzing() { fuzzingSeconds = clock.now }

  // MARK: Slices.

  func begin(_ slice: Schedule.Slice, build: Int) {
    progress[slice.target].begin(slice: slice.number, build: build)
  }

  /// Records the time of the first execution of the session.
  func noteExecution() { secondsToFirstExecution = secondsToFirstExecution ?? clock.sinceLaunch }

  func update(_ line: LibFuzzerLine, _ slice: Schedule.Slice) {
    noteExecution()
    progress[slice.target].update(line, slice: slice.number, now: clock.now)
  }

  func update(executions: Int, _ slice: Schedule.Slice) {
    progress[slice.target].update(executions: executions, slice: slice.number)
  }

  func end(_ slice: Schedule.Slice, seconds: Double) -> TargetProgress.SliceResult {
    progress[slice.target].end(slice: slice.number, seconds: seconds)
  }

  /// Process time of `target`.
  func seconds(of target: Int) -> Double { progress[target].seconds }

  /// When a target last met something new, in seconds since fuzzing began.
  var lastNewCoverage: Double? { progress.compactMap(\.lastNewCoverage).max() }

  // MARK: Findings.

  /// Counts a crash. Returns whether the finding is new to `target` in this session.
  func addCrash(_ fingerprint: String, of target: Int) -> Bool {
    progress[target].addCrash(fingerprint, now: clock.now)
  }

  /// Counts a crash whose input was not kept.
  func addUnnamedCrash(of target: Int) { progress[target].addUnnamedCrash() }

  func setFindings(_ findings: [SessionStatus.Finding]) { self.findings = findings }

  // MARK: Record and status file.

  func openRecord() throws(RunFailure) { record = try SessionRecord(path: plan.recordPath) }

  /// Appends an event to the record. A failure ends the session.
  func append(_ event: SessionEvent) {
    do throws(RunFailure) { try record?.append(event) } catch { halt.fail(error) }
  }

  func recordStart() {
    let options = plan.options
    var start = SessionEvent(.start, time: 0)
    start.note =
      "targets=\(options.targets.map(\.name).joined(separator: ","))"
      + " builds=\(options.builds.all.map(\.name).joined(separator: ","))"
      + " seconds=\(Int(options.time.seconds)) jobs=\(options.jobs) seed=\(options.seed ?? 0)"
      + " sharing=\(options.sharing.rawValue)"
    append(start)
  }

  /// Records a slice that ended, with what `event` has already. Slices shorter than a second, which
  /// end in crashes, have no event: their number has no bound.
  func record(
    _ event: SessionEvent, _ result: TargetProgress.SliceResult, _ slice: Schedule.Slice,
    build: Int
  ) {
    guard event.seconds ?? 0 >= 1 else { return }
    var event = event
    event.target = plan.targets[slice.target].name
    event.build = plan.options.builds.all[build].name
    event.executions = result.executions
    event.edges = result.newCoverage.edges
    event.features = result.newCoverage.features
    event.findings = result.newCoverage.findings
    append(event)
  }

  /// Writes the status file, and the progress events when they are due.
  func recordIfDue() {
    if recordClock.isDue(clock.now) { recordProgress() }
    writeStatus()
  }

  func recordEnd() {
    recordProgress()
    var end = SessionEvent(.end, time: clock.now)
    end.note = halt.ending.rawValue
    append(end)
  }

  private func recordProgress() {
    for target in progress { append(SessionEvent(target, time: clock.now)) }
  }

  /// Writes the status file. A failure is ignored: the file is for other terminals only.
  func writeStatus() {
    let options = plan.options
    var status = SessionStatus(
      session: plan.id, process: process, phase: phase, time: options.time.seconds,
      builds: options.builds.all.map(\.name))
    status.elapsed = clock.sinceLaunch
    status.fuzzed = phase == .building ? 0 : fuzzingSeconds ?? clock.now
    status.readyBuilds = readyBuilds
    status.buildShares = BuildTimeShare.all(of: progress, builds: options.builds.all.map(\.name))
    status.targets = progress.map { SessionStatus.Target($0) }
    status.findings = findings
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(status) else { return }
    try? WorkFolder.write([UInt8](data), to: plan.store.status(plan.id))
  }

  /// Fills in the progress, notes and times of the summary.
  func complete(_ results: inout SessionResults) {
    results.progress = progress
    results.notes = notes
    results.fuzzingSeconds = fuzzingSeconds ?? clock.now
    results.secondsToFirstExecution = secondsToFirstExecution
  }
}

/// When progress events are due: every five seconds at first, then at intervals of a hundredth of
/// the session so far, so that the record of any session has a bounded number of them.
struct RecordClock: Sendable {
  private var next = 5.0

  /// Returns whether an event is due at `now`, and if so sets the next time.
  mutating func isDue(_ now: Double) -> Bool {
    guard now >= next else { return false }
    next = now + max(5, now / 100)
    return true
  }
}
