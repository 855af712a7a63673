import Foundation
import FuzzBuilds
import FuzzTargets
import Minimization
import ProcessSupport

/// The working corpora of a session: seeds, limits and minimization.
actor CorpusKeeper {
  private let plan: SessionPlan
  private let builds: BuildPool
  private let halt: SessionHalt
  private let reporter: SessionReporter
  /// Targets whose corpus is at its limit and does not grow any more.
  private var full: Set<Int> = []
  private var seeded: Set<Int> = []
  /// Files of each corpus before it was minimized, for those that were.
  private(set) var minimizedFrom: [Int: Int] = [:]

  private var sharing: CorpusSharing

  /// Time limit of one minimization; a corpus that takes longer stays unchanged.
  private static let maximumTime: Duration = .seconds(300)

  init(plan: SessionPlan, builds: BuildPool, halt: SessionHalt, reporter: SessionReporter) {
    self.plan = plan
    self.builds = builds
    self.halt = halt
    self.reporter = reporter
    sharing = CorpusSharing(plan: plan)
  }

  /// Copies inputs of other targets to the corpus of `target`, unless it is at its limit. Returns
  /// their number.
  func share(with target: Int) throws(RunFailure) -> Int {
    guard plan.options.sharesCorpora, !full.contains(target) else { return 0 }
    return try sharing.share(with: target)
  }

  /// Copies the committed inputs of a target whose program exists into its working corpus.
  func seed(_ target: Int) async throws(RunFailure) {
    let name = plan.targets[target].name
    let corpus = plan.workingCorpus(target)
    seeded.insert(target)
    corpus.removeOverflows()
    let program = await builds.program(target, build: 0)
    let identity = program.flatMap { Proof.identity(of: $0) } ?? ""
    let seeding = try corpus.seed(
      from: plan.options.usesSeeds ? plan.root : nil, program: identity)
    if !seeding.failing.isEmpty {
      await reporter.note(
        "\(name): left out, since they fail: "
          + seeding.failing.map(CommandWords.fromHere).joined(separator: " "))
    }
    if !seeding.tooLong.isEmpty {
      await reporter.note(
        "\(name): left out, since they are longer than \(corpus.maximumLength) bytes: "
          + seeding.tooLong.map(CommandWords.fromHere).joined(separator: " "))
    }
  }

  func isSeeded(_ target: Int) -> Bool { seeded.contains(target) }

  func isFull(_ target: Int) -> Bool { full.contains(target) }

  /// Whether the corpus has outgrown its limit and may still be minimized. O(inputs).
  func exceedsLimit(_ target: Int) -> Bool {
    !full.contains(target) && plan.workingCorpus(target).exceeds(plan.options.corpusLimit)
  }

  /// Minimizes a corpus that has outgrown its limit; one that is still too large stops growing.
  func bound(_ target: Int) async {
    guard exceedsLimit(target) else { return }
    let name = plan.targets[target].name
    reporter.say("\(name): minimizing the working corpus, which has outgrown its limit …")
    await minimize(target, stop: plan.options.stop)
    guard exceedsLimit(target), !halt.isRaised else { return }
    full.insert(target)
    let limit = plan.options.corpusLimit
    await reporter.note(
      "\(name): the working corpus is larger than \(limit.files) inputs or"
        + " \(limit.bytes >> 20) MB and does not grow any more in this session")
  }

  /// Minimizes the working corpora: those first that were not tried for the longest time, and of
  /// those that never were, the smallest.
  ///
  /// - Parameter limit: Time for all of them, one after the other, so that some get done; nil for
  ///   no limit, and as many at once as there are jobs.
  func minimizeAll(within limit: Duration?) async {
    let stop = StopSignal()
    let clock = Task {
      guard let limit else { return await plan.options.stop.wait() }
      try? await Task.sleep(for: limit)
      stop.raise()
    }
    let relay = Task {
      await plan.options.stop.wait()
      stop.raise()
    }
    defer {
      clock.cancel()
      relay.cancel()
    }
    let targets = plan.targets.indices.map { target in
      (lastTried(target), plan.workingCorpus(target).names.count, target)
    }.sorted(by: <).map(\.2)
    let corpora = targets.count == 1 ? "1 corpus" : "\(targets.count) corpora"
    await reporter.beginActivity("minimizing \(corpora)")
    await forEach(Array(targets.enumerated()), atMost: limit == nil ? plan.jobs : 1) {
      [plan, reporter] index, target in
      guard !stop.isRaised else { return }
      await reporter.updateActivity(
        "\(plan.targets[target].name), \(index + 1) of \(targets.count)")
      await self.minimize(target, stop: stop)
    }
    await reporter.endActivity()
    let left = targets.filter { minimizedFrom[$0] == nil }.count
    if stop.isRaised, left > 0, !plan.options.stop.isRaised {
      await reporter.note(
        "\(left) of \(corpora) not minimized within \(plan.endingTime.components.seconds) s;"
          + " the next session goes on (--minimize does all)")
    }
  }

  /// When a minimization of the corpus began last, in the unit of `SystemBridge.modified`; 0 for
  /// never.
  private func lastTried(_ target: Int) -> Int {
    SystemBridge.modified(plan.store.minimized(plan.targets[target].name)) ?? 0
  }

  /// Minimizes one corpus. A failure is a note: the corpus stays unchanged.
  private func minimize(_ target: Int, stop: StopSignal) async {
    let name = plan.targets[target].name
    guard let program = await builds.program(target, build: 0) else { return }
    var minimization = CorpusMinimization(
      toolchain: plan.toolchain, program: program,
      folder: URL(fileURLWithPath: plan.store.corpus(name)),
      seeds: URL(fileURLWithPath: plan.root.path("corpus/\(name)/seeds")),
      quarantine: URL(fileURLWithPath: plan.store.quarantine(name)))
    // An input in quarantine may have failed in a check, not in this build; a change of the program
    // empties the quarantine.
    minimization.retriesQuarantine = false
    minimization.timeLimit = Self.maximumTime
    minimization.stop = stop
    let before = InputFiles.below(plan.store.corpus(name)).count
    // A corpus that takes longer than the limit does not keep the others from their turn.
    try? WorkFolder.make(plan.store.folder + "/minimized")
    try? WorkFolder.write([], to: plan.store.minimized(name))
    do {
      _ = try await minimization.run()
      minimizedFrom[target] = before
    } catch {
      guard !stop.isRaised else { return }
      await reporter.note("\(name): the working corpus was not minimized (\(error))")
    }
  }
}
