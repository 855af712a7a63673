import Corpus
import Foundation
import FuzzBuilds
import FuzzTargets
import Testing

@testable import FuzzSession
@testable import ProcessSupport

@Suite("Corpora of one kind") struct CorpusSharingTests {
  private static let scene = Array("<MRML><Model id=\"a\"/></MRML>".utf8)

  private static func target(_ name: String, _ format: InputFormat, length: Int = 4_096)
    -> FuzzTarget
  {
    FuzzTarget(
      name: name, property: "none", maximumLength: length, fileExtension: "x", format: format
    ) { _ in }
  }

  private static func plan(_ folder: TemporaryFolder, _ targets: [FuzzTarget]) throws -> SessionPlan
  {
    var options = SessionOptions(targets: targets, time: .seconds(1), jobs: 1)
    options.store = folder.path + "/store"
    let plan = SessionPlan(
      root: RepositoryRoot(path: folder.path),
      toolchain: Toolchain(folder: folder.path, version: "6.3"), options: options)
    try plan.store.prepare(targets: targets.map(\.name), session: "s")
    return plan
  }

  private static func add(_ bytes: [UInt8], to target: Int, _ plan: SessionPlan) throws {
    let folder = plan.store.corpus(plan.targets[target].name)
    try Corpus(folder: URL(fileURLWithPath: folder)).add(bytes)
  }

  @Test("an input of one target goes to the others of its kind once, in their format")
  func kinds() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let plan = try Self.plan(
      folder,
      [
        Self.target("one", "scene"), Self.target("two", "scene"), Self.target("bundle", "zip"),
        Self.target("other", "fcsv"), Self.target("short", "scene", length: 8),
      ])
    try Self.add(Self.scene, to: 0, plan)
    var sharing = CorpusSharing(plan: plan)
    #expect(try sharing.share(with: 1) == 1)
    #expect(try sharing.share(with: 2) == 1)
    #expect(try sharing.share(with: 3) == 0)
    #expect(try sharing.share(with: 4) == 0)
    // Again, and back, nothing is new.
    for target in plan.targets.indices { #expect(try sharing.share(with: target) == 0) }
    #expect(plan.workingCorpus(1).names == plan.workingCorpus(0).names)
    let archive = try #require(plan.workingCorpus(2).names.first)
    let data = FileManager.default.contents(atPath: plan.store.corpus("bundle") + "/" + archive)
    #expect(data?.starts(with: [0x50, 0x4B, 3, 4]) == true)
    #expect(sharing.counts == [0, 1, 1, 0, 0])
  }

  @Test("an input in quarantine does not come back, and a slice gets a bounded number")
  func bounds() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let plan = try Self.plan(folder, [Self.target("one", "fcsv"), Self.target("two", "fcsv")])
    for number in 0..<(CorpusSharing.maximumAtOnce + 8) {
      try Self.add(Array("input \(number)".utf8), to: 0, plan)
    }
    let bad = Array("input 3".utf8)
    try WorkFolder.write(bad, to: plan.store.quarantine("two") + "/" + SHA1.name(of: bad))
    var sharing = CorpusSharing(plan: plan)
    #expect(try sharing.share(with: 1) == CorpusSharing.maximumAtOnce)
    #expect(try sharing.share(with: 1) == 7)
    #expect(!plan.workingCorpus(1).names.contains(SHA1.name(of: bad)))
  }
}
