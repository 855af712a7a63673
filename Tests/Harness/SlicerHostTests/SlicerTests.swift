import Foundation
import ProcessSupport
import SlicerComparison
import SlicerHost
import TestSupport
import Testing

/// Comparisons with the real core; skipped where it is not installed.
@Suite("The real 3D Slicer core", .serialized) struct SlicerTests {
  private static let root = RepositoryRoot(path: Repository.root.path)
  private static let environment = SlicerEnvironment(root: root)
  private static let isHere = FileManager.default.isExecutableFile(atPath: environment.python)
  private static let why: Comment = "needs the core: run 'scenefuzz slicer setup'"

  @Test("the model and the core agree on every committed seed", .enabled(if: isHere, why))
  func seedsAgree() async throws {
    let files = Repository.files(in: "corpus/mrml")
    let inputs = try files.map {
      SlicerInput(name: $0.lastPathComponent, bytes: [UInt8](try Data(contentsOf: $0)))
    }
    var comparing = SlicerComparing(environment: Self.environment)
    comparing.keepsUnanswered = false
    let agreement = try await comparing.run(inputs)
    #expect(agreement.files == files.count)
    #expect(agreement.differences == [])
    #expect(agreement.values.equal > 5_000)
    #expect(agreement.tags == [])
  }

  @Test("130 equal scenes in one worker give equal results", .enabled(if: isHere, why))
  func batchesAreFresh() async throws {
    let scene = Array("<MRML><Hierarchy/><Hierarchy/><Model id=\"a\"/></MRML>".utf8)
    let inputs = (0..<130).map { SlicerInput(name: "\($0)", bytes: scene) }
    let agreement = try await SlicerComparing(environment: Self.environment).run(inputs)
    #expect(agreement.files == 130)
    #expect(agreement.differences == [])
  }

  @Test("a missing core is reported with the setup command")
  func missingCoreIsReported() async throws {
    let empty = try TemporaryFolder()
    defer { empty.remove() }
    let environment = SlicerEnvironment(root: RepositoryRoot(path: empty.path))
    #expect(try await !environment.isReady())
    let failure = await #expect(throws: RunFailure.self) { try await environment.required() }
    #expect(failure?.kind == .environment)
    #expect(failure?.description.contains("scenefuzz slicer setup") == true)
  }
}
