package import CrashTriage
import Foundation
import InputReduction
package import ProcessSupport
package import ReplayAndTriage

/// Reduces one failing input while it shows the same finding.
///
/// Children of this program judge violated properties and survive them. The entry point judges
/// everything else, and inputs that fail only sometimes. The result is triaged in full, and is
/// discarded when triage gives another finding.
package struct InputMinimization: Sendable {
  package let target: String
  /// Replays candidates in the entry point, with its limits.
  package let replay: CrashReplay
  /// Program that runs properties in plain children; nil where this program cannot run targets
  /// itself.
  package var plain: PlainReplay?
  /// Wall-clock limit of the reduction.
  package var budget: Duration = .seconds(60)
  /// Number of replays before the reduction, to see whether the input fails each time, and after
  /// it.
  package static let attempts = 3
  /// Number of further replays before an input is said not to fail.
  package static let patience = 7
  /// Number of runs of each candidate when the input does not fail each time; a majority must show
  /// the finding.
  package static let votes = 5
  /// Stops the reduction and keeps the smallest input so far.
  package var stop: StopSignal?

  /// A minimization within a minute, judged by the entry point only.
  package init(target: String, replay: CrashReplay) {
    self.target = target
    self.replay = replay
  }

  package struct Result: Sendable {
    /// The finding as triaged for the reduced input.
    package let finding: Finding
    /// Fingerprint of the finding, that of the original.
    package let fingerprint: Fingerprint
    /// The smallest input that shows the finding.
    package let input: [UInt8]
    /// Number of candidates judged.
    package let tests: Int
    /// Number of processes started.
    package let processes: Int
    /// Whether the reduction finished; otherwise the budget ended.
    package let isComplete: Bool
    /// Number of the first replays that showed the finding.
    package let reproduced: Int
    /// Number of first replays.
    package let replays: Int
    /// Number of replays of the result that showed the finding, of `attempts`.
    package let confirmed: Int
    /// Wall-clock time in seconds, including replays.
    package let elapsed: Duration
  }

  /// Result of a reduction before it is confirmed.
  private struct Reduction {
    var outcome: InputReducer.Outcome
    var processes: Int
    /// The inputs kept last, including the result.
    var kept: [[UInt8]]
  }

  /// Reduces `original`. Calls `keep` with each smaller input before anything else.
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

  /// Replays the original; nil when it does not fail.
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

  /// One reduction with one judge; nil when that judge does not see the finding in the original.
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

  /// The smallest of `kept` that full triage assigns to the same finding, with the number of
  /// replays that showed it; nil when there is none.
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

  /// Replays `input` in `times` separate processes.
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
