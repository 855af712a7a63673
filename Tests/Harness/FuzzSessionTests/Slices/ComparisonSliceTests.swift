import Foundation
import HarnessTestSupport
import Testing

@testable import FuzzSession
@testable import ProcessSupport

@Suite("Slices with comparisons", .timeLimit(.minutes(20)))
struct ComparisonSliceTests {
  /// The fake libFuzzer, which also logs its environment and arguments in `NAME.args`.
  private func logging(_ fake: FakeTarget, _ name: String) throws -> String {
    let path = fake.root.path(name)
    let log = "#!/bin/sh\necho \"$SCENEFUZZ_OPERANDS_PASSED|$SCENEFUZZ_TIERS|$*\" >> \"$0.args\"\n"
    let script = FakeTarget.libFuzzer.replacing("#!/bin/sh\n", with: log)
    try WorkFolder.write(Array(script.utf8), to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private func log(_ path: String) -> [Substring] {
    let text = (try? String(contentsOfFile: path + ".args", encoding: .utf8)) ?? ""
    return text.split(separator: "\n")
  }

  private func ends(_ path: String) -> Int {
    FileManager.default.contents(atPath: path + ".ends")?.count ?? 0
  }

  @Test(
    "the comparisons build gets its share with value profile, marks and no tiers; status says so")
  func share() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "fine")
    let check = try fake.checker("address", failsOn: "leaky")
    let main = try logging(fake, "main")
    let comparisons = try logging(fake, "comparisons")
    let session = try await fake.session(seconds: 300) {
      $0.builds = .mixed(addressShare: 0, comparisonShare: 0.4)
    }
    async let ending = session.fuzz(programs: [[main], [check], [check], [comparisons]])
    // Two slices of each have ended by themselves.
    while [main, comparisons].contains(where: { ends($0) < 8 }) {
      try await Task.sleep(for: .milliseconds(20))
    }
    session.stop.raise()
    let summary = try await ending
    #expect(summary.buildShares.map(\.build) == ["fuzzer", "comparisons"])
    #expect(summary.buildShares.allSatisfy { $0.share > 0.1 })
    #expect(abs(summary.buildShares.reduce(0) { $0 + $1.share } - 1) < 0.01)
    #expect(summary.text.contains("slices: fuzzer "))
    let status = SessionReport.latest(in: fake.store)?.status
    #expect(status?.buildShares.map(\.build) == ["fuzzer", "comparisons"])
    let marks = fake.store.operands("fake")
    #expect(!log(comparisons).isEmpty)
    for line in log(comparisons) {
      #expect(line.hasPrefix("\(marks)||"), "\(line)")
      #expect(line.contains("-use_value_profile=1"))
    }
    for line in log(main) {
      #expect(line.hasPrefix("|16|"), "\(line)")
      #expect(line.contains("-use_value_profile=0") && line.contains("-mutate_depth="))
    }
    // Inputs pass the two checks only.
    #expect(summary.checks == ["address", "fuzzer debug"])
  }

  @Test("marks that are older than the program are removed, newer ones are kept")
  func marks() throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    let plan = SessionPlan(
      root: fake.root, toolchain: Toolchain(folder: fake.root.path, version: "6.3"),
      options: SessionOptions(targets: [fake.target], time: .seconds(1), jobs: 1))
    let marks = fake.store.operands("fake")
    try WorkFolder.make(fake.store.folder + "/operands")
    try WorkFolder.write([1], to: marks)
    #expect(plan.operandMarks(of: "fake", program: fake.program) == marks)
    #expect(FileManager.default.fileExists(atPath: marks))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: marks)
    _ = plan.operandMarks(of: "fake", program: fake.program)
    #expect(!FileManager.default.fileExists(atPath: marks))
  }
}
