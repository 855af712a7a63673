/// Makes a failing input smaller while it still shows the same finding.
///
/// Whatever the judge refuses is refused: an input that fails in another way is another finding, so reduction never
/// drifts. Reducers that know the structure come first, plain bytes last, over and over until nothing helps. An input
/// only ever becomes shorter, or plainer at the same length.
package struct InputReducer: Sendable {
  /// Rounds over all reducers; the last one usually changes nothing.
  package var maximumRounds = 40
  /// Most candidates that the judge is given at once.
  package var batch = 32

  /// Forty rounds at most, 32 candidates at a time.
  package init() {}

  /// What the judge says of a batch.
  package struct Judgement: Equatable, Sendable {
    /// The first candidate that still shows the finding.
    package var hit: Int?
    /// Candidates that were run.
    package var tests: Int

    /// A judgement in hand. `hit` is an index of the batch.
    package init(hit: Int?, tests: Int) {
      self.hit = hit
      self.tests = tests
    }
  }

  /// What reduction came to.
  package struct Outcome: Equatable, Sendable {
    /// The smallest input found that still shows the finding; what came in when nothing smaller does.
    package var input: [UInt8]
    /// Candidates judged.
    package var tests: Int
    /// Candidates that were kept, one after the other.
    package var steps: Int
    /// Whether a whole round changed nothing; otherwise the budget or the cap of rounds ended it.
    package var isComplete: Bool
  }

  /// Reduces `input`.
  ///
  /// - Parameters:
  ///   - isOver: Asked before every batch; true ends the work with the best so far.
  ///   - keep: Called with every accepted candidate before anything else happens.
  ///   - judge: Says which of the candidates is the first that still shows the finding.
  package func reduce(
    _ input: [UInt8], isOver: () -> Bool, keep: ([UInt8]) throws -> Void,
    judge: ([[UInt8]]) async throws -> Judgement
  ) async throws -> Outcome {
    var work = ReductionWork(input)
    for round in 0..<maximumRounds {
      let before = work.best
      for (number, tier) in ReductionPlan.tiers.enumerated() where work.best == before {
        for phase in tier + (round + number == 0 ? ReductionPlan.opening : []) {
          for stage in phase(work.best) {
            guard try await run(stage, &work, isOver, keep, judge) else {
              return work.outcome(isComplete: false)
            }
          }
        }
      }
      if work.best == before { return work.outcome(isComplete: true) }
    }
    return work.outcome(isComplete: false)
  }

  /// All groups of one stage; false when the budget is spent.
  private func run(
    _ stage: ReductionStage, _ work: inout ReductionWork, _ isOver: () -> Bool,
    _ keep: ([UInt8]) throws -> Void, _ judge: ([[UInt8]]) async throws -> Judgement
  ) async throws -> Bool {
    if let probe = stage.probe {
      if isOver() { return false }
      guard try await work.shows(probe, judge) else { return true }
    }
    var index = 0
    var start = 0
    while let group = stage.group(index, of: work.best) {
      var trials = ReductionTrials(group, from: start)
      start = 0
      var restart: Int?
      while restart == nil, let candidates = trials.next(&work, atMost: batch) {
        if isOver() { return false }
        guard !candidates.isEmpty,
          let hit = try await work.judge(candidates.map(\.bytes), judge)
        else { continue }
        try keep(work.best)
        trials.accept(candidates[hit].trial)
        if group.isExclusive { restart = candidates[hit].trial.range.lowerBound }
      }
      // Of changes that exclude each other the next are found in the input as it is now.
      if let place = restart { start = place } else { index += 1 }
    }
    return true
  }
}
