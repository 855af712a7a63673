import CorpusTools
public import CrashTriage
import Foundation

/// Makes one crashing input smaller without ever leaving its finding.
public struct InputMinimization: Sendable {
  public let target: String
  public let replay: CrashReplay
  /// Wall clock for the reduction itself.
  public var budget: Duration = .seconds(60)
  /// Replays before the reduction, to see whether the input fails each time.
  public var attempts = 3

  public init(target: String, replay: CrashReplay) {
    self.target = target
    self.replay = replay
  }

  public struct Result: Sendable {
    public let finding: Finding
    public let fingerprint: Fingerprint
    public let input: [UInt8]
    /// Candidates judged.
    public let tests: Int
    /// Children started.
    public let processes: Int
    /// Whether nothing smaller was left to try; otherwise the budget was spent.
    public let isComplete: Bool
    /// How many of the first replays failed.
    public let reproduced: Int
    public let elapsed: Duration
  }

  /// Reduces `original`. `keep` is called with each smaller input before anything else happens.
  ///
  /// Nil when the input does not fail in any of `attempts` replays.
  public func run(
    _ original: [UInt8], keep: @Sendable ([UInt8]) throws -> Void
  ) async throws -> Result? {
    let clock = ContinuousClock()
    let start = clock.now
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.path + "/original"
    try WorkFolder.write(original, to: file)
    let before = try await InputTriage(target: target, replay: replay, plain: nil).triage(
      Array(repeating: file, count: attempts))
    guard let first = before.first(where: { $0.crash != nil }), let crash = first.crash,
      let fingerprint = first.fingerprint
    else { return nil }
    let judge = FindingJudge(fingerprint, target: target, replay: replay, folder: folder)
    let end = clock.now + budget
    let outcome = try await InputReducer().reduce(
      original, isOver: { clock.now >= end || Task.isCancelled }, keep: keep,
      judge: { try await judge.firstShowing($0) })
    return Result(
      finding: Finding(crash, fingerprint: fingerprint, target: target, firstSeen: ""),
      fingerprint: fingerprint, input: outcome.input, tests: outcome.tests,
      processes: await judge.processes, isComplete: outcome.isComplete,
      reproduced: before.count { $0.fingerprint == fingerprint }, elapsed: clock.now - start)
  }
}
