import CrashTriage
import Foundation
import FuzzBuilds
import FuzzSession
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

/// Replays all committed inputs before anything else: seeds and corpora with their target, inputs
/// of findings with the target of the finding.
struct CommittedReplay: Sendable {
  /// One failing input.
  struct Failure: Sendable {
    let target: String
    let build: BuildPlan
    let file: String
    let report: CrashReport
  }

  let toolchain: Toolchain
  let builds: [ReadyBuild]
  let targets: [FuzzTarget]
  let jobs: Int

  /// Returns all failures, ordered by build and target. Runs up to `jobs` processes at once.
  func failures(
    inputs: @escaping @Sendable (String) -> [String]
  ) async throws(RunFailure) -> [Failure] {
    var work: [(build: Int, target: Int)] = []
    for build in builds.indices { for target in targets.indices { work.append((build, target)) } }
    do {
      return try await withThrowingTaskGroup(of: (Int, [Failure]).self) { group in
        var next = 0
        var found: [Int: [Failure]] = [:]
        func start() {
          guard next < work.count else { return }
          let (place, item) = (next, work[next])
          next += 1
          group.addTask { (place, try await run(item.build, item.target, inputs)) }
        }
        for _ in 0..<max(jobs, 1) { start() }
        while let (place, failures) = try await group.next() {
          found[place] = failures
          start()
        }
        return work.indices.flatMap { found[$0] ?? [] }
      }
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw .environment("the replay failed (\(error))", "run the command again")
    }
  }

  private func run(
    _ build: Int, _ target: Int, _ inputs: @Sendable (String) -> [String]
  ) async throws(RunFailure) -> [Failure] {
    let name = targets[target].name
    let replay = CrashReplay(toolchain: toolchain, program: builds[build].programs[target])
    var rest = inputs(name)
    var failures: [Failure] = []
    while !rest.isEmpty {
      let batch = Array(rest.prefix(CorpusReplay.batch))
      guard let hit = try await replay.firstCrash(among: batch) else {
        rest.removeFirst(batch.count)
        continue
      }
      let file = batch[hit.index]
      let report = try await replay.report(on: file) ?? hit.report
      failures.append(
        Failure(target: name, build: builds[build].plan, file: file, report: report))
      rest.removeFirst(hit.index + 1)
    }
    return failures
  }
}
