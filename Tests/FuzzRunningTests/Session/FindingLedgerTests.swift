import Foundation
import Testing

@testable import FuzzRunning

@Suite("The ledger of failing inputs")
struct FindingLedgerTests {
  private func crash(_ artifact: String, _ size: Int, _ fingerprint: String = "f") -> StoredCrash {
    StoredCrash(
      name: CrashName(fingerprint: fingerprint, kind: "trap", title: "Trap", severity: "low"),
      target: "t", artifact: artifact, size: size, session: "s", build: "address")
  }

  @Test("of many inputs of one finding the smallest are kept, files and all")
  func limit() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = SessionStore(folder: folder.path)
    try store.prepare(targets: ["t"], session: "s")
    var ledger = FindingLedger(store: store, limit: 2)
    for (name, size) in [("crash-a", 30), ("crash-b", 20), ("crash-c", 10), ("crash-d", 40)] {
      try WorkFolder.write([1], to: store.artifacts("t") + "/" + name)
      let isNew = try ledger.keep(crash(name, size), log: "log of \(name)")
      #expect(isNew == (name == "crash-a"))
    }
    #expect(ledger.crashes["f"]?.map(\.artifact) == ["crash-c", "crash-b"])
    #expect(InputFiles.below(store.artifacts("t")).count == 2)
    #expect(InputFiles.below(store.reports("t")).count == 4)

    var later = FindingLedger(store: store, limit: 2)
    later.load(target: "t")
    #expect(later.crashes == ledger.crashes)
    #expect(later.unnamed(target: "t").isEmpty)
    #expect(try !later.keep(crash("crash-c", 10), log: ""))
    #expect(try later.keep(crash("crash-z", 10, "other"), log: ""))
  }

  @Test("inputs without a name are found, slow ones are none")
  func unnamed() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = SessionStore(folder: folder.path)
    try store.prepare(targets: ["t"], session: "s")
    try WorkFolder.write([1], to: store.artifacts("t") + "/crash-a")
    try WorkFolder.write([1], to: store.artifacts("t") + "/slow-unit-b")
    let ledger = FindingLedger(store: store, limit: 2)
    #expect(ledger.unnamed(target: "t").map(FindingLedger.fileName) == ["crash-a"])
  }
}
