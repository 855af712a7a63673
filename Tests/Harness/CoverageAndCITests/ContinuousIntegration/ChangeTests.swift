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

  private let modules = ModuleFolders(
    manifest: """
      module("ByteReading", at: "Parsing/Bytes"),
      module("XMLReading", at: "Parsing/XML", ["ByteReading"]),
      module("SceneModel", at: "Parsing/SceneModel", ["ByteReading", "XMLReading"]),
      module("SlicerURL", at: "Parsing/SlicerURL", ["ByteReading"]),
      module(
        "FuzzTargets", at: "Fuzzing/FuzzTargets",
        [
          "XMLReading", "SceneModel", "SlicerURL",
        ]),
      module("Report", at: "CLI/Report", ["FuzzTargets"]),
      """)

  @Test(
    "a target is affected by a change of its own file or of one that its inputs run",
    arguments: [
      (["Sources/Parsing/SceneModel/Scene.swift"], [false, true, false]),
      (["Sources/Parsing/XML/Names.swift"], [true, true, false]),
      (["corpus/url/seeds/a.url"], [false, false, true]),
      (["Sources/Fuzzing/EntryPoints/fuzz-xml/entry.swift"], [true, false, false]),
      (["Sources/Fuzzing/FuzzTargets/Targets/MrmlTarget.swift"], [false, true, false]),
      (["README.md"], [false, false, false]), ([], [false, false, false]),
      (["corpus/xml-differential/seeds/a.xml"], [false, false, false]),
    ] as [([String], [Bool])])
  func affected(files: [String], expected: [Bool]) {
    #expect(Change(files: files).affects(targets, reached: reached, modules: modules) == expected)
  }

  @Test(
    "a new or moved file affects the targets that run its module or one that depends on it",
    arguments: [
      ("Sources/Parsing/SceneModel/New.swift", [false, true, false]),
      ("Sources/Parsing/XML/New.swift", [true, true, false]),
      ("Sources/Parsing/Bytes/New.swift", [true, true, true]),
      ("Sources/Fuzzing/FuzzTargets/Properties/New.swift", [true, true, true]),
      ("Sources/CLI/Report/New.swift", [false, false, false]),
      ("Sources/Nowhere/New.swift", [false, false, false]),
    ] as [(String, [Bool])])
  func newFiles(file: String, expected: [Bool]) {
    #expect(Change(files: [file]).affects(targets, reached: reached, modules: modules) == expected)
  }

  @Test("a target that the list does not name is affected by every module below its own")
  func unknownTarget() {
    let targets = ["xml", "url"].compactMap { Catalog[$0] }
    let reached = ReachedFiles(files: ["xml": ["Sources/Parsing/XML/Names.swift"]])
    let new = Change(files: ["Sources/Parsing/SceneModel/New.swift"])
    #expect(new.affects(targets, reached: reached, modules: modules) == [false, true])
    let old = Change(files: ["Sources/Parsing/XML/Names.swift"])
    #expect(old.affects(targets, reached: reached, modules: modules) == [true, true])
  }

  @Test("the manifest of the checkout names the dependencies of its modules")
  func manifest() {
    let modules = ModuleFolders(root: RepositoryRoot(path: Repository.root.path))
    #expect(modules.dependencies["XMLReading"] == ["ByteReading"])
    #expect(modules.dependencies["ByteReading"] == [])
    #expect(modules.dependents(of: "XMLReading").isSuperset(of: ["SceneModel", "FuzzTargets"]))
    #expect(!modules.dependents(of: "SceneModel").contains("XMLReading"))
  }

  @Test("affected targets get three times the fuzzing time of the others")
  func weights() { #expect(Change.weights([true, false]) == [3, 1]) }

  @Test("the committed list names existing files for every target but the demo")
  func committedList() {
    let root = RepositoryRoot(path: Repository.root.path)
    let list = ReachedFiles.committed(in: root)
    #expect(Set(Catalog.shipped.map(\.name)).isSubset(of: list.files.keys))
    for (target, files) in list.files {
      #expect(!files.isEmpty, "\(target)")
      let missing = files.filter { !FileManager.default.fileExists(atPath: root.path($0)) }
      #expect(missing.isEmpty, "\(target): run 'coverage --write-reached'")
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
