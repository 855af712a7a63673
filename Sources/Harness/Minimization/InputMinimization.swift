package import CrashTriage
import Foundation
import InputReduction
package import ProcessSupport
package import ReplayAndTriage

/// Makes one crashing input smaller without ever leaving its finding.
///
/// A broken property is judged by children of this program that survive it; anything else, and what fails only now and then,
/// by the entry point. The result is triaged in full, and what is not the same finding there is not the result.
package struct InputMinimization: Sendable {
  /// Name of the target.
  package let target: String
  /// Replays candidates in the entry point, with its limits.
  package let replay: CrashReplay
  /// Runs properties in plain children; nil where this program cannot run targets itself.
  package var plain: PlainReplay?
  /// Wall clock for the reduction itself.
  package var budget: Duration = .seconds(60)
  /// Replays before the reduction, to see whether the input fails each time, and after it.
  package static let attempts = 3
  /// Replays more before an input is said not to fail.
  package static let patience = 7
  /// Runs of each candidate where the input does not fail each time; it must show the finding in most of them.
  package static let votes = 5
  /// Ends the reduction early with the best so far.
  package var stop: StopSignal?

  /// A minimization within a minute, judged by the entry point alone.
  package init(target: String, replay: CrashReplay) {
    self.target = target
    self.replay = replay
  }

  /// What reduction came to.
  package struct Result: Sendable {
    /// The finding as triage tells it of the smaller input.
    package let finding: Finding
    /// Its fingerprint, that of the original.
    package let fingerprint: Fingerprint
    /// The smallest input found that shows the finding.
    package let input: [UInt8]
    /// Candidates judged.
    package let tests: Int
    /// Children started.
    package let processes: Int
    /// Whether nothing smaller was left to try; otherwise the budget was spent.
    package let isComplete: Bool
    /// How many of the first replays showed the finding, and how many there were.
    package let reproduced: Int
    /// How many of the first replays there were.
    package let replays: Int
    /// How many replays of the result showed the finding, of `attempts`.
    package let confirmed: Int
    /// Wall clock of it all, replays included.
    package let elapsed: Duration
  }

  /// What a reduction came to, before it is confirmed.
  private struct Reduction {
    var outcome: InputReducer.Outcome
    var processes: Int
    /// The last inputs that were kept, the result among them.
    var kept: [[UInt8]]
  }

  /// Reduces `original`. `keep` is called with each smaller input before anything else happens.
  ///
  /// Nil when the input does not fail in any of `attempts` and `patience` replays.
  package func run(
    _ original: [UInt8], keep: @escaping @Sendable ([UInt8]) throws -> Void
  ) async throws -> Result? {
    let clock = ContinuousClock()
    let start = clock.now
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    guard let seen = try await observe(original, in: folder) else { return nil }
    let (crash, fingerprint) = (seen.crash, seen.fingerprint)
    let isSteady = seen.shown == seen.replays
    let end = clock.now + budget
    var processes = 0
    var tests = 0
    var isComplete = false
    var best = original
    var confirmed = seen.shown
    for quick in crash.propertyViolation != nil && isSteady ? [true, false] : [false] {
      guard
        let reduction = try await reduce(
          original, fingerprint, quick, isSteady ? 1 : Self.votes, folder, end, keep)
      else { continue }
      tests += reduction.outcome.tests
      processes += reduction.processes
      isComplete = reduction.outcome.isComplete
      if let found = try await confirm(reduction.kept, fingerprint, in: folder) {
        (best, confirmed) = found
        break
      }
    }
    try keep(best)
    return Result(
      finding: Finding(crash, fingerprint: fingerprint, target: target, firstSeen: ""),
      fingerprint: fingerprint, input: best, tests: tests, processes: processes,
      isComplete: isComplete, reproduced: seen.shown, replays: seen.replays,
      confirmed: confirmed, elapsed: clock.now - start)
  }

  /// What the original does, in so many replays; nil when it does not fail.
  private func observe(
    _ original: [UInt8], in folder: TemporaryFolder
  ) async throws -> (crash: Crash, fingerprint: Fingerprint, shown: Int, replays: Int)? {
    var replays = 0
    for round in [Self.attempts, Self.patience] {
      let seen = try await triage(original, times: round, in: folder)
      replays += round
      guard let first = seen.first(where: { $0.crash != nil }), let crash = first.crash,
        let fingerprint = first.fingerprint
      else { continue }
      return (crash, fingerprint, seen.count { $0.fingerprint == fingerprint }, replays)
    }
    return nil
  }

  /// One reduction by one judge; nil when that judge does not see the finding in the original.
  private func reduce(
    _ original: [UInt8], _ fingerprint: Fingerprint, _ isQuick: Bool, _ votes: Int,
    _ folder: TemporaryFolder, _ end: ContinuousClock.Instant,
    _ keep: @escaping @Sendable ([UInt8]) throws -> Void
  ) async throws -> Reduction? {
    let isOver: @Sendable () -> Bool = { [stop] in
      ContinuousClock.now >= end || Task.isCancelled || stop?.isRaised == true
    }
    let kept = KeptInputs(original)
    let note: @Sendable ([UInt8]) throws -> Void = { smaller in
      try keep(smaller)
      kept.append(smaller)
    }
    guard isQuick else {
      let judge = FindingJudge(
        fingerprint, target: target, replay: replay, folder: folder, votes: votes)
      let outcome = try await InputReducer().reduce(
        original, isOver: isOver, keep: note, judge: { try await judge.judge($0) })
      return Reduction(outcome: outcome, processes: await judge.processes, kept: kept.inputs)
    }
    guard let plain else { return nil }
    return try await PropertyJudges.run(fingerprint, target: target, plain: plain) { workers in
      guard try await workers.judge([original]).hit != nil else { return nil }
      let outcome = try await InputReducer().reduce(
        original, isOver: isOver, keep: note, judge: { try await workers.judge($0) })
      return Reduction(outcome: outcome, processes: await workers.processes, kept: kept.inputs)
    }
  }

  /// The smallest of `kept` that full triage calls the same finding, and in how many replays; nil when none is.
  private func confirm(
    _ kept: [[UInt8]], _ fingerprint: Fingerprint, in folder: TemporaryFolder
  ) async throws -> ([UInt8], Int)? {
    for input in kept.reversed() {
      let shown = try await triage(input, times: Self.attempts, in: folder)
        .count { $0.fingerprint == fingerprint }
      if shown > 0 { return (input, shown) }
    }
    return nil
  }

  /// `times` replays, each for itself.
  private func triage(
    _ input: [UInt8], times: Int, in folder: TemporaryFolder
  ) async throws -> [TriagedInput] {
    let file = folder.path + "/triaged"
    try WorkFolder.write(input, to: file)
    var triage = InputTriage(target: target, replay: replay, plain: nil)
    triage.attempts = 1
    return try await triage.triage(Array(repeating: file, count: times))
  }
}
