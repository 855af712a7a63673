import Corpus
import CrashTriage
import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

/// What a session knows of one target in one of its checks.
struct CheckState: Sendable {
  var passed: PassedInputs
  /// Process time that the target had had when its inputs were last looked at.
  var lastLook = 0.0
  var isRunning = false
  /// Its process cannot run inputs.
  var isGivenUp = false
}

/// Corpus inputs pass the builds that slices do not run in.
extension Session {
  /// A target's new inputs are looked at after this much of its process time: each look costs a start of a process.
  private static let betweenLooks = 60.0

  /// After the time is up the checks get this long, and a tenth of the session where that is more.
  private static let minimumLastLook = 60.0

  /// Checks that are due for `target` now that a slice of it has ended.
  func checkIfDue(_ target: Int) async throws(RunFailure) {
    for build in builds.indices.dropFirst() where builds[build] != nil {
      let look = checkStates[build]?[target].lastLook ?? 0
      guard progress[target].seconds - look >= Self.betweenLooks else { continue }
      try await check(target, build: build, until: options.time.seconds, stop: halt)
    }
  }

  /// The last look, with time of its own; says what is left.
  func checkAll() async {
    guard options.builds.checks.count > 0, ending.allowsLongEnd else { return tellUnchecked() }
    display.say(
      "passing new inputs through \(options.builds.checks.map(\.name).joined(separator: ", ")) …")
    let end = now + max(Self.minimumLastLook, options.time.seconds / 10)
    let all = builds.indices.dropFirst().flatMap { build in
      options.targets.indices.map { (build, $0) }
    }
    await inParallel(all) { session, next in
      let (build, target) = next
      do throws(RunFailure) {
        try await session.check(target, build: build, until: end, stop: session.stop)
      } catch {
        await session.fail(error)
      }
    }
    tellUnchecked()
  }

  /// Passes the inputs of `target` that have not passed `build` yet, until `end` in seconds of the session.
  func check(
    _ target: Int, build: Int, until end: Double, stop: StopSignal
  ) async throws(RunFailure) {
    guard let ready = builds[build] else { return }
    try loadPassed(build)
    guard let state = checkStates[build]?[target], !state.isRunning, !state.isGivenUp else {
      return
    }
    checkStates[build]?[target].isRunning = true
    defer { checkStates[build]?[target].isRunning = false }
    checkStates[build]?[target].lastLook = progress[target].seconds
    let name = options.targets[target].name
    let start = now
    let run = CorpusCheck(
      program: ready.programs[target], environment: try childEnvironment(),
      timeout: options.timeout, memoryLimit: options.memoryLimit, stop: stop)
    var left = state.passed.remaining(of: workingCorpus(target).names)[...]
    let before = left.count
    while !left.isEmpty, now < end, !stop.isRaised {
      let batch = Array(left.prefix(CorpusCheck.batch))
      let outcome = try await run.run(
        batch.map { store.corpus(name) + "/" + $0 }, seconds: end - now)
      try checkStates[build]?[target].passed.add(Array(batch.prefix(outcome.passed)))
      left = left.dropFirst(outcome.passed)
      if let complaint = outcome.complaint {
        checkStates[build]?[target].isGivenUp = true
        remark(
          "\(name): the \(ready.plan.name) build does not run inputs, its last words: \(complaint)")
        break
      }
      if outcome.isCut { break }
      if outcome.isFailure, let suspect = left.popFirst() {
        try await examine(suspect, target: target, build: build)
      }
    }
    divisions[target].spend(now - start, build: build)
    guard before > 0 else { return }
    var event = SessionEvent(.check, time: now)
    event.target = name
    event.build = ready.plan.name
    event.seconds = now - start
    event.passed = before - left.count
    event.remaining = left.count
    note(event)
    writeStatus()
  }

  /// Every input that is in the corpus before a process starts has passed its build when the process has read the corpus.
  func passed(_ names: [String], target: Int, build: Int) throws(RunFailure) {
    try checkStates[build]?[target].passed.add(names)
  }

  /// Runs the input that ended a batch alone. A failure is kept like any other; an input that passes alone has passed.
  private func examine(_ input: String, target: Int, build: Int) async throws(RunFailure) {
    let name = options.targets[target].name
    let path = store.corpus(name) + "/" + input
    guard let data = FileManager.default.contents(atPath: path) else { return }
    let outcome = try await replay(target: target, build: build).run(path)
    guard let kind = outcome.verdict.kind else {
      try checkStates[build]?[target].passed.add([input])
      return
    }
    // A process that fuzzes replaces an input by a shorter one now and then; its absence is no failure.
    guard FileManager.default.fileExists(atPath: path) else { return }
    let prefix =
      switch kind {
      case .timeout: "timeout-"
      case .outOfMemory: "oom-"
      default: "crash-"
      }
    let artifact = store.artifacts(name) + "/" + prefix + SHA1.name(of: [UInt8](data))
    try WorkFolder.write([UInt8](data), to: artifact)
    let end = FuzzEnding(artifact: artifact, log: outcome.log, status: outcome.status, seconds: 0)
    try await keep(artifact: artifact, ending: end, target: target, build: build)
  }

  /// Reads what earlier sessions know of `build`, once it is ready.
  func loadPassed(_ build: Int) throws(RunFailure) {
    guard build > 0, checkStates[build] == nil, let ready = builds[build] else { return }
    var states: [CheckState] = []
    for (target, program) in ready.programs.enumerated() {
      let path = store.passed(options.targets[target].name, ready.plan)
      states.append(
        CheckState(
          passed: try PassedInputs(
            path: path, program: Proof.identity(of: program) ?? "",
            present: workingCorpus(target).names)))
    }
    checkStates[build] = states
  }

  /// Inputs of `target` that have not passed every check.
  func unchecked(_ target: Int) -> Int {
    let names = workingCorpus(target).names
    return builds.indices.dropFirst().map { build in
      checkStates[build]?[target].passed.remaining(of: names).count ?? names.count
    }.max() ?? 0
  }

  private func tellUnchecked() {
    let left = options.targets.indices.map { (options.targets[$0].name, unchecked($0)) }
      .filter { $0.1 > 0 }
    guard !left.isEmpty else { return }
    remark(
      "inputs that have yet to pass \(options.builds.checks.map(\.name).joined(separator: " and ")): "
        + left.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        + "; a later session goes on with them")
  }
}
