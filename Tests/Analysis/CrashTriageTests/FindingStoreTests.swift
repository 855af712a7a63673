import CrashTriage
import Foundation
import Testing

@Suite struct FindingStoreTests {
  private func withStore(_ body: (FindingStore) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("scenefuzz store \(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(FindingStore(folder: folder))
  }

  private func seen(
    _ bug: String, build: String = "fuzz-release.txt", day: String = "2026-11-24"
  ) throws -> Finding {
    let crash = try #require(Samples.crash(bug, build))
    return Finding(crash, fingerprint: Fingerprint(crash), target: "demo", firstSeen: day)
  }

  private func evidence(_ text: String) -> FindingStore.Evidence {
    FindingStore.Evidence(
      bytes: Array(text.utf8), name: "sha-of-\(text)", reproduced: 2, replays: 2)
  }

  /// Every file below the store, with its text.
  private func contents(_ store: FindingStore) throws -> [String: String] {
    var out: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: store.folder.path) {
      let url = store.folder.appendingPathComponent(path)
      if let text = try? String(contentsOf: url, encoding: .utf8) { out[path] = text }
    }
    return out
  }

  @Test("many inputs of one bug are one finding that keeps the smallest")
  func oneFinding() throws {
    try withStore { store in
      for (index, text) in ["<a><b/></a>", "<a/>", "<a><b/><c/></a>"].enumerated() {
        let (_, isNew) = try store.record(seen("index"), evidence: evidence(text))
        #expect(isNew == (index == 0))
      }
      let findings = try store.findings()
      #expect(findings.count == 1)
      #expect(findings[0].inputs.count == 3)
      #expect(findings[0].inputSize == 4)
      let fingerprint = try #require(Fingerprint(findings[0].fingerprint))
      #expect(store.input(of: fingerprint) == Array("<a/>".utf8))
    }
  }

  @Test("recording a known crash again changes no byte, on any day and in any order")
  func stable() throws {
    try withStore { store in
      let texts = (0..<15).map { "<a b=\"\(String(repeating: "x", count: $0))\"/>" }
      for text in texts { try store.record(seen("index"), evidence: evidence(text)) }
      let before = try contents(store)
      for text in texts.reversed() {
        try store.record(seen("index", day: "2027-01-01"), evidence: evidence(text))
      }
      #expect(try contents(store) == before)
      #expect(try store.findings()[0].inputs.count == Finding.maximumInputs)
      #expect(try store.findings()[0].firstSeen == "2026-11-24")
    }
  }

  @Test("a report without an input is a finding, and an input is attached later")
  func withoutInput() throws {
    try withStore { store in
      try store.record(seen("overflow"), evidence: nil)
      #expect(try store.findings()[0].inputSize == nil)
      try store.record(seen("overflow"), evidence: evidence("x"))
      #expect(try store.findings()[0].inputSize == 1)
    }
  }

  @Test("a closed finding that fails again is opened")
  func reopened() throws {
    try withStore { store in
      let finding = try store.record(seen("index"), evidence: evidence("x")).finding
      _ = try store.set(.closed, of: finding)
      #expect(try store.findings()[0].status == .closed)
      try store.record(seen("index"), evidence: evidence("x"))
      #expect(try store.findings()[0].status == .open)
    }
  }

  @Test("a unique prefix of a fingerprint finds its finding")
  func prefix() throws {
    try withStore { store in
      let index = try store.record(seen("index"), evidence: nil).finding
      try store.record(seen("overflow"), evidence: nil)
      #expect(try store.finding(beginning: String(index.fingerprint.prefix(4))) == index)
      for wrong in ["", "zz", "../..", "\u{1B}[2J"] {
        #expect(throws: FindingStoreError.self) { try store.finding(beginning: wrong) }
      }
    }
  }

  @Test(
    "a fingerprint belongs to the finding of that name, else to the only one that contains it"
  )
  func holding() throws {
    try withStore { store in
      let index = try store.record(seen("index"), evidence: nil).finding
      let other = try store.record(seen("overflow"), evidence: nil).finding
      #expect(try store.finding(holding: index.fingerprint) == index)
      let merged = try store.merge(index, into: other)
      #expect(try store.finding(holding: index.fingerprint) == merged)
      #expect(try store.finding(holding: "0123456789abcdef") == nil)
    }
  }

  @Test("other folders are skipped, and an unreadable finding is an error")
  func foreignFolders() throws {
    try withStore { store in
      #expect(try store.findings() == [])
      let finding = try store.record(seen("index"), evidence: nil).finding
      for name in ["notes", "0123456789abcdef", "README.md"] {
        try FileManager.default.createDirectory(
          at: store.folder.appendingPathComponent(name), withIntermediateDirectories: true)
      }
      #expect(try store.findings().count == 1)
      try Data("{".utf8).write(
        to: store.folder.appendingPathComponent("\(finding.fingerprint)/report.json"))
      #expect(throws: FindingStoreError.self) { try store.findings() }
    }
  }

  @Test("hostile names reach neither the file system nor the pages unescaped")
  func hostile() throws {
    try withStore { store in
      let evil = "../../x\u{1B}[31m\u{202E}|`<script>\n# heading\u{7}"
      let report = CrashReport(
        format: .libFuzzer, kind: .fatalError, message: evil,
        frames: [StackFrame(function: evil, file: evil + "/..", line: 3)],
        propertyViolation: PropertyViolationLine(
          target: evil, property: evil, place: evil, expected: evil, found: evil))
      let crash = Crash(report, demangle: { $0 })
      let finding = Finding(
        crash, fingerprint: Fingerprint(crash), target: evil, firstSeen: evil)
      #expect(finding.target.isEmpty)
      try store.record(finding, evidence: nil)
      let files = try contents(store)
      #expect(
        files.keys.sorted() == ["README.md", "report.json"].map { "\(finding.fingerprint)/\($0)" })
      for text in files.values {
        #expect(
          text.unicodeScalars.allSatisfy {
            $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x202E)
          })
      }
      let page = try #require(files["\(finding.fingerprint)/README.md"])
      #expect(!page.split(separator: "\n").dropFirst().contains { $0.hasPrefix("# ") })
      #expect(page.split(separator: "\n").first?.contains("<script>") == false)
    }
  }

  @Test("the page has the title, severity, stack and the commands to repeat and reduce")
  func page() throws {
    try withStore { store in
      let finding = try store.record(seen("property"), evidence: evidence("<a/>")).finding
      let page = try #require(contents(store)["\(finding.fingerprint)/README.md"])
      for part in [
        "# Property split-equals-whole of demo violated at event 12", "| Severity | medium: ",
        "| First seen | 2026-11-24 |", "| Reproduced | 2 of 2 |",
        "#0 Planted.Reader.breakLaw()",
        "SCENEFUZZ_DEMO_BUG=1 ./scripts/scenefuzz replay demo crashes/\(finding.fingerprint)/input",
        "./scripts/scenefuzz minimize input demo crashes/\(finding.fingerprint)/input",
      ] {
        #expect(page.contains(part))
      }
    }
  }
}
