import Foundation
import HarnessTestSupport
import Testing

@testable import CoverageAndCI
@testable import FuzzBuilds
@testable import FuzzSession
@testable import ProcessSupport

@Suite("Replay of committed inputs")
struct CommittedReplayTests {
  @Test("every failing input is reported, and the inputs after it still run")
  func failures() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    let folder = fake.root.path("corpus/fake/seeds")
    for (name, text) in [
      ("a", "fine"), ("b", "bad"), ("c", "fine"), ("d", "worse bad"), ("e", "x"),
    ] {
      try WorkFolder.write(Array(text.utf8), to: "\(folder)/\(name)")
    }
    let program = try fake.checker("check", failsOn: "bad")
    let build = ReadyBuild(plan: BuildPlan(.address), programs: [program])
    let toolchain = try await Toolchain.locate()
    let replay = CommittedReplay(
      toolchain: toolchain, builds: [build, build], targets: [fake.target], jobs: 2)
    let failures = try await replay.failures { _ in InputFiles.below(folder) }
    let names = failures.map { InputFiles.lastComponent($0.file) }
    #expect(names == ["b", "d", "b", "d"])
    #expect(failures.allSatisfy { $0.target == "fake" })
    // Five inputs in each build; the two failing ones run once more for their report.
    #expect(fake.ran(program) == 2 * (5 + 2))
  }

  @Test("no input gives no failure")
  func nothing() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    let build = ReadyBuild(plan: BuildPlan(.address), programs: [fake.program])
    let replay = CommittedReplay(
      toolchain: try await Toolchain.locate(), builds: [build], targets: [fake.target], jobs: 1)
    #expect(try await replay.failures { _ in [] }.isEmpty)
  }
}
