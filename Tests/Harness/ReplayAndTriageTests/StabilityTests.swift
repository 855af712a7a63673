import CrashTriage
import Foundation
import TestSupport
import Testing

@testable import ProcessSupport
@testable import ReplayAndTriage

@Suite struct StabilityTests {
  @Test("an input that always fails has no reason")
  func steady() {
    let steady = Stability(failedWithRandomSeed: 3, failedWithFixedSeed: 3, replays: 3)
    #expect(steady.reason == nil)
  }

  @Test(
    "the reason follows from the replays",
    arguments: [
      (2, 3, "order of a Set or a Dictionary"), (1, 0, "order of a Set or a Dictionary"),
      (0, 3, "depends on the hash seed"), (3, 0, "depends on the hash seed"),
      (2, 2, "time, threads or addresses"), (3, 1, "time, threads or addresses"),
    ])
  func reasons(random: Int, fixed: Int, words: String) throws {
    let reason = try #require(
      Stability(failedWithRandomSeed: random, failedWithFixedSeed: fixed, replays: 3).reason)
    #expect(reason.contains(words))
    #expect(reason.contains("\(random) of 3 with a random hash seed"))
  }
}

@Suite struct SourceIndexTests {
  private let index = SourceIndex(root: RepositoryRoot(path: Repository.root.path))

  @Test("a source is found by its name and module, and not with another module")
  func paths() {
    let path = index.path(of: "Fingerprint.swift", function: "CrashTriage.Fingerprint.hash(_:)")
    #expect(path == "Sources/Analysis/CrashTriage/Fingerprint.swift")
    #expect(index.path(of: "Fingerprint.swift", function: "Other.f()") == nil)
    #expect(index.path(of: "../../etc/passwd", function: "CrashTriage.f()") == nil)
    #expect(index.path(of: "Nowhere.swift", function: "CrashTriage.f()") == nil)
  }

  @Test("a line is counted from the declaration of its function")
  func distance() throws {
    let url = Repository.root.appendingPathComponent(
      "Sources/Analysis/CrashTriage/Fingerprint.swift")
    let lines = try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.contains("static func hash(") })
    let frame = StackFrame(
      function: "CrashTriage.Fingerprint.hash(_:)", file: "Fingerprint.swift", line: start + 4)
    #expect(index.distance(of: frame) == 3)
    let far = StackFrame(
      function: "CrashTriage.Fingerprint.hash(_:)", file: "Fingerprint.swift", line: 1 << 40)
    #expect(index.distance(of: far) == nil)
  }
}
