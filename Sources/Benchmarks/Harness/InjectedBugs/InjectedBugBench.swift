import Foundation
import FuzzBuilds
import FuzzSession
import FuzzTargets
package import ProcessSupport

/// Runs sessions over the patched copy, alternately of the full harness and of plain libFuzzer.
package struct InjectedBugBench: Sendable {
  let toolchain: Toolchain
  let set: InjectedBugSet
  let copy: PatchedCopy
  let settings: BugTrialSettings
  /// Commit of the checkout.
  let revision: String
  let store: BugTrialStore
  /// Stops the current trial when raised.
  package let stop: StopSignal
  let display: ProgressDisplay
  /// Harnesses to compare, in the order of their trials.
  package var harnesses: [BugTrial.Harness] = [.full, .plain]
  /// Trials of each harness but the full one; nil for as many as of the full one.
  package var peerTrials: Int?
  /// Whether trials count that had less than `BugTrial.minimumShare` of their processor time.
  package var acceptsBusyMachine = false
  /// Whether the mutations that were written after an injected bug are left out.
  package var withoutShaped = false

  /// The build of most of a session, and the same for plain libFuzzer with traced comparisons, as
  /// `-fsanitize=fuzzer` makes it. The canaries are not instrumented in either.
  static func plan(for harness: BugTrial.Harness) -> BuildPlan {
    BuildPlan(.fuzzer, tracesComparisons: harness != .full)
  }

  /// Every build of a trial: that of most slices, and in the full harness that of the comparisons.
  static func plans(for harness: BugTrial.Harness) -> [BuildPlan] {
    [plan(for: harness)] + (harness == .full ? [BuildPlan(.comparisons)] : [])
  }

  /// - Parameters: the checkout and the bugs, and the store that records the trials.
  package init(
    root: RepositoryRoot, toolchain: Toolchain, set: InjectedBugSet, copy: PatchedCopy,
    settings: BugTrialSettings, store: BugTrialStore, stop: StopSignal, display: ProgressDisplay
  ) async {
    revision = await BenchmarkMachine.revision(root)
    self.toolchain = toolchain
    self.set = set
    self.copy = copy
    self.settings = settings
    self.store = store
    self.stop = stop
    self.display = display
  }

  /// Runs the trials 1 to `count` that the folder lacks. A stopped trial is not recorded, and
  /// stopping is not an error, so that completed trials are reported.
  package func run(trials count: Int) async throws(RunFailure) {
    do throws(RunFailure) {
      try await runMissing(upTo: count)
    } catch {
      guard stop.isRaised else { throw error }
    }
  }

  private func runMissing(upTo count: Int) async throws(RunFailure) {
    let missing = store.missingTrials(of: harnesses, upTo: count, peers: peerTrials ?? count)
    for plan in harnesses.filter({ harness in missing.contains { $0.harness == harness } })
      .flatMap(Self.plans)
    {
      display.say("building the patched copy, \(plan.name) …")
      _ = try await copy.build(
        plan, targets: set.targets.map(\.name) + ["selftest"], toolchain: toolchain, stop: stop)
    }
    for (harness, number) in missing {
      guard !stop.isRaised else { return }
      let trial = try await run(harness, number, of: count)
      guard !stop.isRaised else { return }
      try refuseBusyMachine(trial)
      try store.add(trial)
      display.say(
        "trial \(number) of \(count), \(harness.rawValue): \(trial.triggered) of \(set.bugs.count)"
          + " triggered, with \(Int((trial.processorShare ?? 0) * 100)) % of its processor time")
    }
  }

  private func refuseBusyMachine(_ trial: BugTrial) throws(RunFailure) {
    guard !acceptsBusyMachine, let share = trial.processorShare, share < BugTrial.minimumShare
    else { return }
    throw .environment(
      "trial \(trial.number) (\(trial.harness.rawValue)) had \(Int(share * 100)) % of its processor time,"
        + " and \(Int(BugTrial.minimumShare * 100)) % are needed",
      "run it on an idle machine with at least \(settings.jobs) processors, or pass --busy")
  }

  private func run(
    _ harness: BugTrial.Harness, _ number: Int, of count: Int
  ) async throws(RunFailure) -> BugTrial {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let canaries = try CanaryFile(creating: folder.path + "/canaries")
    let seed = UInt32(truncatingIfNeeded: number * 100_003)
    var options = SessionOptions(
      targets: set.targets, time: .seconds(settings.seconds), jobs: settings.jobs,
      plan: Self.plan(for: harness))
    options.seed = seed
    options.store = folder.path + "/store"
    options.stop = stop
    options.environment = canaries.environment
    if harness == .full { options.builds.addComparisons() }
    if harness != .full { options.usePlainLibFuzzer(valueProfile: harness == .profile) }
    if withoutShaped { options.environment["SCENEFUZZ_WITHOUT_SHAPED"] = "1" }
    let session = Session(
      root: copy.root, toolchain: toolchain, options: options, display: .silent)
    let watching = Task {
      await watch(canaries, "trial \(number) of \(count), \(harness.rawValue)")
    }
    defer { watching.cancel() }
    let before = SystemBridge.processorSecondsOfChildren
    let summary = try await session.run()
    let spent = SystemBridge.processorSecondsOfChildren - before
    try store.keepInputs(
      of: set.targets.map(\.name), in: SessionStore(folder: folder.path + "/store"))
    let seen = canaries.read()
    var sightings: [String: BugTrial.Sighting] = [:]
    for bug in set.bugs where seen[bug.number].reached != nil {
      sightings[bug.name] = seen[bug.number].within(settings.seconds)
    }
    let targets = summary.targets
    return BugTrial(
      harness: harness, number: number, seed: seed, sightings: sightings,
      executions: Dictionary(uniqueKeysWithValues: targets.map { ($0.name, $0.executions) }),
      edges: Dictionary(uniqueKeysWithValues: targets.map { ($0.name, $0.edges) }),
      findings: summary.findings.map { "\($0.target): \($0.name.title)" },
      processorShare: spent / (settings.seconds * Double(settings.jobs)), revision: revision)
  }

  /// Prints the number of bugs met so far until cancelled.
  private func watch(_ canaries: CanaryFile, _ name: String) async {
    let clock = ContinuousClock()
    var start: ContinuousClock.Instant?
    while (try? await clock.sleep(for: display.interval)) != nil {
      let seen = canaries.read()
      guard seen.hasStarted else { continue }
      start = start ?? clock.now
      let met = set.bugs.map { seen[$0.number] }
      let elapsed = ProgressText.clock(start.map { (clock.now - $0).seconds } ?? 0)
      display.show([
        "\(name)  \(elapsed)/\(ProgressText.clock(settings.seconds))  of \(met.count) bugs "
          + "\(met.count { $0.reached != nil }) reached, \(met.count { $0.triggered != nil }) triggered"
      ])
    }
    display.show([])
  }
}

extension BugTrial.Sighting {
  /// Drops events after the time limit; a process may run slightly longer.
  func within(_ seconds: Double) -> Self {
    Self(
      reached: reached.flatMap { $0 <= seconds ? $0 : nil },
      triggered: triggered.flatMap { $0 <= seconds ? $0 : nil })
  }
}
