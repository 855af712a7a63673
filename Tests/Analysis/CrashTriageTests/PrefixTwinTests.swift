import CrashTriage
import Foundation
import Testing

/// Reports and texts that read alike, whatever a shipper of logs or a neighbor adds.
@Suite struct PrefixTwinTests {
  private static let prefixes = [
    "2023-05-03T09:51:17.172026167Z worker.1.k3jd8sl2xcvb@node3    | ",
    "May  3 09:51:17 build-7 scene-server[4242]: ", "> ", "[2023-05-03 09:51:17,172] [ERROR] ",
    "\u{1B}[36mapi_1  |\u{1B}[0m ", "[pod/api-7d9f8/api] ", "build: ", "<4>",
    "05-03 09:51:17.172  1234  1250 F DEBUG   : ",
  ]

  private static func names(_ text: String) -> [Fingerprint] {
    Crash.clean(CrashReport.all(bytes: Array(text.utf8)), demangle: { $0 }).map { Fingerprint($0) }
  }

  private static func prefixed(_ text: String, _ prefix: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }
      .joined(separator: "\n")
  }

  @Test(
    "a report reads alike behind every prefix",
    arguments: [
      // A report in JSON behind a prefix of its own, which its other lines do not have.
      "16:{\"CrashSeverity\": {\"Type\": \"E\",\n \"ShortDescription\": \"heap-buffer-overflow() [\"",
      "msg=\"api_1|{\n \"CrashSeverity\": {\n  \"ShortDescription\": \"SourceAvNearNull\"\n }",
      "I {\n \"CrashSeverity\": {\n\"ShortDescription\": \"SourceAvNearNull\"\n ",
      "h: line 1:3 {\"CrashSeverity\": {\"Type\": \"E\",\n\"ShortDescription\"\n : \"SourceAv\"",
      "\t{\"exception\":{\"values\":{\"type\"\n:\"EXC_BAD_ACCESS\",\"stacktrace\":{\"frames\":[]}",
      // A byte-order mark, a tag.
      "\u{FEFF}Fatal error: x", "Fatal error: x\n\u{FEFF}Fatal error: y",
      "<p>ERROR: AddressSanitizer: SEGV", "<pre>(12) HEAP: x",
      "[1\u{FEFF}m\u{FEFF}*** Signal 4: x", "Fatal error: x\n#2 4. backtrace:\n0xr",
      // Marks before a message are no fence of Markdown.
      "Fatal signal 11\n```lERROR: ThreadSanitizer: \nmalloc(): ",
      // Any blank may indent a frame.
      "==1==ERROR: AddressSanitizer: x on address 0x7f\n   \u{B} #1  0x0001 (sample) of04",
      "==1==ERROR: AddressSanitizer: x on address 0x7f\n\u{C}#1  0x0001 (sample) of04",
      "PLEASE submit a bug report\n&ERROR: AddressSanitizer: \nin ",
      // A time that is not at the start, and words of the kernel without a tag.
      "Fatal error: x\n2023-05-03T09:51:17 l #1 0x1234 in f /a/b.c:3",
      "Out of memory: Killed process 12 (scene)",
    ])
  func alike(text: String) {
    let expected = Self.names(text)
    #expect(!expected.isEmpty)
    for prefix in Self.prefixes {
      #expect(Self.names(Self.prefixed(text, prefix)) == expected, "\(prefix)")
    }
  }

  @Test(
    "a text that is no report becomes none behind a prefix",
    arguments: [
      "ount() < size()' failed.(const Node&): Assertion `count() < size()' failed.",
      "scene: a.c:12 int f(int): Assertion `x > 0' failed.", "f<br>ree(): ",
    ])
  func none(text: String) {
    for prefix in [""] + Self.prefixes {
      #expect(Self.names(Self.prefixed(text, prefix)) == [], "\(prefix)")
    }
  }

  @Test(
    "every line of a JSON report loses its own prefix, whatever its numbers are",
    arguments: [
      ["16:", "17:", "18:"], ["16: ", "17: ", "18: "], ["[a/b-1] ", "[a/b-2] ", "[a/b-10] "],
      ["api-7d9f8 api ", "api-7d9f8 api ", "api-7d9f8 api "],
      ["2023-05-03T09:51:17Z h-1 ", "2023-05-03T09:51:18Z h-1 ", "2023-05-03T09:51:19Z h-1 "],
      [">", ">", ">"],
    ])
  func numbered(prefixes: [String]) throws {
    let lines = [
      "{\"x86\": 1, \"CrashSeverity\": {", "\"S1\":2,\"ShortDescription\":",
      "\"SourceAvNearNull\"}}",
    ]
    let text = zip(prefixes, lines).map { $0 + $1 }.joined(separator: "\n")
    #expect(CrashReport.all(bytes: Array(text.utf8)).map(\.message) == ["SourceAvNearNull"])
  }

  @Test(
    "the head of a file in a list of files is no line beside a report",
    arguments: [
      "===1==ERROR: AddressSanitizer: x", "=malloc(): ", "==> a Signal: (SEGV)",
      "==> b Signal: (SEGV)",
    ])
  func heads(text: String) {
    let expected = Self.names(text)
    #expect(Self.names("==> b <==\n" + text) == expected)
    #expect(Self.names(text + "\n==> a <==\n") == expected)
    for prefix in Self.prefixes {
      #expect(Self.names(Self.prefixed("==> b <==\n" + text, prefix)) == expected, "\(prefix)")
    }
  }

  @Test("a value that the log cuts off ends at the head of the next file")
  func cutValue() {
    let other = "\n==> b <==\nFatal error: other"
    for text in [
      "{\"CrashSeverity\"\n{\"CrashSeverity\":{\"ShortDescription\":\"SourceAv\"",
      "{\"\t\"exception\"303\n{\"kind\":\"crashReport\"\n",
      "={\"CrashSeverity\":{\"ShortDescription\":\"SourceAv\"\n=",
      "{\"kind\":\"crashReport\",\"a\":{\"log\":\"\"\n",
    ] {
      #expect(Self.names(text + other) == Self.names(text) + Self.names("Fatal error: other"))
    }
  }

  @Test("a record of a log ends in its line, and hides no record after it")
  func records() {
    for text in [
      "{\"message\":\"}\n{\"message\":\"Program crashed: System trap\"}",
      "{\"message\":{}\n{\"message\":\"Program crashed: System trap\"}",
      "if (a) {\n{\"message\":\"Program crashed: System trap\"}",
    ] {
      #expect(CrashReport.all(bytes: Array(text.utf8)).map(\.message) == ["System trap"])
    }
  }

  @Test(
    "the quick filter keeps what a terminal shows as a report",
    arguments: [
      "Thread recei[1mved signal SIGILL", "thread 'panick\u{1B}[med at s",
      "\u{1B}[\u{FF}mFatal error",
      "\u{1B}[38;2;255;100;100mFatal error: x", "\u{1B}]0;title\u{1B}\\Fatal error: x",
      "\u{1B}(B\u{1B}[mFatal error: x", "\u{1B}(BFatal error: x", "Fa\u{FEFF}tal error: x",
      "=[0m=scenefuzz== PROPERTY VIOLATED target=t property=p",
    ])
  func filtered(line: String) {
    let log = Array((line + "\n\nplain\n").utf8)
    var everyLine = CrashScanner()
    everyLine.skipsPlainLines = false
    everyLine.take(log)
    #expect(CrashReport.all(bytes: log) == everyLine.finish())
    let shown = line.contains("255;100") || line.contains("title") || line.contains("(B")
    #expect(!shown || Self.names(line) == Self.names("Fatal error: x"))
  }

  @Test(
    "a file begins behind the command of a CI system or the number of a line",
    arguments: [
      "##[error]a.swift", "::error::a.swift", "12:a.swift", "##[error]/src/a.swift",
      "::error::/src/a.swift", "12:C:\\src\\a.swift", "C:/src/a.swift", "a.swift",
    ])
  func places(text: String) throws {
    let report = try #require(CrashReport.read("\(text):3: Fatal error: x"))
    let crash = Crash(report) { $0 }
    #expect(Fingerprint(crash) == Self.names("/src/a.swift:3: Fatal error: x").first)
  }

  @Test("an unmarked line keeps its indentation behind every prefix")
  func indentation() {
    let text = "Swift runtime failure: p\n #6 0x5be f(/a/b.swift:5:3\n \"\n0x5578"
    for prefix in Self.prefixes {
      #expect(Self.names(Self.prefixed(text, prefix)) == Self.names(text), "\(prefix)")
    }
  }

  @Test("the entity of a quotation mark stays beside a quotation mark")
  func entities() throws {
    let line = "==scenefuzz== PROPERTY VIOLATED target=t property=p place=\"&#34;target=\""
    let read = try #require(CrashReport.read(line)?.propertyViolation)
    #expect(read.target == "t" && read.place == "&#34;target=")
    let escaped = line.replacing("\"", with: "&quot;").replacing("&#34;", with: "")
    #expect(CrashReport.read(escaped)?.propertyViolation?.place == "target=")
  }
}
