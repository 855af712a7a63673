import FuzzTargets

extension Session {
  /// Names the crash of a process, keeps its input and report, and sets it aside when it was a corpus input.
  func keep(artifact: String, ending: FuzzEnding, target: Int) async throws(RunFailure) {
    let name = options.targets[target].name
    guard let size = SystemBridge.fileSize(artifact) else {
      throw .environment(
        "\(name) failed, but its input could not be saved as \(artifact)",
        "free some space on the disk; the input is lost, the corpus is not")
    }
    let crashName = await naming.name(log: ending.log, status: ending.status, target: name)
    let isSeed = try workingCorpus(target).quarantine(artifact: artifact)
    if isSeed {
      remarks.append(
        "\(name): a corpus input fails and was set aside: \(FindingLedger.fileName(artifact))")
    }
    let crash = StoredCrash(
      name: crashName, target: name, artifact: FindingLedger.fileName(artifact), size: size,
      session: id, build: options.plan.build.rawValue)
    let isNew = try ledger.keep(crash, log: ending.log)
    meet(crash, isNew: isNew, target: target)
  }

  private func meet(_ crash: StoredCrash, isNew: Bool, target: Int) {
    let fingerprint = crash.name.fingerprint
    if progress[target].meet(fingerprint, now: now), met[fingerprint] == nil {
      met[fingerprint] = (isNew: isNew, target: crash.target, crashes: 0)
      display.say(
        "finding \(fingerprint): \(crash.name.title)\(isNew ? "" : " (known)") [\(crash.target)]")
    }
    met[fingerprint]?.crashes += 1
    var event = SessionEvent(.crash, time: now)
    event.target = crash.target
    event.fingerprint = fingerprint
    event.artifact = crash.artifact
    note(event)
  }

  /// Names inputs that a process saved without this session's hearing of it, now or before it was killed: runs each
  /// again. One that does not fail again stays where it is, unnamed.
  func nameLeftovers() async {
    for (index, target) in options.targets.enumerated() {
      for path in ledger.unnamed(target: target.name).prefix(20) {
        guard let outcome = try? await replay(target: index).run(path), outcome.verdict.isFinding
        else {
          remarks.append("\(target.name): does not fail again: \(CommandWords.fromHere(path))")
          continue
        }
        let ending = FuzzEnding(
          artifact: path, log: outcome.log, status: outcome.status, seconds: 0)
        try? await keep(artifact: path, ending: ending, target: index)
      }
    }
  }

  private func replay(target: Int) -> ReplayRun {
    var run = ReplayRun(toolchain: toolchain, program: programs[target])
    run.timeout = options.timeout
    run.memoryLimit = options.memoryLimit
    run.environment = options.environment
    return run
  }
}
