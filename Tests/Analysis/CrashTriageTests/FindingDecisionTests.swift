import CrashTriage
import Foundation
import Testing

@Suite struct FindingDecisionTests {
  private func withStore(_ body: (FindingStore) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("scenefuzz decisions \(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(FindingStore(folder: folder))
  }

  private func seen(_ function: String, line: Int = 5, distance: Int? = nil) -> Finding {
    let frame = StackFrame(function: "M.\(function)", file: "a.swift", line: line)
    let report = CrashReport(
      format: .libFuzzer, kind: .indexOutOfRange, message: "m", frames: [frame])
    let crash = Crash(report) { $0 }
    var finding = Finding(
      crash, fingerprint: Fingerprint(crash), target: "demo", firstSeen: "2026-11-24")
    finding.distance = distance
    return finding
  }

  private func evidence(_ text: String) -> FindingStore.Evidence {
    FindingStore.Evidence(bytes: Array(text.utf8), name: "sha-\(text)", reproduced: 1, replays: 1)
  }

  @Test("a merge keeps the smaller input and the earlier day, and applies to later crashes")
  func merge() throws {
    try withStore { store in
      let one = try store.record(seen("f()"), evidence: evidence("x")).finding
      let two = try store.record(seen("g()"), evidence: evidence("longer")).finding
      #expect(one.fingerprint != two.fingerprint)
      let merged = try store.merge(one, into: two)
      #expect(merged.fingerprint == two.fingerprint)
      #expect(merged.inputSize == 1)
      #expect(merged.buckets == [one.fingerprint, two.fingerprint].sorted())
      #expect(try store.findings().map(\.fingerprint) == [two.fingerprint])
      let again = try store.record(seen("f()"), evidence: evidence("y"))
      #expect(again.finding.fingerprint == two.fingerprint)
      #expect(!again.isNew)
    }
  }

  @Test("a split undoes a merge, and applies to later crashes")
  func split() throws {
    try withStore { store in
      let one = try store.record(seen("f()"), evidence: evidence("longer")).finding
      let two = try store.record(seen("g()"), evidence: evidence("x")).finding
      let merged = try store.merge(one, into: two)
      #expect(try store.split(merged) == [one.fingerprint])
      let again = try store.record(seen("f()"), evidence: evidence("y"))
      #expect(again.finding.fingerprint == one.fingerprint)
      #expect(again.isNew)
      #expect(try store.findings().count == 2)
    }
  }

  @Test("a finding with one fingerprint is not split, and not merged with itself")
  func refused() throws {
    try withStore { store in
      let one = try store.record(seen("f()"), evidence: nil).finding
      #expect(throws: FindingStoreError.self) { try store.split(one) }
      #expect(throws: FindingStoreError.self) { try store.merge(one, into: one) }
      #expect(try store.decisions() == FindingDecisions())
    }
  }

  @Test("an unreadable file of decisions is an error")
  func damaged() throws {
    try withStore { store in
      try store.record(seen("f()"), evidence: nil)
      try Data("{".utf8).write(to: store.folder.appendingPathComponent("decisions.json"))
      #expect(throws: FindingStoreError.self) { try store.placement() }
    }
  }

  @Test("a crash keeps its finding after an edit above it")
  func movedLines() throws {
    try withStore { store in
      let one = try store.record(seen("f()", line: 5), evidence: nil).finding
      #expect(
        try store.record(seen("f()", line: 25), evidence: nil).finding.fingerprint
          == one.fingerprint)
      let anchored = try store.record(seen("g()", line: 50, distance: 2), evidence: nil).finding
      let moved = try store.record(seen("g()", line: 70, distance: 2), evidence: nil).finding
      #expect(moved.fingerprint == anchored.fingerprint)
      let other = try store.record(seen("g()", line: 72, distance: 4), evidence: nil).finding
      #expect(other.fingerprint != anchored.fingerprint)
    }
  }
}

@Suite struct FunctionAnchorTests {
  private let source = """
    struct Reader {
      init(_ bytes: [UInt8]) {
        self.bytes = bytes
      }
      func item(at index: Int) -> UInt8 {
        let item = 3
        return bytes[index]
      }
      func items() {}
      var count: Int { bytes.count }
      subscript(index: Int) -> UInt8 {
        bytes[index]
      }
    }
    """.split(separator: "\n", omittingEmptySubsequences: false)

  @Test(
    "lines are counted from the declaration",
    arguments: [
      ("M.Reader.item(at:)", 7, 2), ("M.Reader.item(at:)", 5, 0), ("M.Reader.init(_:)", 3, 1),
      ("M.Reader.count", 10, 0), ("M.Reader.subscript", 12, 1),
    ])
  func found(function: String, line: Int, distance: Int) {
    #expect(FunctionAnchor.distance(function: function, line: line, in: source) == distance)
  }

  @Test(
    "a line without a declaration above it has no distance",
    arguments: [
      ("M.Reader.item(at:)", 3), ("M.absent()", 9), ("", 9), ("M.Reader.item(at:)", 0),
      ("M.Reader.item(at:)", 99), ("M.Reader.item(at:)", -1),
    ])
  func notFound(function: String, line: Int) {
    #expect(FunctionAnchor.distance(function: function, line: line, in: source) == nil)
  }
}
