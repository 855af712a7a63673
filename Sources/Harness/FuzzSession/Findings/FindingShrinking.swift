import Corpus
import CrashTriage
import Foundation
import FuzzBuilds
import FuzzTargets
import Minimization
import ProcessSupport
import ReplayAndTriage

/// Reduction of the inputs of new findings at the end of a session, within a time limit.
struct FindingShrinking: Sendable {
  let plan: SessionPlan
  /// The builds with their programs, the main build first.
  let builds: [BuildPool.Entry]
  let reporter: SessionReporter

  /// Reduces the stored input of each crash's finding. A failure is a note: the input stays
  /// unchanged.
  func run(_ crashes: [StoredCrash]) async {
    guard let folder = plan.options.findings, !crashes.isEmpty else { return }
    let store = FindingStore(folder: URL(fileURLWithPath: folder))
    let budget = plan.endingTime / crashes.count
    for (index, crash) in crashes.enumerated() where !plan.options.stop.isRaised {
      guard let finding = try? store.finding(holding: crash.name.fingerprint),
        let id = Fingerprint(finding.fingerprint), let input = store.input(of: id),
        let program = program(of: crash)
      else { continue }
      await reporter.beginActivity(
        "reducing the input of \(finding.fingerprint), \(index + 1) of \(crashes.count)")
      do {
        try await reduce(input, of: finding, crash, program, within: budget, in: store)
      } catch  where !plan.options.stop.isRaised {
        await reporter.note("\(finding.fingerprint): the input was not reduced (\(error))")
      } catch {
        await reporter.note(
          "\(finding.fingerprint): the reduction was stopped and its input left as it was; '"
            + CommandWords.command("minimize", "input", crash.target, "INPUT") + "' goes on")
      }
      await reporter.endActivity()
    }
  }

  /// The program of the build that the crash was seen in, else of the main build.
  private func program(of crash: StoredCrash) -> String? {
    guard let target = plan.targets.firstIndex(where: { $0.name == crash.target }) else {
      return nil
    }
    let build = builds.first { $0.plan == crash.plan } ?? builds.first
    return build?.programs[target]
  }

  private func reduce(
    _ input: [UInt8], of finding: Finding, _ crash: StoredCrash, _ program: String,
    within budget: Duration, in store: FindingStore
  ) async throws {
    var replay = CrashReplay(toolchain: plan.toolchain, program: program)
    replay.timeout = plan.options.timeout
    replay.memoryLimit = plan.options.memoryLimit
    replay.environment = plan.options.environment
    var minimization = InputMinimization(target: crash.target, replay: replay)
    minimization.budget = budget
    minimization.plain = plan.options.plain
    minimization.plain?.environment = plan.options.environment
    minimization.stop = plan.options.stop
    let size = input.count
    let result = try await minimization.run(input) { [reporter] smaller in
      Task { await reporter.updateActivity("\(size) to \(smaller.count) bytes") }
    }
    guard let result, result.input.count < input.count,
      finding.buckets.contains(result.fingerprint.description)
    else { return }
    try store.replaceInput(of: finding, by: result.input, name: SHA1.name(of: result.input))
  }
}
