import CrashTriage
import Foundation
import ProcessSupport
import Testing

@testable import Report

/// Environment of `scripts/report-check`.
private enum Browser {
  static let program = ProcessInfo.processInfo.environment["SCENEFUZZ_BROWSER"]
  static let pictures = ProcessInfo.processInfo.environment["SCENEFUZZ_PICTURES"]
}

/// Opens the page in a real browser. Runs only where `SCENEFUZZ_BROWSER` names one
/// (`scripts/report-check` sets it), since CI has none.
@Suite("the report in a browser", .enabled(if: Browser.program != nil))
struct BrowserTests {
  /// Script injections that change the title of the page when they run.
  private static let shapes = [
    "<script>document.title='ran'</script>",
    "<img src=x onerror=\"document.title='ran'\">",
    "\"><svg onload=document.title='ran'>",
    "</pre></code><iframe srcdoc=\"<script>parent.document.title='ran'</script>\"></iframe>",
    "\"\u{301} onmouseover=\"document.title='ran'\" autofocus onfocus=\"document.title='ran'",
    "{{{title}}}{{#findings}}", "javascript:document.title='ran'",
  ]

  private func open(_ html: String, _ words: [String]) async throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "scenefuzz-\(UUID().uuidString).html")
    try html.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let outcome = try await ChildProcess(
      executable: try #require(Browser.program),
      arguments: ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"] + words
        + [file.absoluteString],
      environment: ["PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory()],
      timeLimit: .seconds(60), outputLimit: 8 << 20
    ).run()
    return outcome.output
  }

  private func hostileReport() throws -> Report {
    var report = Report()
    report.findings = Self.shapes.map { shape in
      let crash = Crash(
        CrashReport(
          format: .libFuzzer, kind: .deadlySignal, message: shape,
          frames: [StackFrame(function: shape, file: shape, line: 1)])
      ) { $0 }
      var reported = ReportedFinding(
        Finding(
          crash, fingerprint: Fingerprint(crash, target: "mrml"), target: "mrml",
          firstSeen: "2026-11-26"))
      let scene = "<MRML>\n  <Model id=\"vtkMRMLModelNode1\" name=\"\(shape)\"/>\n</MRML>"
      reported.input = Array(scene.utf8)
      reported.rawFrames = [StackFrame(function: shape)]
      reported.test = shape
      reported.commands = [("repeat it", shape)]
      return reported
    }
    report.properties = ["mrml": Self.shapes[0]]
    report.remarks = Self.shapes
    return report
  }

  @Test("a page that runs scripts is detected: the check can fail")
  func control() async throws {
    let shape = Self.shapes[0]
    let dom = try await open("<title>quiet</title><body>\(shape)</body>", ["--dump-dom"])
    #expect(dom.contains("<title>ran</title>"))
  }

  @Test("no script runs and no element is created on a page of hostile names")
  func hostile() async throws {
    let html = try hostileReport().html()
    let dom = try await open(html, ["--dump-dom"])
    #expect(dom.contains("<title>scenefuzz report</title>"))
    for element in ["<script", "<img", "<iframe", "<svg onload"] {
      #expect(!dom.contains(element), "\(element)")
    }
    #expect(dom.contains("&lt;script&gt;document.title='ran'&lt;/script&gt;"))
  }

  /// The page at a width of 400 points with a script that writes the width of its content into the
  /// title: the policy of the page, which would stop it, is taken out. A window has at least 500
  /// points, where the same rules of the style apply.
  private func measuring(_ html: String) throws -> String {
    let policy = try #require(
      html.firstMatch(of: /<meta http-equiv="Content-Security-Policy"[^>]*>/))
    return html.replacingOccurrences(of: String(policy.output), with: "").replacingOccurrences(
      of: "</body>",
      with: "<style>html { width: 400px }</style>"
        + "<script>document.title='width '+document.body.scrollWidth</script></body>")
  }

  @Test("no page is wider than 400 points: tables scroll by themselves")
  func narrow() async throws {
    for html in try pages().values {
      let dom = try await open(try measuring(html), ["--window-size=500,900", "--dump-dom"])
      let width = try #require(dom.firstMatch(of: /<title>width ([0-9]+)</)?.1)
      #expect(width == "400")
    }
  }

  private func pages() throws -> [String: String] {
    var pages = ["hostile": try hostileReport().html()]
    if let page = ProcessInfo.processInfo.environment["SCENEFUZZ_REPORT"] {
      pages["report"] = try String(contentsOfFile: page, encoding: .utf8)
    }
    return pages
  }

  @Test(
    "screenshots of the hostile page and of a given page, in both schemes and widths",
    .enabled(if: Browser.pictures != nil))
  func pictures() async throws {
    let folder = try #require(Browser.pictures)
    for (name, html) in try pages() {
      for (scheme, setting) in [("light", "1"), ("dark", "0")] {
        for width in [400, 1100] {
          let file = "\(folder)/\(name)-\(scheme)-\(width).png"
          _ = try await open(
            html,
            [
              "--blink-settings=preferredColorScheme=\(setting)", "--window-size=\(width),1500",
              "--screenshot=\(file)",
            ])
          #expect(FileManager.default.fileExists(atPath: file))
        }
      }
    }
  }
}
