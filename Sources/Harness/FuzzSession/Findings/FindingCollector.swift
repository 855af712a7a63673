import CrashTriage
import FuzzBuilds
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

/// A finding met in one session.
struct MetFinding: Sendable {
  /// False when an earlier session had met it.
  let isNew: Bool
  /// Name of the target that met it first.
  let target: String
  /// Processes that ended in it.
  var crashes = 0
}

/// The findings of a session, with the inputs that are kept for each.
struct CollectedFindings: Sendable {
  /// By fingerprint.
  var met: [String: MetFinding] = [:]
  var ledger: FindingLedger
}

/// Names crashes, keeps their inputs and reports, and moves failing corpus inputs to quarantine.
actor FindingCollector {
  private let plan: SessionPlan
  private let pipeline: TriagePipeline
  private let builds: BuildPool
  private let clock: SessionClock
  private let halt: SessionHalt
  private let reporter: SessionReporter
  private(set) var collected: CollectedFindings
  /// File names of corpus inputs in quarantine since this session, by target.
  private var quarantined: [String: [String]] = [:]

  /// Maximum unnamed inputs that are run again at the start and at the end of a session, per
  /// target.
  private static let maximumLeftovers = 20

  init(
    plan: SessionPlan, pipeline: TriagePipeline, builds: BuildPool, clock: SessionClock,
    halt: SessionHalt, reporter: SessionReporter
  ) {
    self.plan = plan
    self.pipeline = pipeline
    self.builds = builds
    self.clock = clock
    self.halt = halt
    self.reporter = reporter
    collected = CollectedFindings(
      ledger: FindingLedger(store: plan.store, limit: plan.options.inputsPerFinding))
  }

  /// Reads the crashes that earlier sessions kept.
  func load() {
    for target in plan.targets { collected.ledger.load(target: target.name) }
  }

  /// Names the crash of a process and keeps its input and report. Returns whether the finding is
  /// new to `target` in this session.
  func keep(
    artifact: String, ending: FuzzEnding, target: Int, build: Int
  ) async throws(RunFailure) -> Bool {
    let name = plan.targets[target].name
    let named = await pipeline.crash(inLog: ending.log, target: name)
    guard let size = SavedInput.size(artifact) else {
      throw SavedInput.loss(
        of: artifact, "\(name) failed (\(named.finding.title))", log: ending.log)
    }
    let file = InputFiles.lastComponent(artifact)
    do throws(RunFailure) {
      return try await keep(named, artifact, size, file, ending, target: target, build: build)
    } catch {
      throw .environment(
        "\(name) failed (\(named.finding.title)) and its input is safe in"
          + " \(CommandWords.fromHere(artifact)), but the session cannot go on",
        error.description)
    }
  }

  private func keep(
    _ named: TriagedCrash, _ artifact: String, _ size: Int, _ file: String, _ ending: FuzzEnding,
    target: Int, build: Int
  ) async throws(RunFailure) -> Bool {
    let name = plan.targets[target].name
    if try plan.workingCorpus(target).quarantine(artifact: artifact) {
      quarantined[name, default: []].append(file)
    }
    let crash = StoredCrash(
      name: CrashName(named.finding), target: name, artifact: file, size: size, session: plan.id,
      plan: plan.options.builds.all[build])
    let outcome = try collected.ledger.keep(crash, log: ending.log)
    return await count(crash, outcome, target: target)
  }

  private func count(
    _ crash: StoredCrash, _ outcome: FindingLedger.Outcome, target: Int
  ) async -> Bool {
    let fingerprint = crash.name.fingerprint
    guard outcome != .tooMany else {
      await reporter.addUnnamedCrash(of: target)
      return false
    }
    var met =
      collected.met[fingerprint]
      ?? MetFinding(isNew: outcome == .newFinding, target: crash.target)
    let isFirst = met.crashes == 0
    met.crashes += 1
    collected.met[fingerprint] = met
    if fingerprint == plan.options.targetFinding { halt.end(.targetFinding) }
    if isFirst {
      reporter.say(
        "finding \(fingerprint): \(crash.name.title)\(met.isNew ? "" : " (known)") [\(crash.target)]"
      )
    }
    await reporter.setFindings(statusFindings)
    let count = met.crashes
    if count <= 100 || count & (count - 1) == 0 {
      var event = SessionEvent(.crash, time: clock.now)
      event.target = crash.target
      event.build = crash.plan.name
      event.fingerprint = fingerprint
      event.artifact = crash.artifact
      event.crashes = count
      await reporter.append(event)
    }
    return await reporter.addCrash(fingerprint, of: target)
  }

  /// The findings met, for the status file.
  private var statusFindings: [SessionStatus.Finding] {
    collected.met.keys.sorted().compactMap { fingerprint in
      guard let met = collected.met[fingerprint],
        let crash = collected.ledger.crashes[fingerprint]?.first
      else { return nil }
      return SessionStatus.Finding(
        fingerprint: fingerprint, title: crash.name.title, target: met.target,
        crashes: met.crashes, isNew: met.isNew)
    }
  }

  /// The kept inputs of the findings met, in the order of targets and fingerprints.
  func keptCrashes() -> [StoredCrash] {
    plan.targets.flatMap { target in
      collected.met.filter { $0.value.target == target.name }.keys.sorted()
        .flatMap { collected.ledger.crashes[$0] ?? [] }
    }
  }

  /// The smallest input of each finding that no earlier session had met.
  func newCrashes() -> [StoredCrash] {
    collected.met.filter { $0.value.isNew }.keys.sorted()
      .compactMap { collected.ledger.crashes[$0]?.first }
  }

  /// Names artifacts that are not yet attributed to a finding, of this session or a killed one, by
  /// running each in every build that is ready. At the last try an input that fails in none moves
  /// to `unreproduced/`.
  func nameLeftovers(isLastTry: Bool) async {
    for (index, target) in plan.targets.enumerated() {
      let unnamed = collected.ledger.unnamed(target: target.name)
      for path in unnamed.prefix(Self.maximumLeftovers) {
        if await nameLeftover(path, target: index) || !isLastTry { continue }
        let kept = collected.ledger.setUnreproducedAside(path, target: target.name)
        await reporter.note("\(target.name): does not fail again: \(CommandWords.fromHere(kept))")
      }
    }
  }

  private func nameLeftover(_ path: String, target: Int) async -> Bool {
    for build in plan.options.builds.all.indices {
      guard let program = await builds.program(target, build: build),
        let outcome = try? await plan.replay(program).run(path), outcome.verdict.isFinding
      else { continue }
      let ending = FuzzEnding(artifact: path, log: outcome.log, status: outcome.status, seconds: 0)
      _ = try? await keep(artifact: path, ending: ending, target: target, build: build)
      return true
    }
    return false
  }

  /// Adds notes about corpus inputs in quarantine and about findings beyond the limit.
  func addNotes() async {
    for (name, files) in quarantined.sorted(by: { $0.key < $1.key }) {
      let more = files.count > 3 ? " and \(files.count - 3) more" : ""
      await reporter.note(
        "\(name): corpus inputs fail and were moved to quarantine: "
          + files.prefix(3).joined(separator: ", ") + more)
    }
    for (name, count) in collected.ledger.refused.sorted(by: { $0.key < $1.key }) {
      await reporter.note(
        "\(name): more than \(FindingLedger.maximumFindings) findings; \(count) failing inputs of"
          + " others were not kept, since they may be one bug with a new name for each input")
    }
  }
}
