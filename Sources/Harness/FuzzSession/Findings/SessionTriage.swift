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
  /// The builds that are ready, the main build first.
  let builds: [ReadyBuild]
  let reporter: SessionReporter
  let pipeline: TriagePipeline

  init(plan: SessionPlan, builds: [ReadyBuild], reporter: SessionReporter) {
    self.plan = plan
    self.builds = builds
    self.reporter = reporter
    pipeline = TriagePipeline(toolchain: plan.toolchain, project: TriagedProject(root: plan.root))
  }

  /// Triages `crashes`. Returns the titles by fingerprint.
  func run(_ crashes: [StoredCrash]) async throws(RunFailure) -> [String: String] {
    var titles: [String: String] = [:]
    for (index, target) in plan.targets.enumerated() {
      for ready in builds {
        let files = crashes.filter { $0.target == target.name && build(of: $0) == ready.plan }
          .map { plan.store.artifacts($0.target) + "/" + $0.artifact }
        guard !files.isEmpty else { continue }
        titles.merge(
          try await triage(files, target: target.name, program: ready.programs[index])
        ) { $1 }
      }
    }
    return titles
  }

  /// The build that a crash was seen in, or the main build when this session has no such build.
  private func build(of crash: StoredCrash) -> BuildPlan {
    builds.contains { $0.plan == crash.plan } ? crash.plan : plan.options.builds.main
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
