import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport

/// The builds of a session: makes them, proves them, and gives out their programs.
///
/// The programs of the main build are available one by one: fuzzing begins with the first, and the
/// others, the proof and the checking builds follow beside it.
actor BuildPool {
  /// A build and the programs of it that exist.
  struct Entry: Sendable {
    let plan: BuildPlan
    /// One for each target; nil until it is built.
    var programs: [String?]
    /// Whether every program exists and the proof holds.
    var isReady = false
  }

  private let plan: SessionPlan
  private let end: SessionHalt
  private let reporter: SessionReporter
  /// As `SessionBuilds.all`.
  private(set) var entries: [Entry]
  /// Whether programs of the main build are still to be made.
  private(set) var isIncomplete = false
  /// Ends the builds that are made beside the fuzzing.
  nonisolated let halt = StopSignal()

  init(plan: SessionPlan, halt end: SessionHalt, reporter: SessionReporter) {
    self.plan = plan
    self.end = end
    self.reporter = reporter
    entries = plan.options.builds.all.map {
      Entry(plan: $0, programs: plan.targets.map { _ in nil })
    }
  }

  /// Takes over programs that exist: one for each target of each build.
  func adopt(_ programs: [[String]]) async {
    for (index, programs) in programs.enumerated() where entries.indices.contains(index) {
      entries[index].programs = programs
      entries[index].isReady = true
    }
    await tellReady()
  }

  /// The program of a target; nil until it is built.
  func program(_ target: Int, build: Int) -> String? {
    entries.indices.contains(build) ? entries[build].programs[target] : nil
  }

  /// Indices of the checks that are ready.
  var readyChecks: [Int] { plan.options.builds.checkIndices.filter { entries[$0].isReady } }

  /// A build that is ready.
  subscript(build: Int) -> ReadyBuild? {
    guard entries.indices.contains(build), entries[build].isReady else { return nil }
    return ReadyBuild(
      plan: entries[build].plan, programs: entries[build].programs.compactMap { $0 })
  }

  /// Builds the first program of the main build alone, or nothing when all programs are up to date.
  ///
  /// With the target `xml` that is the starter, which needs the fewest modules; the program of the
  /// target takes its place as soon as it is built.
  func makeFirst() async throws(RunFailure) {
    let main = entries[0].plan
    let products = plan.targets.map { "fuzz-" + $0.name }
    let builder = Builder(root: plan.root, toolchain: plan.toolchain)
    let isCurrent = builder.current(main, products: products + [Doctor.product]) != nil
    if !isCurrent, !isPlainFuzzing,
      let target = plan.targets.firstIndex(where: { $0.name == Starter.target })
    {
      entries[0].programs[target] = try await make(
        main, [Starter.product], stop: plan.options.stop)[0]
      isIncomplete = true
    } else if !isCurrent, products.count > 1 {
      let programs = try await make(main, [products[0]], stop: plan.options.stop)
      entries[0].programs[0] = programs[0]
      isIncomplete = true
    } else {
      _ = try await makeMain(stop: plan.options.stop)
    }
  }

  /// Whether the mutators of the targets are off, as in a baseline of benchmarks: then every slice
  /// needs the same program.
  private var isPlainFuzzing: Bool { plan.options.environment["SCENEFUZZ_MUTATION"] != nil }

  /// Completes the main build and its proof, then makes the other builds one after the other. A
  /// failure ends the session.
  func makeRest() async {
    do throws(RunFailure) {
      let main = entries[0]
      let selfTest =
        isIncomplete
        ? try await makeMain(stop: halt)
        : main.plan.executable(root: plan.root, product: Doctor.product)
      try await ChildProcess.ending(at: halt) { () async throws(RunFailure) in
        try await prove(entries[0].plan, selfTest)
      }
      entries[0].isReady = true
      await tellReady()
      for (index, other) in plan.options.builds.all.enumerated().dropFirst() {
        let ready = try await make(other, stop: halt)
        entries[index].programs = ready.programs
        entries[index].isReady = true
        await tellReady()
      }
    } catch {
      guard !halt.isRaised else { return }
      reporter.say("\(error)")
      end.fail(error)
    }
  }

  private func tellReady() async {
    await reporter.setReady(entries.filter(\.isReady).map(\.plan.name))
  }

  /// Builds every program of the main build. Returns the self-test.
  private func makeMain(stop: StopSignal) async throws(RunFailure) -> String {
    let products = plan.targets.map { "fuzz-" + $0.name } + [Doctor.product]
    var programs = try await make(entries[0].plan, products, stop: stop)
    let selfTest = programs.removeLast()
    entries[0].programs = programs
    isIncomplete = false
    return selfTest
  }

  /// Builds the entry points as `build` says, and proves the build when no proof is on record.
  nonisolated func make(
    _ build: BuildPlan, stop: StopSignal
  ) async throws(RunFailure) -> ReadyBuild {
    let products = plan.targets.map { "fuzz-" + $0.name } + [Doctor.product]
    var programs = try await make(build, products, stop: stop)
    try await prove(build, programs.removeLast())
    return ReadyBuild(plan: build, programs: programs)
  }

  private nonisolated func make(
    _ build: BuildPlan, _ products: [String], stop: StopSignal
  ) async throws(RunFailure) -> [String] {
    var builder = Builder(root: plan.root, toolchain: plan.toolchain)
    builder.stop = stop
    let count = plan.targets.count
    let what =
      products.count == 1 ? products[0] : count == 1 ? "1 target" : "\(count) targets"
    if let programs = builder.current(build, products: products) {
      reporter.say("\(what) up to date (\(build.name))")
      return programs
    }
    await reporter.beginActivity("building \(what) (\(build.name))")
    do throws(RunFailure) {
      let programs = try await builder.build(build, products: products) { [reporter] line in
        guard let step = BuildStep(line) else { return }
        await reporter.updateActivity("step \(step.number) of \(step.count), \(step.brief)")
      }
      await reporter.endActivity()
      return programs
    } catch {
      await reporter.endActivity()
      throw error
    }
  }

  /// Runs the self-test of a build that has no proof on record.
  private nonisolated func prove(
    _ build: BuildPlan, _ selfTest: String
  ) async throws(RunFailure) {
    let proof = Proof(root: plan.root, plan: build)
    if proof.holds(for: selfTest) { return }
    await reporter.beginActivity("proving the \(build.name) build")
    var report = DoctorReport(toolchain: plan.toolchain)
    let doctor = Doctor(builder: Builder(root: plan.root, toolchain: plan.toolchain))
    do throws(RunFailure) {
      report.rows = try await doctor.prove(build, program: selfTest)
      await reporter.endActivity()
    } catch {
      await reporter.endActivity()
      throw error
    }
    guard report.isHealthy else {
      throw .environment(
        "the \(build.name) build misses failures that it must detect:\n\(report.table)\n",
        "run '\(CommandWords.command("doctor", plan: build))' for details; earlier findings"
          + " are safe")
    }
    proof.record(for: selfTest)
  }
}
