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
  /// Files of each corpus before it was minimized, for those that were.
  private(set) var minimizedFrom: [Int: Int] = [:]

  /// Time limit of one minimization; a corpus that takes longer stays unchanged.
  private static let maximumTime: Duration = .seconds(300)

  init(plan: SessionPlan, builds: BuildPool, halt: SessionHalt, reporter: SessionReporter) {
    self.plan = plan
    self.builds = builds
    self.halt = halt
    self.reporter = reporter
  }

  /// Copies the committed inputs into the working corpora.
  func seed() async throws(RunFailure) {
    for (index, target) in plan.targets.enumerated() {
      let corpus = plan.workingCorpus(index)
      corpus.removeOverflows()
      let identity = await builds[0].flatMap { Proof.identity(of: $0.programs[index]) } ?? ""
      let seeding = try corpus.seed(
        from: plan.options.usesSeeds ? plan.root : nil, program: identity)
      if !seeding.failing.isEmpty {
        await reporter.note(
          "\(target.name): left out, since they fail: "
            + seeding.failing.map(CommandWords.fromHere).joined(separator: " "))
      }
      if !seeding.tooLong.isEmpty {
        await reporter.note(
          "\(target.name): left out, since they are longer than \(corpus.maximumLength) bytes: "
            + seeding.tooLong.map(CommandWords.fromHere).joined(separator: " "))
      }
    }
  }

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
    await minimize(target)
    guard exceedsLimit(target), !halt.isRaised else { return }
    full.insert(target)
    let limit = plan.options.corpusLimit
    await reporter.note(
      "\(name): the working corpus is larger than \(limit.files) inputs or"
        + " \(limit.bytes >> 20) MB and does not grow any more in this session")
  }

  /// Minimizes every working corpus, as many at once as there are jobs.
  func minimizeAll() async {
    reporter.say("minimizing the corpora …")
    await forEach(Array(plan.targets.indices), atMost: plan.jobs) { await self.minimize($0) }
  }

  /// Minimizes one corpus. A failure is a note: the corpus stays unchanged.
  private func minimize(_ target: Int) async {
    let name = plan.targets[target].name
    guard let program = await builds[0]?.programs[target] else { return }
    var minimization = CorpusMinimization(
      toolchain: plan.toolchain, program: program,
      folder: URL(fileURLWithPath: plan.store.corpus(name)),
      seeds: URL(fileURLWithPath: plan.root.path("corpus/\(name)/seeds")),
      quarantine: URL(fileURLWithPath: plan.store.quarantine(name)))
    // An input in quarantine may have failed in a check, not in this build; a change of the program
    // empties the quarantine.
    minimization.retriesQuarantine = false
    minimization.timeLimit = Self.maximumTime
    minimization.stop = plan.options.stop
    let before = InputFiles.below(plan.store.corpus(name)).count
    do {
      _ = try await minimization.run()
      minimizedFrom[target] = before
    } catch {
      guard !plan.options.stop.isRaised else { return }
      await reporter.note("\(name): the working corpus was not minimized (\(error))")
    }
  }
}
