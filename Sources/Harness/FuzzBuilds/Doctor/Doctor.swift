import Foundation
package import ProcessSupport

/// Proves that a build detects every kind of failure, with a target that fails on purpose.
package struct Doctor: Sendable {
  let builder: Builder

  package init(builder: Builder) { self.builder = builder }

  package static let product = "fuzz-selftest"

  /// Builds the self-test target for each of `plans` and runs every check; a failed check is a row
  /// of the report, not an error. The checks of one build run concurrently and take 3 s together.
  package func examine(
    _ plans: [BuildPlan], onStep: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws(RunFailure) -> DoctorReport {
    var report = DoctorReport(toolchain: builder.toolchain)
    let clock = ContinuousClock()
    for plan in plans {
      let name = plan.build.rawValue
      onStep("building \(name)")
      let start = clock.now
      let program = try await builder.build(plan, products: [Self.product])[0]
      report.buildSeconds[name] = (clock.now - start).seconds
      onStep("proving \(name)")
      let built = clock.now
      report.rows += try await prove(plan, program: program)
      report.checkSeconds[name] = (clock.now - built).seconds
    }
    return report
  }

  /// Runs every check on a self-test program. Returns the rows in the order of the table.
  package func prove(_ plan: BuildPlan, program: String) async throws(RunFailure) -> [DoctorReport
    .Row]
  {
    let bench = SelfTestBench(plan: plan, program: program, toolchain: builder.toolchain)
    let results = await withTaskGroup(of: (Int, Result<DoctorReport.Row, RunFailure>).self) {
      group in
      for (index, step) in bench.steps.enumerated() {
        group.addTask { (index, await bench.result(of: step)) }
      }
      var all: [(Int, Result<DoctorReport.Row, RunFailure>)] = []
      for await result in group { all.append(result) }
      return all.sorted { $0.0 < $1.0 }
    }
    var rows: [DoctorReport.Row] = []
    for (_, result) in results { rows.append(try result.get()) }
    return rows
  }
}

extension Duration {
  /// The duration in seconds.
  package var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
