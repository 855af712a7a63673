import CrashTriage
import Foundation
package import FuzzBuilds
import FuzzTargets
import Minimization
package import ProcessSupport
import ReplayAndTriage

/// The demonstration: the demo bug from a session to a regression test, by the code of a real
/// finding.
package struct Demo: Sendable {
  static let target = FuzzTarget.demo
  let root: RepositoryRoot
  let toolchain: Toolchain
  /// Folder for working data, finding and test.
  let folder: String
  /// The built `scenefuzz`.
  let program: String
  /// Length of a session. Sessions follow each other until two inputs are found.
  package var time: Duration = .seconds(4)
  /// Maximum sessions before the demonstration fails.
  package var maximumSessions = 10
  /// Concurrent processes of a session.
  package var jobs = 2
  /// Build of the sessions.
  package var plan = BuildPlan(.address)
  /// Ends the demonstration early when raised.
  package let stop = StopSignal()

  /// - Parameter program: The built `scenefuzz`, for replays and the emitted test.
  package init(root: RepositoryRoot, toolchain: Toolchain, folder: String, program: String) {
    self.root = root
    self.toolchain = toolchain
    self.folder = folder
    self.program = program
  }

  /// Runs all steps. `onStep` receives each when it is done; the session's progress goes to
  /// `display`.
  package func run(
    display: ProgressDisplay, onStep: (DemoReport.Step) -> Void
  ) async throws(RunFailure) -> DemoReport {
    try WorkFolder.make(folder)
    var report = DemoReport()
    let clock = ContinuousClock()
    var start = clock.now
    func done(_ name: String, _ command: String, _ result: String) {
      let step = DemoReport.Step(
        name: name, command: command, result: result, seconds: (clock.now - start).seconds)
      report.steps.append(step)
      onStep(step)
      start = clock.now
    }
    let name = Self.target.name

    let (met, executions, sessions) = try await fuzz(display)
    done(
      "fuzz",
      CommandWords.command("run", name, "--time", "\(Int(time.seconds) * sessions)s", bug: true),
      "\(executions) executions, failing inputs kept: \(met.inputs)")
    let finding = try stored(met.name.fingerprint)
    let input = folder + "/crashes/\(finding.fingerprint)/input"
    let bytes = [UInt8](FileManager.default.contents(atPath: input) ?? Data())
    report.finding = finding.fingerprint
    report.title = finding.title
    report.inputs = met.inputs
    done(
      "triage",
      CommandWords.command(
        "triage", "--target", name,
        CommandWords.fromHere(root.path(".scenefuzz/artifacts/\(name)")),
        bug: true),
      "\(met.inputs) inputs, one finding: \(finding.fingerprint) \(finding.title)")

    let smaller = try await shrink(bytes, built: try await entryPoint())
    try checkStop()
    report.bytesBefore = bytes.count
    report.bytesAfter = smaller.count
    try WorkFolder.write(smaller, to: input)
    done(
      "shrink",
      CommandWords.command(
        "minimize", "input", name,
        CommandWords.fromHere(root.path("crashes/\(finding.fingerprint)/input")), bug: true),
      "\(bytes.count) bytes to \(smaller.count): \(Neutral.line(String(decoding: smaller, as: UTF8.self), limit: 80))"
    )

    report.test = try emit(finding, smaller)
    done(
      "emit", CommandWords.command("emit", finding.fingerprint),
      URL(fileURLWithPath: report.test).lastPathComponent)

    try await test(finding, smaller, &report)
    done(
      "test", CommandWords.test(of: finding.fingerprint, bug: true),
      "known issue \(report.isKnownWithBug ? "met" : "MISSED") with the bug, "
        + "\(report.saysFixed ? "reported gone" : "SILENT") without it; closed, it "
        + "\(report.failsWithBug ? "fails" : "PASSES") with the bug and "
        + "\(report.passesWithoutBug ? "passes" : "FAILS") without it")
    return report
  }

  /// Runs the emitted test with the bug and without it, while the finding is open and after it was
  /// closed.
  private func test(
    _ finding: Finding, _ input: [UInt8], _ report: inout DemoReport
  ) async throws(RunFailure) {
    let test = EmittedTestProgram(toolchain: toolchain, program: program)
    let compiled = folder + "/emitted-test"
    try await test.compile([report.test], to: compiled)
    let met = try await test.run(compiled, environment: CommandWords.bug)
    report.isKnownWithBug = met.passes && met.output.contains("known issue")
    let gone = try await test.run(compiled, environment: [:])
    report.saysFixed = !gone.passes && gone.output.contains("crashes close \(finding.fingerprint)")
    try checkStop()
    var closed = finding
    closed.status = .closed
    report.test = try emit(closed, input)
    try await test.compile([report.test], to: compiled)
    report.failsWithBug = try await !test.run(compiled, environment: CommandWords.bug).passes
    report.passesWithoutBug = try await test.run(compiled, environment: [:]).passes
  }

  /// Fuzzes until more than one input has triggered the bug.
  private func fuzz(
    _ display: ProgressDisplay
  ) async throws(RunFailure) -> (SessionSummary.Finding, executions: Int, sessions: Int) {
    var executions = 0
    for number in 1...max(maximumSessions, 1) {
      let session = Session(root: root, toolchain: toolchain, options: options, display: display)
      let summary = try await session.run()
      try checkStop()
      executions += summary.targets.reduce(0) { $0 + $1.executions }
      guard summary.findings.count <= 1 else {
        throw .environment(
          "the session met \(summary.findings.count) findings instead of the demo bug: "
            + summary.findings.map(\.name.title).joined(separator: "; "), "report this")
      }
      if let met = summary.findings.first, met.inputs > 1 { return (met, executions, number) }
    }
    throw .environment(
      "\(executions) executions did not meet the demo bug",
      "run '\(CommandWords.command("doctor"))', then try again")
  }

  /// Throws when `stop` is raised.
  private func checkStop() throws(RunFailure) {
    if stop.isRaised {
      throw .environment("stopped", "run it again; the checkout is as it was")
    }
  }

  private var options: SessionOptions {
    var options = SessionOptions(targets: [Self.target], time: time, jobs: jobs, plan: plan)
    options.stop = stop
    options.store = folder + "/store"
    options.findings = folder + "/crashes"
    options.environment = CommandWords.bug
    options.plain = PlainReplay(program: program)
    return options
  }

  /// The program that the session has built.
  private func entryPoint() async throws(RunFailure) -> String {
    try await Builder(root: root, toolchain: toolchain)
      .build(plan, products: ["fuzz-" + Self.target.name])[0]
  }

  private func stored(_ fingerprint: String) throws(RunFailure) -> Finding {
    let store = FindingStore(folder: URL(fileURLWithPath: folder + "/crashes"))
    guard let id = Fingerprint(fingerprint), let finding = try? store.finding(id) else {
      throw .environment("the finding \(fingerprint) was not stored", "report this")
    }
    return finding
  }

  private func shrink(_ input: [UInt8], built: String) async throws(RunFailure) -> [UInt8] {
    var replay = CrashReplay(toolchain: toolchain, program: built)
    replay.environment = CommandWords.bug
    do {
      let result = try await InputMinimization(target: Self.target.name, replay: replay)
        .run(input) { _ in }
      return result?.input ?? input
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw .environment("the input could not be shrunk (\(error))", "report this")
    }
  }

  private func emit(_ finding: Finding, _ input: [UInt8]) throws(RunFailure) -> String {
    switch try TestEmission(folder: folder).emit(finding, input: input) {
    case .written(let path), .unchanged(let path): return path
    case .edited(let path):
      throw .environment("\(path) was edited", "name another folder")
    case .refused(let reason): throw .environment("no test was emitted: \(reason)", "report this")
    }
  }
}
