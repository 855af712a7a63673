import Foundation
import FuzzSession
import Testing
import ZipReading

@testable import Report

@Suite("Report")
struct ReportTests {
  @Test("an input is shown as text for markup, members for an archive, hexadecimal for other bytes")
  func inputs() throws {
    let scene = InputView(Array("<MRML>\n  <a/>\n</MRML>".utf8))
    #expect(scene.form == .text)
    #expect(scene.lines == ["<MRML>", "  <a/>", "</MRML>"])
    var writer = ZipWriter()
    writer.add(name: "a/scene.mrml", contents: Array("<MRML/>".utf8))
    let archive = InputView(writer.finish())
    #expect(archive.form == .archive)
    #expect(archive.lines[0].hasPrefix("a/scene.mrml  7 bytes, stored"))
    let bytes = InputView([0, 1, 2, 0xFF, 0x41])
    #expect(bytes.form == .bytes)
    #expect(bytes.lines.count == 1)
    #expect(bytes.lines[0].hasPrefix("000000  00 01 02 ff 41"))
    #expect(bytes.lines[0].hasSuffix("  ....A"))
  }

  @Test(
    "a long input is cut and the rest counted; a character cut in two does not change the form"
  )
  func longInput() {
    let text = String(repeating: "é", count: 4_000)
    let view = InputView([0x61] + Array(text.utf8))
    #expect(view.form == .text)
    #expect(view.left == 8_001 - InputView.maximumBytes)
    let lines = InputView(Array(String(repeating: "a\n", count: 500).utf8))
    #expect(lines.lines.count == InputView.maximumLines)
    #expect(InputView([]).lines == [""])
  }

  @Test("a chart is a step function from the base line up, without points that change no pixel")
  func chart() {
    let points = [(0.0, 0.0), (5, 10), (6, 10), (10, 20)].map {
      Chart.Point(time: $0.0, value: $0.1)
    }
    let chart = Chart("edges", points, until: 10)
    #expect(chart.line == "0.0,48.0 110.0,48.0 110.0,25.0 220.0,25.0 220.0,2.0 220.0,2.0")
    #expect(chart.last == "20")
    #expect(Chart("none", [], until: 0).line == "")
    let flat = (0..<10_000).map { Chart.Point(time: Double($0), value: 7) }
    #expect(Chart("flat", flat, until: 10_000).line.split(separator: " ").count == 2)
  }

  private func session(_ id: String, _ lines: [String]) throws -> RecordedSession {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      .appendingPathComponent(id)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try lines.joined(separator: "\n").write(
      to: folder.appendingPathComponent("record.jsonl"), atomically: true, encoding: .utf8)
    return try #require(RecordedSession(folder: folder.path))
  }

  @Test("events are read line by line; an incomplete last line is ignored")
  func record() throws {
    let session = try session(
      "s1",
      [
        #"{"event":"start","target":"","time":0}"#,
        #"{"event":"progress","target":"xml","time":5,"executions":100,"edges":7}"#,
        #"{"event":"crash","target":"xml","time":6,"fingerprint":"ab"}"#,
        #"{"event":"progress","target":"xml","time":10,"executions":300,"edges":9}"#,
        #"{"event":"progress","target":"xml","ti"#,
      ])
    #expect(session.id == "s1")
    #expect(session.events.count == 4)
    #expect(session.executions == 300)
    #expect(session.findings == ["ab"])
    #expect(session.targets == ["xml"])
  }

  @Test("sessions are joined in a chart: executions add up, edges do not")
  func sessions() throws {
    let line = #"{"event":"progress","target":"xml","time":10,"executions":300,"edges":9}"#
    let two = [try session("a", [line]), try session("b", [line])]
    let executions = two.series(of: "xml", { $0.executions }, adding: true)
    #expect(executions == [.init(time: 10, value: 300), .init(time: 20, value: 600)])
    #expect(two.series(of: "xml", { $0.edges }, adding: false).map(\.value) == [9, 9])
    var report = Report()
    report.sessions = two
    report.properties = ["xml": "a property"]
    let html = try report.html()
    #expect(html.contains("2 sessions"))
    #expect(html.contains("a property"))
    #expect(html.components(separatedBy: "<polyline").count - 1 == 5)
  }

  @Test(
    "the overview has the executions of all sessions and the last edges, and names idle targets")
  func overview() throws {
    var report = Report()
    report.sessions = [
      try session(
        "a",
        [
          #"{"event":"progress","target":"xml","time":5,"executions":100,"edges":7,"corpus":3}"#,
          #"{"event":"crash","target":"xml","time":6,"fingerprint":"ab"}"#,
          #"{"event":"progress","target":"url","time":9,"executions":0}"#,
        ]),
      try session(
        "b",
        [#"{"event":"progress","target":"xml","time":5,"executions":1900,"edges":9,"corpus":4}"#]),
    ]
    report.facts = [("commit", "abc<b>")]
    let row = report.overview(of: "xml", number: 0)
    #expect(row.executions == "2 000" && row.edges == "9" && row.corpus == "4")
    #expect(row.findings == "1" && row.features == "none")
    #expect(report.overview(of: "url", number: 1).executions == "ran nothing")
    #expect(report.total.executions == "2 000" && report.total.corpus == "4")
    let html = try report.html()
    #expect(html.contains("<dt>commit</dt><dd>abc&lt;b&gt;</dd>"))
    #expect(html.contains("href=\"#target-1\"") && html.contains("id=\"target-1\""))
    #expect(html.contains("<b class=\"found\">1</b>"))
  }

  @Test("a chart has the ends of both axes with the unit of time, and itself in words")
  func axes() {
    let points = [Chart.Point(time: 0, value: 3), Chart.Point(time: 70, value: 1_200)]
    let chart = Chart("edges", points, until: 75)
    #expect(chart.end == "1:15 min:s")
    #expect(chart.alternative == "edges: 3 first, 1 200 after 1:15 min:s, 1 200 at most")
    #expect(Chart("edges", points, until: 7_200).end == "2:00:00 h:min:s")
    #expect(Chart("edges", [], until: 0).alternative == "edges: nothing recorded")
  }

  @Test("a report without data says so")
  func nothing() throws {
    let html = try Report().html()
    #expect(html.contains("No session was recorded."))
    #expect(html.contains("<p>None.</p>"))
  }

  @Test("numbers and durations are formatted for people")
  func numbers() {
    #expect(
      [0, 999, 1_000, 1_234_567, -1_000].map(PageText.number)
        == ["0", "999", "1 000", "1 234 567", "-1 000"])
    #expect([0, 59.6, 61, 3_661].map(PageText.clock) == ["0:00", "1:00", "1:01", "1:01:01"])
  }
}
