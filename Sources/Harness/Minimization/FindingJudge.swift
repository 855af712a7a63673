import CrashTriage
import Foundation
import InputReduction
import ProcessSupport
import ReplayAndTriage

/// Decides by running the entry point whether an input shows one given finding and no other.
///
/// Runs many candidates per process without a symbolizer, in as many processes as there are cores.
/// A new raw stack is symbolized once; afterwards it is known to be the finding or another one.
actor FindingJudge {
  let fingerprint: Fingerprint
  private let target: String
  private let replay: CrashReplay
  private let demangler: Demangler
  private let folder: TemporaryFolder
  /// Number of runs of each candidate; with more than one, a majority must show the finding.
  private let votes: Int
  private let lanes: Int
  private var known: [RawStack: Bool] = [:]
  private var written = 0
  /// Number of processes started so far.
  private(set) var processes = 0

  init(
    _ fingerprint: Fingerprint, target: String, replay: CrashReplay, folder: TemporaryFolder,
    votes: Int = 1, lanes: Int? = nil
  ) {
    self.fingerprint = fingerprint
    self.target = target
    self.replay = replay
    self.folder = folder
    self.votes = votes
    self.lanes = max(lanes ?? ProcessInfo.processInfo.activeProcessorCount, 1)
    demangler = Demangler(toolchain: replay.toolchain)
  }

  /// The first of `candidates` that shows the finding, and the number of candidates run.
  func judge(
    _ candidates: [[UInt8]]
  ) async throws(RunFailure) -> InputReducer.Judgement {
    let files = try candidates.map { candidate throws(RunFailure) in
      written += 1
      let path = "\(folder.path)/\(written)"
      try WorkFolder.write(candidate, to: path)
      return path
    }
    defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
    // Lanes take consecutive parts of the candidates, so the first hit of the first lane is the
    // first hit.
    let share = (files.count + lanes - 1) / lanes
    let parts = stride(from: 0, to: files.count, by: max(share, 1)).map {
      $0..<min($0 + share, files.count)
    }
    var answers = [InputReducer.Judgement?](repeating: nil, count: parts.count)
    do {
      try await withThrowingTaskGroup(of: (Int, InputReducer.Judgement).self) { group in
        for (lane, part) in parts.enumerated() {
          group.addTask { (lane, try await self.firstShowing(Array(files[part]))) }
        }
        for try await (lane, answer) in group { answers[lane] = answer }
      }
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw .environment("a candidate could not be judged (\(error))", "run the command again")
    }
    let hit = answers.indices.first { answers[$0]?.hit != nil }
    return InputReducer.Judgement(
      hit: hit.map { parts[$0].lowerBound + answers[$0]!.hit! },
      tests: answers.reduce(0) { $0 + ($1?.tests ?? 0) })
  }

  private func firstShowing(_ files: [String]) async throws(RunFailure) -> InputReducer.Judgement {
    var tests = 0
    var start = 0
    while start < files.count {
      processes += 1
      let rest = votes == 1 ? Array(files[start...]) : [files[start]]
      guard let hit = try await replay.firstCrash(among: rest) else {
        tests += rest.count
        start += rest.count
        guard votes > 1 else { break }
        if try await isMajority(files[start - 1], shown: 0) {
          return .init(hit: start - 1, tests: tests)
        }
        continue
      }
      tests += hit.index + 1
      let index = start + hit.index
      let shows = try await isFinding(hit.report, file: files[index])
      if votes == 1 ? shows : try await isMajority(files[index], shown: shows ? 1 : 0) {
        return .init(hit: index, tests: tests)
      }
      start = index + 1
    }
    return .init(hit: nil, tests: tests)
  }

  /// Whether `file`, already run once, shows the finding in more than half of all runs.
  private func isMajority(_ file: String, shown: Int) async throws(RunFailure) -> Bool {
    var shown = shown
    for run in 1..<votes {
      if shown * 2 > votes { return true }
      if (shown + votes - run) * 2 <= votes { return false }
      processes += 1
      if let hit = try await replay.firstCrash(among: [file]),
        try await isFinding(hit.report, file: file)
      {
        shown += 1
      }
    }
    return shown * 2 > votes
  }

  private func isFinding(_ raw: CrashReport, file: String) async throws(RunFailure) -> Bool {
    let stack = RawStack(raw)
    if let stack, let answer = known[stack] { return answer }
    if raw.propertyViolation != nil {
      // The line of a violated property contains everything that its fingerprint depends on.
      return Fingerprint(await demangler.crash(raw), target: target) == fingerprint
    }
    processes += 1
    guard let report = try await replay.report(on: file) else { return false }
    let crash = await demangler.crash(report)
    let answer = Fingerprint(crash, target: target) == fingerprint
    if let stack { known[stack] = answer }
    return answer
  }
}
