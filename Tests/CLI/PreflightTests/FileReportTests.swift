import ByteReading
import Foundation
import Testing

@testable import Preflight

@Suite("File reports")
struct FileReportTests {
  private static func report(
    _ outcome: FileReport.Outcome, _ severities: [HazardSeverity] = []
  ) -> FileReport {
    var report = FileReport(file: "f", reader: "mrb", outcome: outcome)
    report.hazards = severities.map {
      ReportedHazard(.archive, "parentComponent", $0, message: "m", offset: 5, member: "../up")
    }
    return report
  }

  @Test(
    "the verdict follows from the outcome and the worst severity",
    arguments: [
      (report(.accepted), .safe), (report(.accepted, [.note]), .safe),
      (report(.accepted, [.note, .warning]), .caution),
      (report(.accepted, [.warning, .danger]), .dangerous),
      (report(.acceptedWithErrors), .safe), (report(.acceptedWithErrors, [.warning]), .caution),
      (report(.acceptedWithErrors, [.danger]), .dangerous), (report(.refused), .broken),
      (report(.refused, [.danger]), .dangerous), (report(.unreadable), .unreadable),
    ] as [(FileReport, Verdict)])
  func verdicts(report: FileReport, expected: Verdict) {
    #expect(report.verdict == expected)
  }

  @Test("equal hazards are one entry with their count, worst first; notes only when verbose")
  func prose() {
    var report = Self.report(.accepted, [.warning, .danger, .danger])
    report.notes = [ReportedHazard(.scene, "missingName", .note, message: "no name", offset: 3)]
    let lines = report.prose(isVerbose: false).split(separator: "\n")
    #expect(lines[0] == "DANGEROUS  f: would write outside its folder: ../up")
    #expect(lines[1] == "  danger: m (../up, offset 5), 2 times [parentComponent]")
    #expect(lines[3] == "  warning: m (../up, offset 5) [parentComponent]")
    #expect(lines.last == "  1 note (-v lists them)")
    #expect(report.prose(isVerbose: true).contains("  note: no name (offset 3) [missingName]"))
  }

  @Test("a path outside the folder is a warning in a scene on disk, a danger in a bundle")
  func paths() {
    var report = FileReport(file: "f", reader: "mrml", outcome: .accepted)
    report.hazards = [nil, "a.mrml"].map {
      ReportedHazard(.scene, "parentPath", .danger, message: "m", member: $0)
    }
    report.notes = [
      ReportedHazard(.scene, "duplicateID", .note, message: "m"),
      ReportedHazard(.scene, "missingName", .note, message: "m"),
    ]
    report.adaptSeverities()
    #expect(report.hazards.map(\.severity) == [.warning, .danger, .warning])
    #expect(report.notes.map(\.code) == ["missingName"])
  }

  @Test("a file with nothing but notes is safe, and its reason counts what is not loaded")
  func safeWithNotes() {
    var report = FileReport(file: "f", reader: "mrml", outcome: .acceptedWithErrors)
    report.notes = [
      ReportedHazard(.scene, "unknownClass", .note, message: "m"),
      ReportedHazard(.scene, "missingVersion", .note, message: "m"),
    ]
    report.adaptSeverities()
    #expect(report.verdict == .safe)
    #expect(report.reason == "no hazard found, 2 notes; 1 element of unknown classes not loaded")
    #expect(report.exitCode(failOn: .warning) == 0)
    #expect(report.exitCode(failOn: .note) == 1)
  }

  @Test("lines end with LF, CR or CRLF; columns count bytes")
  func places() {
    var report = FileReport(file: "f", reader: "mrml", outcome: .accepted)
    report.hazards = [0, 3, 6, 8, 9].map {
      ReportedHazard(.scene, "x", .warning, message: "m", offset: $0)
    }
    report.addPlaces(in: Array("ab\nc\r\nd\ré".utf8))
    #expect(report.hazards.map(\.line) == [1, 2, 3, 4, 4])
    #expect(report.hazards.map(\.column) == [1, 1, 1, 1, 2])
  }

  @Test("offsets of members and of UTF-16 text get no line")
  func noPlaces() {
    var report = FileReport(file: "f", reader: "mrb", outcome: .accepted)
    report.hazards = [
      ReportedHazard(.scene, "x", .warning, message: "m", offset: 1, member: "a"),
      ReportedHazard(.archive, "x", .warning, message: "m", offset: 1),
    ]
    report.addPlaces(in: Array("abc".utf8))
    #expect(report.hazards.allSatisfy { $0.line == nil })
    report.hazards = [ReportedHazard(.scene, "x", .warning, message: "m", offset: 1)]
    report.addPlaces(in: [0xFF, 0xFE, 0x3C, 0])
    #expect(report.hazards[0].line == nil)
  }

  @Test("control characters and direction overrides are made printable everywhere")
  func printable() throws {
    var report = FileReport(file: "a\u{1B}b", reader: "mrb", outcome: .accepted)
    report.hazards = [
      ReportedHazard(
        .archive, "parentComponent", .danger, message: "m\u{202E}", member: "\u{7}<x>")
    ]
    let pages = Pages()
    var html = try HTMLWriter { pages.html += $0 }
    try html.add(report)
    try html.finish()
    var sarif = try SARIFWriter(version: "1.2.3") { pages.sarif += $0 }
    try sarif.add(report)
    try sarif.finish()
    for text in [report.prose(isVerbose: true), pages.html, pages.sarif] {
      for hostile in ["\u{1B}", "\u{202E}", "\u{7}"] { #expect(!text.contains(hostile)) }
    }
    #expect(pages.html.contains("&lt;x&gt;"))
    #expect(try JSONSerialization.jsonObject(with: Data(pages.sarif.utf8)) is [String: Any])
  }

  private final class Pages {
    var html = ""
    var sarif = ""
  }

  @Test("a combining mark does not hide a character from escaping")
  func escaping() {
    #expect(HTMLWriter.escape("\"\u{301}<\u{301}a") == "&quot;\u{301}&lt;\u{301}a")
  }
}
