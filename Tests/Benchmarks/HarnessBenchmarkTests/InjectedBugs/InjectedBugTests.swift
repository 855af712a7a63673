import Foundation
import FuzzTargets
import TestSupport
import Testing

@testable import FuzzSession
@testable import HarnessBenchmarks
@testable import ProcessSupport

let repositoryPath = Repository.root.path

@Suite("Injected bugs") struct InjectedBugTests {
  static let head = "Bug: x\nNumber: 7\nClass: off-by-one\nTargets: mrml, mrb\nTitle: It is so.\n"

  @Test("the header of a patch is read")
  func reads() throws {
    let bug = try InjectedBug(named: "x", patch: Self.head + "\ndiff --git a/x b/x\n")
    #expect(bug.number == 7)
    #expect(bug.className == "off-by-one")
    #expect(bug.targets == ["mrml", "mrb"])
    #expect(bug.title == "It is so.")
  }

  @Test(
    "an incomplete or inconsistent header is refused",
    arguments: [
      "", "\n", head.replacing("Number: 7\n", with: ""), head.replacing("7", with: "0"),
      head.replacing("7", with: "256"), head.replacing("7", with: "seven"),
      head.replacing("Bug: x", with: "Bug: y"), head + "Title: Twice.\n",
      head.replacing("mrml, mrb", with: ","), head + "diff --git a/x b/x\n",
    ])
  func refusals(text: String) {
    #expect(throws: RunFailure.self) { try InjectedBug(named: "x", patch: text) }
  }

  @Test("every bug has a unique number, known targets, and a witness")
  func committed() throws {
    let set = try InjectedBugSet(root: RepositoryRoot(path: repositoryPath))
    #expect(Set(set.bugs.map(\.number)).count == set.bugs.count)
    for bug in set.bugs { #expect(!(try set.witness(of: bug)).isEmpty) }
    let named = try Set(set.bugs.map { InputFiles.lastComponent(try set.witness(of: $0)) })
    let files = Repository.files(in: "benchmarks/bugs/witnesses").map(\.lastPathComponent)
    #expect(named == Set(files))
  }

  @Test("the README lists every bug")
  func listed() throws {
    let set = try InjectedBugSet(root: RepositoryRoot(path: repositoryPath))
    let text = try String(contentsOfFile: set.folder + "/README.md", encoding: .utf8)
    let list = try #require(text.range(of: "## The bugs\n"))
    let listed = text[list.upperBound...].split(separator: "\n").filter {
      $0.hasPrefix("- `") && $0.contains("`: ")
    }
    .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(listed.sorted() == set.bugs.map(\.name).sorted())
  }

  @Test("the sources contain no canary")
  func sourcesAreClean() throws {
    for file in Repository.files(in: "Sources") where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains("import BugCanary"), "\(file.path)")
    }
  }

  @Test("a patch that does not apply is named, and no copy is left")
  func refusedPatch() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for part in ["Sources", "corpus", "benchmarks/bugs/BugCanary"] {
      try WorkFolder.make(folder.path + "/" + part)
    }
    try WorkFolder.write(Array("name: \"scenefuzz\"\n".utf8), to: folder.path + "/Package.swift")
    let diff = "--- a/Package.swift\n+++ b/Package.swift\n@@ -1 +1 @@\n-name: \"another\"\n+x\n"
    let bugs = folder.path + "/benchmarks/bugs"
    try WorkFolder.write(
      Array(
        "--- a/Package.swift\n+++ b/Package.swift\n@@ -1 +1,2 @@\n name: \"scenefuzz\"\n+// y\n"
          .utf8),
      to: bugs + "/manifest.patch")
    try WorkFolder.write(Array((Self.head + "\n" + diff).utf8), to: bugs + "/x.patch")
    let root = RepositoryRoot(path: folder.path)
    let set = try InjectedBugSet(root: root)
    let failure = await #expect(throws: RunFailure.self) {
      try await PatchedCopy(of: root, with: set)
    }
    #expect(failure?.description.contains("x.patch does not apply") == true)
  }
}
