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
}
