import Testing

@testable import CoverageAndCI

@Suite("CI report")
struct CIReportTests {
  private func row(_ verdict: CIReport.Verdict, _ fingerprint: String = "ab") -> CIReport.Row {
    CIReport.Row(
      verdict: verdict, fingerprint: fingerprint, title: "Trap in f()", severity: "low",
      target: "xml", build: "address", input: "./x", again: "replay xml ./x")
  }

  @Test(
    "only verdicts caused by the change fail the run",
    arguments: [
      (.regression, true), (.new, true), (.known, false), (.older, false),
      (.unreproducible, false),
    ] as [(CIReport.Verdict, Bool)])
  func verdicts(verdict: CIReport.Verdict, fails: Bool) {
    var report = CIReport(seed: 1337)
    report.rows = [row(verdict)]
    #expect(report.fails == fails)
    #expect(report.headline.hasPrefix(fails ? "failed: 1 finding" : "passed, 1 listed"))
    #expect(report.text.contains("\(verdict.rawValue): ab  Trap in f()"))
    #expect(report.text.contains("repeat: replay xml ./x"))
  }

  @Test("a run without a finding passes, and failures come before listed rows")
  func order() {
    var report = CIReport(seed: 7)
    #expect(!report.fails)
    #expect(report.headline.hasPrefix("passed (builds 0 s"))
    report.rows = [row(.known, "a"), row(.new, "b"), row(.regression, "c")]
    #expect(report.sorted.map(\.fingerprint) == ["c", "b", "a"])
  }

  @Test("the same finding in two inputs and two builds counts once")
  func countedOnce() {
    var report = CIReport(seed: 7)
    report.rows = [
      row(.regression, "a"), row(.regression, "a"), row(.known, "b"), row(.known, "b"),
    ]
    #expect(report.headline.hasPrefix("failed: 1 finding, 1 listed"))
  }

  private func target(_ executions: Int, _ seconds: Double, isTouched: Bool) -> CIReport.Target {
    CIReport.Target(
      name: "xml", inputs: 3, executions: executions, edges: 0, seconds: seconds, share: 0,
      isTouched: isTouched)
  }

  @Test(
    "a run without a finding says 'not enough' when an affected target ran less than the floor",
    arguments: [
      (232, 60.0, true, false), (9_000, 4.9, true, false), (0, 0, true, false),
      (1_000, 5, true, true), (232, 1, false, true),
    ] as [(Int, Double, Bool, Bool)])
  func floor(executions: Int, seconds: Double, isTouched: Bool, isEnough: Bool) {
    var report = CIReport(seed: 7)
    report.targets = [target(executions, seconds, isTouched: isTouched)]
    #expect(report.notEnough.isEmpty == isEnough)
    #expect(report.headline.hasPrefix(isEnough ? "passed" : "not enough: xml"))
    #expect(report.text.contains("of 1000 executions") != isEnough)
  }

  @Test("a finding counts more than too little fuzzing")
  func findingFirst() {
    var report = CIReport(seed: 7)
    report.targets = [target(0, 0, isTouched: true)]
    report.rows = [row(.new)]
    #expect(report.headline.hasPrefix("failed: 1 finding"))
    #expect(report.fails)
  }
}
