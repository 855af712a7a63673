import FuzzBuilds
import FuzzTargets
import ProcessSupport

/// The builds of a session: makes them, proves them, and gives out their programs.
actor BuildPool {
  private let plan: SessionPlan
  private let end: SessionHalt
  private let reporter: SessionReporter
  /// As `SessionBuilds.all`; nil until the build is made and its proof holds.
  private var builds: [ReadyBuild?]
  /// Ends the builds that are made beside the fuzzing.
  nonisolated let halt = StopSignal()

  init(plan: SessionPlan, halt end: SessionHalt, reporter: SessionReporter) {
    self.plan = plan
    self.end = end
    self.reporter = reporter
    builds = plan.options.builds.all.map { _ in nil }
  }

  /// Takes over programs that exist: one for each target of each build.
  func adopt(_ programs: [[String]]) {
    builds = zip(plan.options.builds.all, programs).map { ReadyBuild(plan: $0, programs: $1) }
  }

  /// The builds that are ready, the main build first.
  var ready: [ReadyBuild] { builds.compactMap { $0 } }

  /// Indices of the checks that are ready.
  var readyChecks: [Int] { builds.indices.dropFirst().filter { builds[$0] != nil } }

  /// Indices of the builds that are ready.
  var readyIndices: [Int] { builds.indices.filter { builds[$0] != nil } }

  subscript(build: Int) -> ReadyBuild? { builds.indices.contains(build) ? builds[build] : nil }

  func makeMain() async throws(RunFailure) {
    builds[0] = try await make(plan.options.builds.main, stop: plan.options.stop)
    await reporter.setReady(ready.map(\.plan.name))
  }

  /// Makes the checking builds one after the other. A failure ends the session, since its corpus
  /// inputs have to pass every check.
  func makeChecks() async {
    for (index, check) in plan.options.builds.checks.enumerated() {
      do throws(RunFailure) {
        builds[index + 1] = try await make(check, stop: halt)
        await reporter.setReady(ready.map(\.plan.name))
      } catch {
        if !halt.isRaised { end.fail(error) }
        return
      }
    }
  }

  /// Builds the entry points as `build` says, and proves the build when no proof is on record.
  nonisolated func make(
    _ build: BuildPlan, stop: StopSignal
  ) async throws(RunFailure) -> ReadyBuild {
    reporter.say("building \(build.name) …")
    var builder = Builder(root: plan.root, toolchain: plan.toolchain)
    builder.stop = stop
    let products = plan.targets.map { "fuzz-" + $0.name }
    var programs = try await builder.build(build, products: products + [Doctor.product])
    let selfTest = programs.removeLast()
    let proof = Proof(root: plan.root, plan: build)
    if !proof.holds(for: selfTest) {
      reporter.say("proving that the \(build.name) build detects every kind of failure …")
      var report = DoctorReport(toolchain: plan.toolchain)
      report.rows = try await Doctor(builder: builder).prove(build, program: selfTest)
      guard report.isHealthy else {
        throw .environment(
          "the \(build.name) build misses failures that it must detect:\n\(report.table)\n",
          "run '\(CommandWords.command("doctor", plan: build))' for details; earlier findings"
            + " are safe")
      }
      proof.record(for: selfTest)
    }
    return ReadyBuild(plan: build, programs: programs)
  }
}
