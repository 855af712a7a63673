/// Makes a failing input smaller while it still shows the same finding.
///
/// The judge decides: an input that fails in another way is another finding, so reduction never
/// drifts. Structural reducers run first, byte reducers last, repeated to a fixpoint. Each accepted
/// input is shorter, or plainer at the same length.
package struct InputReducer: Sendable {
  /// Maximum rounds over all reducers; the last round usually changes nothing.
  package var maximumRounds = 40
  /// Maximum candidates in one batch.
  package var batch = 32

  package init() {}

  /// Verdict on a batch.
  package struct Judgement: Equatable, Sendable {
    /// Index of the first candidate that still shows the finding; nil when none does.
    package var hit: Int?
    /// Number of candidates that were run.
    package var tests: Int

    package init(hit: Int?, tests: Int) {
      self.hit = hit
      self.tests = tests
    }
  }

  /// Result of a reduction.
  package struct Outcome: Equatable, Sendable {
    /// The smallest input found that shows the finding; the original when no smaller one does.
    package var input: [UInt8]
    /// Number of judged candidates.
    package var tests: Int
    /// Number of accepted candidates.
    package var steps: Int
    /// Whether a whole round changed nothing; otherwise the budget or the maximum of rounds was
    /// reached.
    package var isComplete: Bool
  }

  /// Reduces `input`.
  ///
  /// - Parameters:
  ///   - isOver: Called before every batch; true ends the reduction with the best input so far.
  ///   - keep: Called with each accepted candidate, first of all.
  ///   - judge: Finds the first candidate that still shows the finding.
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

  /// Runs all groups of one stage; false when the budget is used up.
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
      // Exclusive changes are found again in the changed input.
      if let place = restart { start = place } else { index += 1 }
    }
    return true
  }
}
