import FuzzBuilds
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

extension Session {
  /// Inputs without a name that are run again at the begin and at the end of a session, for each target.
  private static let maximumLeftovers = 20

  /// Names the crash of a process, keeps its input and report, and sets it aside when it was a corpus input.
  func keep(
    artifact: String, ending: FuzzEnding, target: Int, build: Int
  ) async throws(RunFailure) {
    let name = options.targets[target].name
    guard let size = SystemBridge.fileSize(artifact) else {
      throw .environment(
        "\(name) failed, but its input could not be saved as \(artifact)",
        "free some space on the disk; the input is lost, the corpus is not")
    }
    let crashName = await naming.name(log: ending.log, status: ending.status, target: name)
    let file = InputFiles.lastComponent(artifact)
    if try workingCorpus(target).quarantine(artifact: artifact) {
      setAside[name, default: []].append(file)
    }
    let crash = StoredCrash(
      name: crashName, target: name, artifact: file, size: size, session: id,
      plan: options.builds.all[build])
    let outcome = try ledger.keep(crash, log: ending.log)
    meet(crash, outcome, target: target)
  }

  private func meet(_ crash: StoredCrash, _ outcome: FindingLedger.Outcome, target: Int) {
    let fingerprint = crash.name.fingerprint
    guard outcome != .tooMany else {
      progress[target].fail()
      return
    }
    if progress[target].meet(fingerprint, now: now), met[fingerprint] == nil {
      let isNew = outcome == .newFinding
      met[fingerprint] = (isNew: isNew, target: crash.target, crashes: 0)
      display.say(
        "finding \(fingerprint): \(crash.name.title)\(isNew ? "" : " (known)") [\(crash.target)]")
    }
    met[fingerprint]?.crashes += 1
    let count = met[fingerprint]?.crashes ?? 0
    if count <= 100 || count & (count - 1) == 0 {
      var event = SessionEvent(.crash, time: now)
      event.target = crash.target
      event.build = crash.plan.name
      event.fingerprint = fingerprint
      event.artifact = crash.artifact
      event.crashes = count
      note(event)
    }
    if fingerprint == options.targetFinding { end(.targetFinding) }
  }

  /// Names inputs that a process saved without this session's hearing of it, now or before it was killed: runs each
  /// again in every build that is there. One that fails in none is moved out of the way at the last try.
  func nameLeftovers(isLastTry: Bool) async {
    for (index, target) in options.targets.enumerated() {
      for path in ledger.unnamed(target: target.name).prefix(Self.maximumLeftovers) {
        if await nameLeftover(path, target: index) || !isLastTry { continue }
        let kept = ledger.setUnreproducedAside(path, target: target.name)
        remark("\(target.name): does not fail again: \(CommandWords.fromHere(kept))")
      }
    }
  }

  private func nameLeftover(_ path: String, target: Int) async -> Bool {
    for build in builds.indices where builds[build] != nil {
      guard let outcome = try? await replay(target: target, build: build).run(path),
        outcome.verdict.isFinding
      else { continue }
      let ending = FuzzEnding(artifact: path, log: outcome.log, status: outcome.status, seconds: 0)
      try? await keep(artifact: path, ending: ending, target: target, build: build)
      return true
    }
    return false
  }

  func replay(target: Int, build: Int) throws(RunFailure) -> ReplayRun {
    var run = ReplayRun(toolchain: toolchain, program: try program(target, build: build))
    run.timeout = options.timeout
    run.memoryLimit = options.memoryLimit
    run.environment = options.environment
    return run
  }

  /// Remarks on corpus inputs that were set aside and on findings that were too many to keep.
  func remarkOnFailures() {
    for (name, files) in setAside.sorted(by: { $0.key < $1.key }) {
      let more = files.count > 3 ? " and \(files.count - 3) more" : ""
      remark(
        "\(name): corpus inputs fail and were set aside: "
          + files.prefix(3).joined(separator: ", ") + more)
    }
    for (name, count) in ledger.refused.sorted(by: { $0.key < $1.key }) {
      remark(
        "\(name): more than \(FindingLedger.maximumFindings) findings; \(count) failing inputs of others"
          + " were not kept, since they may be one bug that has a new name each time")
    }
  }
}
