import CrashTriage
import Foundation
import Testing
import XMLReading

@Suite struct PublishingTests {
  static let hostile = "a\u{1B}[2J<script>|`&\"\u{202E}\u{0}]]>"

  static func findings() -> [PublishedFinding] {
    let samples = ["index", "property", "use-after-free", "recursion-two", "memory"].compactMap {
      Samples.crash($0, "fuzz-release.txt")
    }
    let evil = Crash(
      CrashReport(
        format: .libFuzzer, kind: .fatalError, message: hostile,
        frames: [StackFrame(function: hostile, file: hostile, line: 3)])
    ) { $0 }
    return (samples + [evil]).map { crash in
      let finding = Finding(
        crash, fingerprint: Fingerprint(crash), target: "demo", firstSeen: "2026-11-24")
      return PublishedFinding(
        finding, count: 2, isNew: true, fallback: "Sources/Targets/DemoTarget.swift"
      ) { "Sources/With Space/\($0.file)" }
    }
  }

  private func sarif() throws -> [String: Any] {
    let data = try JSONEncoder().encode(SARIFLog(Self.findings(), version: "1.2.3"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("SARIF has the members, types, levels and references of its schema")
  func sarifStructure() throws {
    #expect(SARIFCheck.faults(in: try sarif()) == [])
  }

  @Test(
    "the check of SARIF finds a missing member, an unknown one, a bad level and a bad reference")
  func sarifCheckSees() throws {
    let text = String(
      decoding: try JSONEncoder().encode(SARIFLog(Self.findings(), version: "1.2.3")), as: UTF8.self
    )
    for (from, to) in [
      ("\"version\":\"2.1.0\"", "\"version\":\"2.0\""),
      ("\"level\":\"note\"", "\"level\":\"info\""),
      ("\"ruleIndex\":0", "\"ruleIndex\":99"), ("\"threadFlows\"", "\"threadflows\""),
      ("\"startLine\":15", "\"startLine\":0"), ("\"text\":", "\"txt\":"),
    ] {
      #expect(text.contains(from))
      let damaged = Data(text.replacingOccurrences(of: from, with: to).utf8)
      let json = try #require(try JSONSerialization.jsonObject(with: damaged) as? [String: Any])
      #expect(!SARIFCheck.faults(in: json).isEmpty, "\(from) to \(to)")
    }
  }

  @Test("one result for each finding, with its fingerprint, a rule with help and the whole stack")
  func sarifContents() throws {
    let run = try #require((try sarif()["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == Self.findings().count)
    let names = results.compactMap {
      ($0["partialFingerprints"] as? [String: String])?["scenefuzzFinding/v1"]
    }
    #expect(Set(names) == Set(Self.findings().map(\.finding.fingerprint)))
    let text = String(decoding: try JSONSerialization.data(withJSONObject: run), as: UTF8.self)
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    #expect(text.contains("With%20Space"))
  }

  @Test("a result without a frame in the checkout points to the source of its target")
  func sarifFallback() throws {
    let crash = Crash(CrashReport(format: .libFuzzer, kind: .outOfMemory, message: "m")) { $0 }
    let finding = Finding(
      crash, fingerprint: Fingerprint(crash), target: "demo", firstSeen: "2026-11-24")
    let published = PublishedFinding(
      finding, count: 1, isNew: true, fallback: "Sources/Targets/Demo Target.swift"
    ) { _ in nil }
    let data = try JSONEncoder().encode(SARIFLog([published], version: "1.2.3"))
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(SARIFCheck.faults(in: json) == [])
    let text = String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\\/", with: "/")
    #expect(text.contains("\"uri\":\"Sources/Targets/Demo%20Target.swift\""))
    #expect(text.contains("\"startLine\":1"))
  }

  @Test("JUnit is well-formed XML with one failure for each finding and escaped text")
  func junit() throws {
    let report = JUnitReport(
      Self.findings(), clean: ["a<b>"], unread: ["\"c\"&"]
    ).text
    let bytes = Array(report.utf8)
    let document = try XMLDocument(reading: bytes.span)
    let names = (0..<document.elementCount).map { document.elementName($0) }
    #expect(names.count { $0 == "failure" } == Self.findings().count)
    #expect(names.count { $0 == "skipped" } == 1)
    #expect(names.count { $0 == "testcase" } == Self.findings().count + 2)
    #expect(!report.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("the summary is a table with escaped cells that counts omitted findings")
  func summary() throws {
    let one = Self.findings()
    let page = MarkdownSummary(one, files: 9, unread: ["bad|name`"]).text
    #expect(page.hasPrefix("### scenefuzz: 6 findings, 6 new in 9 files\n"))
    for row in page.split(separator: "\n") where row.hasPrefix("|") {
      let bars = row.replacingOccurrences(of: "\\|", with: "").filter { $0 == "|" }
      #expect(bars.count == 6)
    }
    #expect(page.contains("Not read: 1: `bad\\|name'`"))
    let many = Array(repeating: one[0], count: 40)
    #expect(MarkdownSummary(many, files: 40, unread: []).text.contains("and 10 more"))
  }
}
