import Foundation
import FuzzTargets
import TestSupport
import Testing

@testable import CoverageAndCI
@testable import ProcessSupport

@Suite("Changed files")
struct ChangeTests {
  private let targets = ["xml", "mrml", "url"].compactMap { Catalog[$0] }
  private let reached = ReachedFiles(files: [
    "xml": ["Sources/Parsing/XML/Names.swift"],
    "mrml": ["Sources/Parsing/XML/Names.swift", "Sources/Parsing/SceneModel/Scene.swift"],
    "url": ["Sources/Parsing/SlicerURL/SlicerURL.swift"],
  ])

  @Test(
    "a target gets more time when the change touches its own file or one that its inputs run",
    arguments: [
      (["Sources/Parsing/SceneModel/Scene.swift"], [1, 3, 1]),
      (["Sources/Parsing/XML/Names.swift"], [3, 3, 1]),
      (["corpus/url/seeds/a.url"], [1, 1, 3]),
      (["Sources/Fuzzing/EntryPoints/fuzz-xml/entry.swift"], [3, 1, 1]),
      (["README.md"], [1, 1, 1]), ([], [1, 1, 1]),
      (["corpus/xml-differential/seeds/a.xml"], [1, 1, 1]),
    ] as [([String], [Double])])
  func weights(files: [String], expected: [Double]) {
    #expect(Change(files: files).weights(for: targets, reached: reached) == expected)
  }

  @Test("the committed list names existing files for every target but the demo")
  func committedList() {
    let list = ReachedFiles.committed(in: RepositoryRoot(path: Repository.root.path))
    #expect(Set(Catalog.shipped.map(\.name)).isSubset(of: list.files.keys))
    for (target, files) in list.files {
      #expect(!files.isEmpty, "\(target)")
    }
  }

  @Test("without the list all targets get equal time")
  func withoutList() {
    #expect(ReachedFiles.committed(in: RepositoryRoot(path: "/nonexistent")) == ReachedFiles())
  }

  @Test("changed files come from git; an unknown revision is an error")
  func git() async throws {
    let root = RepositoryRoot(path: Repository.root.path)
    let none = try await Change.since("HEAD", in: root)
    #expect(none.files.allSatisfy { !$0.isEmpty && !$0.hasPrefix("/") })
    await #expect(throws: RunFailure.self) {
      try await Change.since("no-such-revision", in: root)
    }
    await #expect(throws: RunFailure.self) { try await Change.since("--output=x", in: root) }
  }
}
