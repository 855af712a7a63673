import CrashTriage
import Foundation
import InputReduction
import ProcessSupport
import ReplayAndTriage

/// Pool of child processes of this program that run one target on candidates and survive violated
/// properties.
///
/// A violated property is a value there, so a candidate costs one run and a message through a pipe.
/// A candidate that traps, hangs or exhausts memory ends its child and does not show the finding;
/// its lane starts another child.
struct PropertyJudges: Sendable {
  private let lanes: [JudgeLane]

  /// Starts one child per lane, passes them to `body`, and ends them afterwards.
  static func run<Result: Sendable>(
    _ fingerprint: Fingerprint, target: String, plain: PlainReplay,
    lanes: Int = ProcessInfo.processInfo.activeProcessorCount,
    _ body: (PropertyJudges) async throws -> Result
  ) async throws -> Result {
    SystemBridge.ignoreBrokenPipes()
    let workers = PropertyJudges(
      lanes: (0..<max(lanes, 1)).map { _ in JudgeLane(fingerprint, target) })
    return try await withThrowingTaskGroup(of: Void.self) { group in
      for lane in workers.lanes {
        group.addTask { await JudgeProcess(lane: lane, target: target, plain: plain).serve() }
      }
      do {
        let result = try await body(workers)
        for lane in workers.lanes { await lane.finish() }
        return result
      } catch {
        for lane in workers.lanes { await lane.finish() }
        throw error
      }
    }
  }

  /// Number of children started so far.
  var processes: Int {
    get async {
      var sum = 0
      for lane in lanes { sum += await lane.processes }
      return sum
    }
  }

  /// The first of `candidates` that shows the finding, and the number of candidates run.
  func judge(_ candidates: [[UInt8]]) async throws -> InputReducer.Judgement {
    // Lanes take consecutive parts of the candidates, so the first hit of the first lane is the
    // first hit.
    let share = max(1, (candidates.count + lanes.count - 1) / lanes.count)
    let starts = Array(stride(from: 0, to: candidates.count, by: share))
    var answers = [InputReducer.Judgement](
      repeating: .init(hit: nil, tests: 0), count: starts.count)
    try await withThrowingTaskGroup(of: (Int, InputReducer.Judgement).self) { group in
      for (index, start) in starts.enumerated() {
        let part = Array(candidates[start..<min(start + share, candidates.count)])
        let lane = lanes[index]
        group.addTask { (index, try await lane.judge(part)) }
      }
      for try await (index, answer) in group { answers[index] = answer }
    }
    let hit = answers.indices.first { answers[$0].hit != nil }
    return .init(
      hit: hit.map { starts[$0] + answers[$0].hit! }, tests: answers.reduce(0) { $0 + $1.tests })
  }
}

/// Work queue of one child and the continuation that waits for the answer.
actor JudgeLane {
  private let fingerprint: Fingerprint
  private let target: String
  private var candidates: [[UInt8]] = []
  private var place = 0
  private var answer: CheckedContinuation<InputReducer.Judgement, any Error>?
  private var idle: CheckedContinuation<[UInt8]?, Never>?
  private var isFinished = false
  private var failure: RunFailure?
  private(set) var processes = 0

  init(_ fingerprint: Fingerprint, _ target: String) {
    self.fingerprint = fingerprint
    self.target = target
  }

  func judge(_ candidates: [[UInt8]]) async throws -> InputReducer.Judgement {
    if let failure { throw failure }
    guard let first = candidates.first, !isFinished else { return .init(hit: nil, tests: 0) }
    return try await withCheckedThrowingContinuation { continuation in
      self.candidates = candidates
      place = 0
      answer = continuation
      idle?.resume(returning: first)
      idle = nil
    }
  }

  /// The next candidate; nil when there will be no more.
  func next() async -> [UInt8]? {
    if isFinished { return nil }
    if place < candidates.count { return candidates[place] }
    return await withCheckedContinuation { idle = $0 }
  }

  /// Accepts the child's answer for the candidate: the line of a violated property, or an empty
  /// line.
  func answered(_ line: [UInt8]) {
    let crash = CrashReport.read(bytes: line).map { report in Crash(report) { $0 } }
    let shows = crash.map { Fingerprint($0, target: target) == fingerprint } ?? false
    place += 1
    guard shows || place == candidates.count else { return }
    answer?.resume(returning: .init(hit: shows ? place - 1 : nil, tests: place))
    answer = nil
    candidates = []
    place = 0
  }

  /// Records that the child ended before it answered.
  func died() { if place < candidates.count { answered([]) } }

  func started() { processes += 1 }

  func finish(_ failure: RunFailure? = nil) {
    isFinished = true
    self.failure = failure
    idle?.resume(returning: nil)
    idle = nil
    answer?.resume(
      throwing: failure ?? .environment("the children were ended", "run the command again"))
    answer = nil
  }

  var isOver: Bool { isFinished }
}

/// The process of one lane.
private struct JudgeProcess {
  let lane: JudgeLane
  let target: String
  let plain: PlainReplay

  /// Serves the lane until it is finished, with a new child for each one that died.
  ///
  /// A candidate that a child did not receive, because it was ended while idle, goes to the next
  /// child. The number of such retries is limited, so that a program that ends at once is not
  /// started forever.
  func serve() async {
    var refusals = 0
    while await !lane.isOver {
      do {
        if try await runChild() || refusals == 3 {
          await lane.died()
          refusals = 0
        } else {
          refusals += 1
        }
      } catch {
        await lane.finish(
          .environment("cannot run \(plain.program) (\(error))", "check that it is executable"))
      }
    }
  }

  /// Runs one child until it ends; returns false when it did not take the next candidate.
  private func runChild() async throws -> Bool {
    let lane = lane
    await lane.started()
    let environment = ChildEnvironment.judging(ProcessInfo.processInfo.environment)
      .merging(plain.environment) { $1 }
    return try await FramedChild.run(
      plain.program, ["exec-judge", target], environment: environment
    ) { child in
      while let candidate = await lane.next() {
        guard await child.send(candidate) else { return false }
        // A child that died closes its pipe, which counts as an answer.
        guard let line = try await child.receive() else { return true }
        await lane.answered(line)
      }
      return true
    }
  }
}
