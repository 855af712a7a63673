import CrashTriage
import Foundation
import ProcessSupport
import ReplayAndTriage
import TestSupport
import Testing

@Suite("Folders of findings") struct FindingFolderTests {
  private static func crash(_ function: String, file: String = "", line: Int = 0) -> Crash {
    Crash(
      CrashReport(
        format: .gdb, kind: .trap,
        frames: [StackFrame(function: function, file: file, line: line)])
    ) { $0 }
  }

  private static func finding(_ crash: Crash, project: String?) -> Finding {
    var finding = Finding(
      crash, fingerprint: Fingerprint(crash), target: "", firstSeen: "2026-11-24")
    finding.project = project
    return finding
  }

  @Test("a finding of the project goes to crashes, any other to a private folder of mode 0700")
  func folders() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let folders = FindingFolders(root: RepositoryRoot(path: folder.path))
    let own = Self.finding(Self.crash("XMLReading.XMLReader.next()"), project: "scenefuzz")
    let foreign = Self.finding(Self.crash("vtkMRMLScene::Import"), project: nil)
    #expect(try folders.store(of: own).folder.path == folder.path + "/crashes")
    let store = try folders.store(of: foreign)
    #expect(store.folder.path == folder.path + "/private/crashes")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/private")
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
    try store.record(foreign, evidence: nil)
    #expect(try folders.findings().map(\.fingerprint) == [foreign.fingerprint])
    #expect(
      try folders.placement().findings(of: [foreign]).map(\.description) == [
        foreign.fingerprint
      ])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/crashes"))
  }

  @Test("a named folder takes every finding")
  func named() throws {
    let folders = FindingFolders(folder: "/somewhere")
    #expect(!folders.areApart)
    let foreign = Self.finding(Self.crash("vtkMRMLScene::Import"), project: nil)
    #expect(try folders.store(of: foreign).folder.path == "/somewhere")
  }

  @Test(
    "a frame belongs to the checkout by its module, or by the source that declares its function",
    arguments: [
      ("XMLReading.XMLReader.next()", "", 0, true),
      ("Crash.common(with:)", "Crash.swift", 130, true),
      ("SceneReader.read(from:)", "Crash.swift", 130, false),
      ("vtkMRMLScene::Import()", "vtkMRMLScene.cxx", 12, false),
      ("main", "main.swift", 1, false),
    ])
  func owner(function: String, file: String, line: Int, isOwn: Bool) {
    let project = TriagedProject(root: RepositoryRoot(path: Repository.root.path))
    let frame = StackFrame(function: function, file: file, line: line)
    #expect(project.owns(frame) == isOwn)
  }

  @Test("a project is named by its module or its folder, and anything else is refused")
  func project() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try WorkFolder.make(folder.path + "/Sources/SceneKit")
    let byFolder = try TriagedProject(named: folder.path)
    #expect(byFolder.owns(StackFrame(function: "SceneKit.Reader.read()")))
    #expect(!byFolder.owns(StackFrame(function: "XMLReading.XMLReader.next()")))
    let byName = try TriagedProject(named: "SceneKit")
    #expect(byName.owner(of: Self.crash("SceneKit.Reader.read()"), target: "") == "SceneKit")
    #expect(byName.owner(of: Self.crash("Other.Reader.read()"), target: "xml") == nil)
    #expect(throws: RunFailure.self) { try TriagedProject(named: "no/such/folder") }
    #expect(throws: RunFailure.self) { try TriagedProject(named: "") }
  }
}
