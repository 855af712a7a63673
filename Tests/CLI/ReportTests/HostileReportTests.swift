import Corpus
import CrashTriage
import Foundation
import Testing

@testable import Report

@Suite("Report of hostile findings")
struct HostileReportTests {
  private static let hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>"

  private func finding(message: String) -> Finding {
    let report = CrashReport(
      format: .libFuzzer, kind: .deadlySignal, message: message,
      frames: [StackFrame(function: "M.f<\(Self.hostile)>()", file: "\"onload=x.swift", line: 3)])
    let crash = Crash(report) { $0 }
    return Finding(
      crash, fingerprint: Fingerprint(crash, target: "mrml"), target: "mrml",
      firstSeen: "2026-11-26")
  }

  private func page(_ change: (inout ReportedFinding) -> Void = { _ in }) throws -> String {
    var reported = ReportedFinding(finding(message: Self.hostile))
    reported.rawFrames = [StackFrame(function: Self.hostile)]
    reported.test = "// " + Self.hostile
    reported.commands = [("repeat it", "replay '\(Self.hostile)'")]
    reported.input = Array(Self.hostile.utf8)
    change(&reported)
    var report = Report()
    report.findings = [reported]
    report.remarks = [Self.hostile]
    return try report.html()
  }

  @Test("the template contains only escaping forms")
  func template() {
    for form in ["{{{", "{{&", "{{>", "{{%"] { #expect(!Template.text.contains(form)) }
    #expect(Template.text.contains("{{inputLines}}"))
  }

  @Test("values that inputs can influence stand between tags, never inside one")
  func attributes() {
    // Coordinates, the path given on the command line, and the number of a section.
    let ours: Set<String> = ["area", "line", "share", "link", "number"]
    var inside: Set<String> = []
    for tag in Template.text.matches(of: /<[a-z][^>]*>/) {
      inside.formUnion(tag.output.matches(of: /{{([^}]*)}}/).map { String($0.1) })
    }
    #expect(inside == ours)
  }

  @Test("a script in a message, stack, input, test, command or remark is shown as text")
  func scripts() throws {
    let html = try page()
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.components(separatedBy: "&lt;script&gt;").count >= 7)
    #expect(!html.contains("\"onload"))
  }

  @Test("a quote with a combining mark is still escaped")
  func joined() throws {
    #expect(PageText.line("a\"\u{301}b") == "a\"\\u{301}b")
    #expect(PageText.line("<\u{338}script>") == "<\\u{338}script>")
    let html = try page { $0.finding.message = "\"\u{301} x <\u{301}script>" }
    #expect(html.contains("&quot;\\u{301}"))
    #expect(!html.unicodeScalars.contains("\u{301}"))
  }

  @Test("terminal escapes, line breaks and direction overrides are shown as codes")
  func controls() throws {
    let html = try page { $0.input = Array((Self.hostile + "a\u{1B}[31m\u{202E}b").utf8) }
    #expect(html.contains("a\\u{1B}[31m\\u{202E}b"))
  }

  @Test("the page loads nothing: no address, no script, no foreign style")
  func alone() throws {
    let html = try page()
    for word in ["http://", "https://", "<script", "<link", "@import", "url("] {
      #expect(!html.contains(word))
    }
    #expect(html.contains("default-src 'none'"))
    let style = try #require(html.firstMatch(of: /<style>([^<]*)<\/style>/)?.1)
    let digest = Data(SHA256.digest(of: Array(style.utf8))).base64EncodedString()
    #expect(html.contains("style-src 'sha256-\(digest)'"))
  }
}
