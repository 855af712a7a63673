import Foundation
import FuzzTargets
import TestSupport
import Testing

@testable import FuzzSession
@testable import ProcessSupport

extension Tag {
  /// Builds fuzz entry points, which takes minutes the first time.
  @Tag static var buildsEntryPoints: Self
}

@Suite(
  "Sessions on the demo bug", .tags(.buildsEntryPoints), .timeLimit(.minutes(60)), .serialized)
struct DemoSessionTests {
  @Test("three seconds find one finding, keep at most ten inputs, and minimize the corpus")
  func threeSeconds() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let target = try #require(Catalog["demo"])
    var options = SessionOptions(targets: [target], time: .seconds(3), jobs: 2)
    options.store = folder.path + "/a store"
    options.findings = folder.path + "/crashes"
    options.environment = ["SCENEFUZZ_DEMO_BUG": "1"]
    options.seed = 1
    options.minimization = .complete
    let session = Session(
      root: RepositoryRoot(path: Repository.root.path), toolchain: try await .locate(),
      options: options, display: ProgressDisplay(onError: true))
    let summary = try await session.run()
    #expect(summary.findings.count == 1)
    let finding = try #require(summary.findings.first)
    #expect(finding.name.title.contains("valuesTrustingTheCount"))
    #expect(finding.inputs <= 10)
    #expect(finding.target == "demo")
    #expect(FileManager.default.fileExists(atPath: finding.input))
    let progress = try #require(summary.targets.first)
    #expect(progress.executions > 0)
    #expect(progress.edges > 0)
    #expect(summary.notes == [])
    #expect(progress.corpus <= (try #require(progress.minimizedFrom)))
  }

  @Test(
    "the demonstration gives one finding, a smaller input, and a test that fails only with the bug")
  func demonstration() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let program = try #require(Repository.program)
    let demo = Demo(
      root: RepositoryRoot(path: Repository.root.path), toolchain: try await .locate(),
      folder: folder.path + "/a demo", program: program)
    var names: [String] = []
    let report = try await demo.run(display: ProgressDisplay(onError: true)) {
      names.append($0.name)
    }
    #expect(names == ["fuzz", "triage", "shrink", "emit", "test"])
    #expect(report.inputs > 1)
    #expect(report.bytesAfter < report.bytesBefore || report.bytesAfter <= 24)
    #expect(report.title.contains("valuesTrustingTheCount"))
    #expect(report.failsWithBug)
    #expect(report.passesWithoutBug)
    #expect(report.isComplete)
  }
}
