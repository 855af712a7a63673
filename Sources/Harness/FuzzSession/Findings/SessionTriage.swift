import CrashTriage
import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

/// Triage at the end of a session: replays the kept inputs in the build that they failed in, adds
/// the message of an uninstrumented build, and writes the folder of findings.
struct SessionTriage: Sendable {
  let plan: SessionPlan
  /// The builds with their programs, the main build first.
  let builds: [BuildPool.Entry]
  let reporter: SessionReporter
  let pipeline: TriagePipeline

  init(plan: SessionPlan, builds: [BuildPool.Entry], reporter: SessionReporter) {
    self.plan = plan
    self.builds = builds
    self.reporter = reporter
    pipeline = TriagePipeline(toolchain: plan.toolchain, project: TriagedProject(root: plan.root))
  }

  /// Triages `crashes`. Returns the titles by fingerprint.
  func run(_ crashes: [StoredCrash]) async throws(RunFailure) -> [String: String] {
    var titles: [String: String] = [:]
    guard !crashes.isEmpty else { return titles }
    await reporter.beginActivity("triaging \(crashes.count) input\(crashes.count == 1 ? "" : "s")")
    for (index, target) in plan.targets.enumerated() {
      for build in builds {
        let files = crashes.filter { $0.target == target.name && self.build(of: $0) == build.plan }
          .map { plan.store.artifacts($0.target) + "/" + $0.artifact }
        guard !files.isEmpty, let program = build.programs[index] else { continue }
        titles.merge(try await triage(files, target: target.name, program: program)) { $1 }
      }
    }
    await reporter.endActivity()
    return titles
  }

  /// The build that a crash was seen in, or the main build when that build is not ready.
  private func build(of crash: StoredCrash) -> BuildPlan {
    let target = plan.targets.firstIndex { $0.name == crash.target }
    let isBuilt = builds.contains { build in
      build.plan == crash.plan && target.map { build.programs[$0] != nil } == true
    }
    return isBuilt ? crash.plan : plan.options.builds.main
  }

  private func triage(
    _ files: [String], target: String, program: String
  ) async throws(RunFailure) -> [String: String] {
    var replay = CrashReplay(toolchain: plan.toolchain, program: program)
    replay.timeout = plan.options.timeout
    replay.memoryLimit = plan.options.memoryLimit
    replay.environment = plan.options.environment
    var plain = plan.options.plain
    plain?.environment = plan.options.environment
    var titles: [String: String] = [:]
    for (input, crash) in try await triaged(files, target: target, replay: replay, plain: plain) {
      guard let crash else {
        await reporter.note(
          "\(target): does not fail again: \(CommandWords.fromHere(input.file))")
        continue
      }
      titles[crash.fingerprint.description] = crash.finding.title
      try record(crash.finding, input.evidence)
    }
    return titles
  }

  private func triaged(
    _ files: [String], target: String, replay: CrashReplay, plain: PlainReplay?
  ) async throws(RunFailure) -> [(input: TriagedInput, crash: TriagedCrash?)] {
    do {
      return try await pipeline.inputs(files, target: target, replay: replay, plain: plain)
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw .environment("triage failed (\(error))", "the inputs are safe; run 'triage' again")
    }
  }

  private func record(
    _ finding: Finding, _ evidence: FindingStore.Evidence
  ) throws(RunFailure) {
    guard let folder = plan.options.findings else { return }
    do {
      try FindingStore(folder: URL(fileURLWithPath: folder)).record(finding, evidence: evidence)
    } catch let error as FindingStoreError {
      throw .environment(error.what, error.remedy)
    } catch {
      throw .environment("cannot write \(folder) (\(error))", "check the rights on the folder")
    }
  }
}
