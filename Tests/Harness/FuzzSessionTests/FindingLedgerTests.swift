import Foundation
import Testing

@testable import FuzzBuilds
@testable import FuzzSession
@testable import ProcessSupport

@Suite("Ledger of failing inputs")
struct FindingLedgerTests {
  private func crash(_ artifact: String, _ size: Int, _ fingerprint: String = "f") -> StoredCrash {
    StoredCrash(
      name: CrashName(fingerprint: fingerprint, kind: "trap", title: "Trap", severity: "low"),
      target: "t", artifact: artifact, size: size, session: "s", plan: BuildPlan(.address, .debug))
  }

  @Test("many inputs of one finding leave the smallest, with their files")
  func limit() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = SessionStore(folder: folder.path)
    try store.prepare(targets: ["t"], session: "s")
    var ledger = FindingLedger(store: store, limit: 2)
    for (name, size) in [("crash-a", 30), ("crash-b", 20), ("crash-c", 10), ("crash-d", 40)] {
      try WorkFolder.write([1], to: store.artifacts("t") + "/" + name)
      let outcome = try ledger.keep(crash(name, size), log: "log of \(name)")
      #expect(outcome == (name == "crash-a" ? .newFinding : .knownFinding))
    }
    #expect(ledger.crashes["f"]?.map(\.artifact) == ["crash-c", "crash-b"])
    #expect(InputFiles.below(store.artifacts("t")).count == 2)
    #expect(InputFiles.below(store.reports("t")).count == 4)

    var later = FindingLedger(store: store, limit: 2)
    later.load(target: "t")
    #expect(later.crashes == ledger.crashes)
    #expect(later.unnamed(target: "t").isEmpty)
    #expect(later.crashes["f"]?.first?.plan == BuildPlan(.address, .debug))
    #expect(try later.keep(crash("crash-c", 10), log: "") == .knownFinding)
    #expect(try later.keep(crash("crash-z", 10, "other"), log: "") == .newFinding)
  }

  @Test("an artifact without a report is unnamed, a slow unit is not")
  func unnamed() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = SessionStore(folder: folder.path)
    try store.prepare(targets: ["t"], session: "s")
    try WorkFolder.write([1], to: store.artifacts("t") + "/crash-a")
    try WorkFolder.write([1], to: store.artifacts("t") + "/slow-unit-b")
    let ledger = FindingLedger(store: store, limit: 2)
    #expect(ledger.unnamed(target: "t").map(InputFiles.lastComponent) == ["crash-a"])
  }

  @Test("two thousand crashes leave ten inputs for each finding, and reports within the limit")
  func storm() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = SessionStore(folder: folder.path)
    try store.prepare(targets: ["t"], session: "s")
    var ledger = FindingLedger(store: store, limit: 10)
    let log = String(repeating: "x", count: 1 << 20)
    for number in 0..<2000 {
      let name = "crash-\(number)"
      try WorkFolder.write([1], to: store.artifacts("t") + "/" + name)
      // Every third is smaller than all before it, so that the kept ones change.
      let size = number % 3 == 0 ? 5000 - number : 6000 + number
      _ = try ledger.keep(crash(name, size, "f\(number % 2)"), log: number < 4 ? log : "short")
    }
    #expect(ledger.crashes.values.map(\.count) == [10, 10])
    #expect(InputFiles.below(store.artifacts("t")).count == 20)
    #expect(InputFiles.below(store.reports("t")).count == 40)
    let sizes = InputFiles.below(store.reports("t")).compactMap { SystemBridge.fileSize($0) }
    #expect(sizes.allSatisfy { $0 <= FindingLedger.maximumLog + 100 })
  }

  @Test("findings beyond the limit of a target are refused, inputs of known findings are kept")
  func manyNames() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = SessionStore(folder: folder.path)
    try store.prepare(targets: ["t"], session: "s")
    var ledger = FindingLedger(store: store, limit: 10)
    let maximum = FindingLedger.maximumFindings
    for number in 0..<(maximum + 50) {
      let name = "crash-\(number)"
      try WorkFolder.write([1], to: store.artifacts("t") + "/" + name)
      let outcome = try ledger.keep(crash(name, 9, "f\(number)"), log: "")
      #expect(outcome == (number < maximum ? .newFinding : .tooMany))
    }
    #expect(ledger.refused == ["t": 50])
    #expect(InputFiles.below(store.artifacts("t")).count == maximum)
    try WorkFolder.write([1], to: store.artifacts("t") + "/crash-again")
    #expect(try ledger.keep(crash("crash-again", 3, "f0"), log: "") == .knownFinding)
    #expect(ledger.crashes["f0"]?.count == 2)
  }

  @Test("inputs that do not fail again move to their own folder, which keeps the latest hundred")
  func unreproduced() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = SessionStore(folder: folder.path)
    try store.prepare(targets: ["t"], session: "s")
    let ledger = FindingLedger(store: store, limit: 10)
    for number in 0..<(FindingLedger.maximumUnreproduced + 5) {
      let path = store.artifacts("t") + "/crash-\(number)"
      try WorkFolder.write([1], to: path)
      let moved = ledger.setUnreproducedAside(path, target: "t")
      #expect(FileManager.default.fileExists(atPath: moved))
    }
    #expect(ledger.unnamed(target: "t").isEmpty)
    #expect(
      InputFiles.below(store.unreproduced("t")).count == FindingLedger.maximumUnreproduced)
  }
}
