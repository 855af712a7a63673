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
      head + "Depth: abyss\n\n",
    ])
  func refusals(text: String) {
    #expect(throws: RunFailure.self) { try InjectedBug(named: "x", patch: text) }
  }

  @Test("every bug has a unique number, known targets, and a witness")
  func committed() throws {
    let set = try InjectedBugSet(root: RepositoryRoot(path: repositoryPath))
    #expect(Set(set.bugs.map(\.number)).count == set.bugs.count)
    let all = try InjectedBugSet(root: RepositoryRoot(path: repositoryPath), group: .all)
    #expect(Set(all.bugs.map(\.number)).count == all.bugs.count)
    let named = try Set(
      all.bugs.map { InputFiles.lastComponent(try #require(try all.witness(of: $0))) })
    let files = ["benchmarks/bugs/witnesses", "benchmarks/bugs/second/witnesses"].flatMap {
      Repository.files(in: $0).map(\.lastPathComponent)
    }
    #expect(named.count == all.bugs.count)
    #expect(named == Set(files))
  }

  @Test("the second set has 40 bugs with a depth, and its validation half is chosen by hash")
  func secondSet() throws {
    let root = RepositoryRoot(path: repositoryPath)
    let open = try InjectedBugSet(root: root, group: .second).bugs
    let closed = try InjectedBugSet(root: root, group: .validation).bugs
    #expect(open.count + closed.count >= 40)
    #expect((open + closed).allSatisfy { $0.depth != nil })
    #expect(
      closed.map(\.name) == BugGroup.validationHalf(of: (open + closed).map(\.name)))
    let text = try String(
      contentsOfFile: root.path("benchmarks/bugs/second/README.md"), encoding: .utf8)
    #expect((open + closed).allSatisfy { text.contains("- `\($0.name)`: ") })
  }

  @Test("one bug counts alone on the same copy, and an unknown one is refused")
  func onlyOne() throws {
    let set = try InjectedBugSet(root: RepositoryRoot(path: repositoryPath), group: .all)
    let one = try set.only("entity-ring")
    #expect(one.bugs.map(\.name) == ["entity-ring"])
    #expect(one.patches == set.patches)
    #expect(one.identity() != set.identity())
    #expect(throws: RunFailure.self) { try set.only("no-such-bug") }
  }

  @Test("a folder from outside has its own numbers, and needs no witness")
  func outside() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try WorkFolder.write(Array((Self.head + "\ndiff\n").utf8), to: folder.path + "/x.patch")
    let set = try InjectedBugSet(
      root: RepositoryRoot(path: repositoryPath), adding: folder.path)
    #expect(set.group == nil)
    #expect(set.patches.map(InputFiles.lastComponent) == ["manifest.patch", "x.patch"])
    #expect(try set.witness(of: set.bugs[0]) == nil)
  }

  @Test("a kept tree changes only the files that differ")
  func keptTree() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let (source, target) = (folder.path + "/source", folder.path + "/target")
    try WorkFolder.make(source + "/part/inner")
    try WorkFolder.make(target)
    for (file, text) in [("same", "1"), ("inner/changed", "2"), ("gone", "3")] {
      try WorkFolder.write(Array(text.utf8), to: "\(source)/part/\(file)")
    }
    try KeptTree.update(target, from: source, parts: ["part"])
    let before = SystemBridge.modified(target + "/part/same")
    try FileManager.default.removeItem(atPath: source + "/part/gone")
    try WorkFolder.write(Array("4".utf8), to: source + "/part/inner/changed")
    try KeptTree.update(target, from: source, parts: ["part"])
    #expect(SystemBridge.modified(target + "/part/same") == before)
    #expect(
      FileManager.default.contents(atPath: target + "/part/inner/changed") == Data("4".utf8))
    #expect(!FileManager.default.fileExists(atPath: target + "/part/gone"))
  }

  @Test("the README lists every bug")
  func listed() throws {
    let set = try InjectedBugSet(root: RepositoryRoot(path: repositoryPath))
    let text = try String(
      contentsOfFile: repositoryPath + "/benchmarks/bugs/README.md", encoding: .utf8)
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
