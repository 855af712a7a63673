import Foundation
import Testing

@testable import FuzzBuilds
@testable import ProcessSupport

@Suite("Doctor")
struct DoctorTests {
  let overflow =
    "==1==ERROR: AddressSanitizer: stack-overflow on address 0x7 (pc 0x5 bp 0x7 sp 0x7 T0)"
  let check = SelfTestCheck.all.first { $0.name == "stack overflow" }

  @Test("a failure that is detected, named and saved gives no complaint")
  func healthy() throws {
    let check = try #require(check)
    #expect(check.complaint(log: overflow, saved: [Array("stack".utf8)]) == nil)
  }

  @Test("a failure that is not detected, misnamed or not saved gives a complaint that says so")
  func blind() throws {
    let check = try #require(check)
    let heap = "==1==ERROR: AddressSanitizer: heap-use-after-free on address 0x7 at pc 0x5"
    #expect(check.complaint(log: "Done 8 runs", saved: []) == "not detected")
    #expect(check.complaint(log: heap, saved: [Array("stack".utf8)]) == "named heap-use-after-free")
    #expect(check.complaint(log: overflow, saved: []) == "detected, but the input was not saved")
    #expect(check.complaint(log: overflow, saved: [[1]]) == "detected, but the input was not saved")
  }

  @Test("a report is unhealthy with one failed row or without rows")
  func health() {
    var report = DoctorReport(toolchain: Toolchain(folder: "/t", version: "6.3"))
    #expect(!report.isHealthy)
    report.rows = [.init(build: .fuzzer, check: "hang", result: .ok, detail: "")]
    report.rows.append(
      .init(build: .fuzzer, check: "ASan error", result: .notApplicable, detail: ""))
    #expect(report.isHealthy)
    report.rows.append(
      .init(build: .address, check: "hang", result: .failed, detail: "not detected"))
    #expect(!report.isHealthy)
    #expect(
      report.table == """
        check       fuzzer          address
        hang        ok              FAILED: not detected
        ASan error  not applicable  not applicable
        """)
  }

  @Test(
    "the TOTAL line of llvm-cov gives regions and missed regions",
    arguments: [
      ("Filename Regions\nTOTAL   1566   1548   1.15%  80  70", 1566, 1548), ("TOTAL 0 0 -", 0, 0),
    ])
  func regions(_ report: String, _ regions: Int, _ missed: Int) throws {
    let total = try #require(SelfTestBench.totalRegions(in: report))
    #expect(total.regions == regions)
    #expect(total.missed == missed)
  }

  @Test("a report without numbers in a TOTAL line gives nil")
  func noRegions() {
    #expect(SelfTestBench.totalRegions(in: "error: no profile") == nil)
    #expect(SelfTestBench.totalRegions(in: "TOTAL x y") == nil)
  }

  @Test("a proof holds for the same bytes and the same build only")
  func proof() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let program = folder.path + "/program"
    let proof = Proof(root: RepositoryRoot(path: folder.path), plan: BuildPlan(.address))
    try WorkFolder.write([1, 2, 3, 4, 5, 6, 7, 8, 9], to: program)
    #expect(!proof.holds(for: program))
    proof.record(for: program)
    #expect(proof.holds(for: program))
    #expect(!Proof(root: proof.root, plan: BuildPlan(.fuzzer)).holds(for: program))
    try WorkFolder.write([1, 2, 3, 4, 5, 6, 7, 8, 8], to: program)
    #expect(!proof.holds(for: program))
    #expect(!proof.holds(for: folder.path + "/nothing"))
  }
}
