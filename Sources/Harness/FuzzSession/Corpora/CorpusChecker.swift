import Corpus
import CrashTriage
import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

/// Passes the inputs of the working corpora through the checking builds.
actor CorpusChecker {
  /// State of one target in one check.
  private struct State: Sendable {
    var passed: PassedInputs
    /// Process time of the target at its last check.
    var lastCheck = 0.0
    var isRunning = false
    /// Whether the check's process cannot run inputs.
    var isGivenUp = false
  }

  private let plan: SessionPlan
  private let builds: BuildPool
  private let findings: FindingCollector
  private let clock: SessionClock
  private let halt: SessionHalt
  private let reporter: SessionReporter
  /// For each check that is ready, the state of every target.
  private var states: [Int: [State]] = [:]

  /// Process time of a target between two checks of its new inputs; each check starts a process.
  private static let interval = 60.0
  /// Minimum time of the checks after fuzzing; a tenth of the session when that is longer.
  private static let minimumLastCheck = 60.0

  init(
    plan: SessionPlan, builds: BuildPool, findings: FindingCollector, clock: SessionClock,
    halt: SessionHalt, reporter: SessionReporter
  ) {
    self.plan = plan
    self.builds = builds
    self.findings = findings
    self.clock = clock
    self.halt = halt
    self.reporter = reporter
  }

  private var checkNames: [String] { plan.options.builds.checks.map(\.name) }

  /// Checks new inputs of `target` in each build where a check is due after a slice.
  ///
  /// - Parameter processSeconds: Process time of the target so far.
  /// - Returns: The seconds spent in each build.
  func checkIfDue(
    _ target: Int, processSeconds: Double
  ) async throws(RunFailure) -> [(build: Int, seconds: Double)] {
    var spent: [(build: Int, seconds: Double)] = []
    for build in await builds.readyChecks {
      let last = states[build]?[target].lastCheck ?? 0
      guard processSeconds - last >= Self.interval else { continue }
      let seconds = try await check(
        target, build: build, processSeconds: processSeconds,
        until: plan.options.time.seconds, stop: halt.signal)
      spent.append((build, seconds))
    }
    return spent
  }

  /// Checks all inputs after fuzzing, within a time of its own, and notes what is left.
  func checkAll() async {
    guard !checkNames.isEmpty, halt.ending.allowsLongEnd else { return await noteUnchecked() }
    reporter.say("passing new inputs through \(checkNames.joined(separator: ", ")) …")
    let end = clock.now + max(Self.minimumLastCheck, plan.options.time.seconds / 10)
    let all = await builds.readyChecks.flatMap { build in
      plan.targets.indices.map { (build, $0) }
    }
    await forEach(all, atMost: plan.jobs) { [plan, halt, reporter] build, target in
      do throws(RunFailure) {
        let seconds = await reporter.seconds(of: target)
        _ = try await self.check(
          target, build: build, processSeconds: seconds, until: end, stop: plan.options.stop)
      } catch {
        halt.fail(error)
      }
    }
    await noteUnchecked()
  }

  /// Passes the unchecked inputs of `target` through `build` until `end`, in seconds of the
  /// session. Returns the seconds spent.
  private func check(
    _ target: Int, build: Int, processSeconds: Double, until end: Double, stop: StopSignal
  ) async throws(RunFailure) -> Double {
    guard let ready = await builds[build] else { return 0 }
    try await load(build)
    guard let state = states[build]?[target], !state.isRunning, !state.isGivenUp else { return 0 }
    states[build]?[target].isRunning = true
    defer { states[build]?[target].isRunning = false }
    states[build]?[target].lastCheck = processSeconds
    let start = clock.now
    let left = state.passed.remaining(of: plan.workingCorpus(target).names)
    let remaining = try await pass(left[...], target: target, ready, build, until: end, stop)
    let seconds = clock.now - start
    guard !left.isEmpty else { return seconds }
    var event = SessionEvent(.check, time: clock.now)
    event.target = plan.targets[target].name
    event.build = ready.plan.name
    event.seconds = seconds
    event.passed = left.count - remaining
    event.remaining = remaining
    await reporter.append(event)
    await reporter.writeStatus()
    return seconds
  }

  /// Runs `inputs` in batches. Returns the number of inputs that are left.
  private func pass(
    _ inputs: ArraySlice<String>, target: Int, _ ready: ReadyBuild, _ build: Int,
    until end: Double, _ stop: StopSignal
  ) async throws(RunFailure) -> Int {
    let name = plan.targets[target].name
    let run = BatchRun(
      program: ready.programs[target], environment: try plan.childEnvironment(),
      timeout: plan.options.timeout, memoryLimit: plan.options.memoryLimit, stop: stop)
    var left = inputs
    while !left.isEmpty, clock.now < end, !stop.isRaised {
      let batch = Array(left.prefix(BatchRun.maximumInputs))
      let outcome = try await run.run(
        batch.map { plan.store.corpus(name) + "/" + $0 }, seconds: end - clock.now)
      try states[build]?[target].passed.add(Array(batch.prefix(outcome.passed)))
      left = left.dropFirst(outcome.passed)
      if let complaint = outcome.complaint {
        states[build]?[target].isGivenUp = true
        await reporter.note(
          "\(name): the \(ready.plan.name) build does not run inputs; its last lines: \(complaint)")
        break
      }
      if outcome.isCut { break }
      if outcome.isFailure, let suspect = left.popFirst() {
        try await examine(suspect, target: target, ready, build)
      }
    }
    return left.count
  }

  /// Runs the input that ended a batch alone. A failure becomes a finding; an input that passes
  /// alone has passed.
  private func examine(
    _ input: String, target: Int, _ ready: ReadyBuild, _ build: Int
  ) async throws(RunFailure) {
    let name = plan.targets[target].name
    let path = plan.store.corpus(name) + "/" + input
    guard let data = FileManager.default.contents(atPath: path) else { return }
    let outcome = try await plan.replay(ready.programs[target]).run(path)
    guard let kind = outcome.verdict.kind else {
      try states[build]?[target].passed.add([input])
      return
    }
    // A fuzzing process may have replaced the input by a shorter one; its absence is no failure.
    guard FileManager.default.fileExists(atPath: path) else { return }
    let prefix =
      switch kind {
      case .timeout: "timeout-"
      case .outOfMemory: "oom-"
      default: "crash-"
      }
    let artifact = plan.store.artifacts(name) + "/" + prefix + SHA1.name(of: [UInt8](data))
    try WorkFolder.write([UInt8](data), to: artifact)
    let end = FuzzEnding(artifact: artifact, log: outcome.log, status: outcome.status, seconds: 0)
    _ = try await findings.keep(artifact: artifact, ending: end, target: target, build: build)
  }

  /// Marks inputs that a process of `build` has run as passed.
  func pass(_ names: [String], target: Int, build: Int) throws(RunFailure) {
    try states[build]?[target].passed.add(names)
  }

  /// Reads which inputs passed `build` in earlier sessions.
  func load(_ build: Int) async throws(RunFailure) {
    guard plan.options.builds.checkIndices.contains(build), states[build] == nil,
      let ready = await builds[build]
    else { return }
    // Another task may have read them during the wait for the build.
    guard states[build] == nil else { return }
    var all: [State] = []
    for (target, program) in ready.programs.enumerated() {
      let path = plan.store.passed(plan.targets[target].name, ready.plan)
      all.append(
        State(
          passed: try PassedInputs(
            path: path, program: Proof.identity(of: program) ?? "",
            present: plan.workingCorpus(target).names)))
    }
    states[build] = all
  }

  /// For each target, the inputs that have not passed every check.
  func uncheckedCounts() -> [Int] {
    plan.targets.indices.map { target in
      let names = plan.workingCorpus(target).names
      return plan.options.builds.checkIndices.map { build in
        states[build]?[target].passed.remaining(of: names).count ?? names.count
      }.max() ?? 0
    }
  }

  private func noteUnchecked() async {
    let left = zip(plan.targets, uncheckedCounts()).filter { $0.1 > 0 }
    guard !left.isEmpty else { return }
    await reporter.note(
      "inputs that have yet to pass \(checkNames.joined(separator: " and ")): "
        + left.map { "\($0.0.name) \($0.1)" }.joined(separator: ", ")
        + "; a later session continues with them")
  }
}
