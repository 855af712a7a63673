import CrashTriage
import Foundation
import Testing

/// Text that a shipper of logs, a CI system, a web page or a person adds to each line.
struct Addition: CustomTestStringConvertible, Sendable {
  let name: String
  let apply: @Sendable (String) -> String
  var testDescription: String { name }

  init(_ name: String, _ line: @escaping @Sendable (Int, Substring) -> String) {
    self.name = name
    apply = { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .map { line($0, $1) }.joined(separator: "\n")
    }
  }

  init(whole name: String, _ apply: @escaping @Sendable (String) -> String) {
    self.name = name
    self.apply = apply
  }

  static let all = [
    Self("docker service") {
      "2023-05-03T09:51:17.1720\(26000 + $0)Z worker.1.k3j@node3    | \($1)"
    },
    Self("docker compose") { "\u{1B}[36mapi_1       |\u{1B}[0m \($1)" },
    Self("container runtime") { "2023-05-03T09:51:17.\(100 + $0)+00:00 stderr F \($1)" },
    Self("journal") { "May 03 09:51:17 build-7 scene-server[4242]: \($1)" },
    Self("journal with a day of one digit") { "May  3 09:51:17 build-7 scene-server[4242]: \($1)" },
    Self("kubectl with prefix") { "[pod/api-7d9f8-abcde/api] \($1)" },
    Self("stern without a sign") { "api-7d9f8-abcde api \($1)" },
    Self("Heroku") { "2023-05-03T09:51:17.172026+00:00 app[web.1]: \($1)" },
    Self("GitHub Actions") { "2025-02-26T20:45:55.\(1_047_429 + $0)Z \($1)" },
    Self("GitLab") { "2024-05-03T09:51:17.123456Z 01O \($1)" },
    Self("Jenkins") { "[2023-05-03T09:51:17.172Z] \($1)" },
    Self("TeamCity") { "[09:51:17] :\t [Step 1/1] \($1)" },
    Self("BuildKit") { "#12 34.\(100 + $0) \($1)" },
    Self("log4j") { "2023-05-03 09:51:17,\(100 + $0) [main] ERROR worker - \($1)" },
    Self("swift-log") { "2023-05-03T09:51:17+0200 error worker : [App] \($1)" },
    Self("level") { "[ ERROR ] \($1)" },
    Self("logcat") { "05-03 09:51:17.172  1234  1250 F DEBUG   : \($1)" },
    Self("logcat, brief") { "F/DEBUG   ( 1234): \($1)" },
    Self("Xcode") { "2023-05-03 09:51:17.172026+0200 SceneApp[4242:12345] \($1)" },
    Self("kernel ring") { "[ 1234.\(100_000 + $0)] \($1)" },
    Self("mail") { "> \($1)" },
    Self("mail, nested") { "> > \($1)" },
    Self("pipe") { "| \($1)" },
    Self("tab") { "\t\($1)" },
    Self("indentation") { "        \($1)" },
    Self("line numbers") { "\($0 + 1)\t\($1)" },
    Self("grep") { "\($0 + 1):\($1)" },
    Self("color") { "\u{1B}[31m\($1)\u{1B}[0m" },
    Self("color without its escape byte") { "[31m\($1)[0m" },
    Self("CRLF") { "\($1)\r" },
    Self("error command") { "##[error]\($1)" },
    Self(whole: "byte-order mark") { "\u{FEFF}" + $0 },
    Self(whole: "HTML") {
      $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;")
    },
    Self(whole: "HTML page") {
      "<pre>" + $0.replacing("<", with: "&lt;").replacing(">", with: "&gt;") + "</pre>"
    },
    Self(whole: "Markdown fence") { "It crashes:\n\n```text\n\($0)\n```\n\nThanks!\n" },
    Self(whole: "folded group") { "##[group]Run ./fuzz\n\($0)\n##[endgroup]\n" },
    Self("record of Docker") {
      let text = $1.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\t", with: "\\t").replacing("\u{1B}", with: "\\u001b")
        .replacing("\r", with: "\\r")
      return
        "{\"log\":\"\(text)\\n\",\"stream\":\"stderr\",\"time\":\"2023-05-03T09:51:17.\($0)Z\"}"
    },
    Self("record of a cloud") {
      let text = $1.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\t", with: "\\t").replacing("\u{1B}", with: "\\u001b")
        .replacing("\r", with: "\\r")
      return "{\"severity\":\"ERROR\",\"textPayload\":\"\(text)\"}"
    },
  ]
}

@Suite struct PrefixKindTests {
  static let bases = [
    "b01-noprefix-twin.txt", "b04-clean-twin.txt", "b06-friendly-bomb.txt",
    "b09-libfuzzer-twin.txt",
    "b07-translated-report.txt",
    "b10-static-a.txt", "b11-tsan-two-races.txt", "b12-swift-backtrace-package.txt",
    "b19-apple-inlined-a.crash", "b21-ubsan-many.txt", "b23-unsymbolized-a.txt",
    "b32-gdb-tcache.txt", "b41-message-only-a.txt",
  ]

  private static func names(_ text: String) -> [Fingerprint] {
    Crash.clean(CrashReport.all(bytes: Array(text.utf8)), demangle: PublicCaseTests.demangle)
      .map { Fingerprint($0) }
  }

  @Test(
    "a log with an addition to each line gives the findings of the log without it",
    arguments: Addition.all, bases)
  func sameFindings(addition: Addition, base: String) throws {
    let text = try String(
      contentsOf: PublicCaseTests.folder.appendingPathComponent(base), encoding: .utf8)
    let expected = Self.names(text)
    #expect(!expected.isEmpty)
    let spoiled = addition.apply(text)
    #expect(Self.names(spoiled) == expected, "\(spoiled)")
  }

  @Test(
    "two additions on top of each other are both removed",
    arguments: [(0, 27), (3, 31), (8, 27), (22, 0), (20, 11), (1, 15)])
  func stacked(inner: Int, outer: Int) throws {
    let additions = Addition.all
    let text = try String(
      contentsOf: PublicCaseTests.folder.appendingPathComponent("b04-clean-twin.txt"),
      encoding: .utf8)
    #expect(
      Self.names(additions[outer].apply(additions[inner].apply(text))) == Self.names(text))
  }

  @Test("a report in JSON is read with a prefix on each line")
  func json() throws {
    let text = try String(
      contentsOf: PublicCaseTests.folder.appendingPathComponent("b07-ips-twin.ips"), encoding: .utf8
    )
    let expected = Self.names(text)
    for index in [0, 3, 8, 16, 20, 23, 29, 31] {
      let addition = Addition.all[index]
      #expect(Self.names(addition.apply(text)) == expected, "\(addition.name)")
    }
    for addition in Addition.all.suffix(2) {
      #expect(Self.names(addition.apply(text)) == expected, "\(addition.name)")
      #expect(Self.names(addition.apply(text + text)) == expected + expected, "\(addition.name)")
    }
    #expect(Self.names(text + text) == expected + expected)
  }

  /// A line that is no report must not become one when a shipper adds its own time and level.
  @Test(
    "text before a message is a prefix or none, whatever stands before it",
    arguments: [
      "[sy] 0x00005604 Swift runtime failure: //", "words before Fatal error: x",
      "A Fatal error: x", "A b c Fatal error: x", "name Fatal error: x",
      "name: more Fatal error: x", "name - Fatal error: x", "[a] name Fatal error: x",
      "job\tstep\t2023-05-03T09:51:17Z Fatal error: x", "ERROR name Fatal error: x",
      "2023-05-03 09:51:17 host Fatal error: x", "2023-05-03 09:51:17 ERROR name Fatal error: x",
      "2023-05-03 09:51:17 ERROR name - Fatal error: x",
      String(repeating: "- > ", count: 30) + "Fatal error: x",
    ])
  func sameWithEveryPrefix(line: String) {
    let expected = Self.names(line)
    for prefix in [
      "2023-05-03T09:51:17.172026167Z worker.1.k3jd8sl2xcvb@node3    | ",
      "May  3 09:51:17 build-7 scene-server[4242]: ", "> ", "\u{1B}[36mapi_1  |\u{1B}[0m ",
      "[2023-05-03 09:51:17,172] [ERROR] ", "2023-05-03 09:51:17 ERROR worker - ",
      "2023-05-03T09:51:17+0200 error worker : [App] ", "2023-05-03 09:51:17 App[42:12] ",
    ] {
      #expect(Self.names(prefix + line) == expected, "\(prefix)")
    }
  }

  @Test("a line that has a part of the prefix before it loses that part")
  func partOfPrefix() {
    let log = "\"thread #stop reason = Fatal error   \n#1.50x\nframe #0 ft\n"
    let prefix = "[2023-05-03 09:51:17,172] [ERROR] "
    let spoiled = log.split(separator: "\n", omittingEmptySubsequences: false)
      .map { prefix + $0 }.joined(separator: "\n")
    #expect(Self.names(log).count == 1)
    #expect(Self.names(spoiled) == Self.names(log))
  }

  @Test(
    "words of a dictionary that libFuzzer prints are no message",
    arguments: [
      "ERROR: libFuzzer: ", "Fatal error: ", "SUMMARY: ", "==1==ERROR: AddressSanitizer: ",
      "thread '", "{\\\"crashReport\\\": ",
    ])
  func dictionaryWords(word: String) {
    let log = """
      #300\tNEW    cov: 4773 ft: 18404 corp: 282/520Kb L: 140/1000 MS: 2 ManualDict-Custom- DE: "\(word)"-
      a.swift:3: Fatal error: first
      ==7== ERROR: libFuzzer: deadly signal
          #0 0x55d0f1e2a3b3 in first /src/a.swift:3:1
      SUMMARY: libFuzzer: deadly signal
      MS: 3 ManualDict-Custom- DE: "\(word)"-"Fatal error: "-; base unit: 956ccb553b8b5601
      """
    let reports = CrashReport.all(bytes: Array(log.utf8))
    #expect(reports.map(\.frames.first?.function) == ["first"])
    #expect(reports.map(\.lines) == [2...5])
  }

  @Test(
    "a color or an escape inside of a word hides no report",
    arguments: [
      "Fa\u{1B}[1mtal error: x", "Fat^[[31mal error: x", "Fa[31mtal error: x",
      "{\"Crash\u{1B}[JSeverity\": {\"ShortDescription\": \"SourceAvNearNull\"}}",
      "{\"C\u{1B}[JrashSeverity\": {\"ShortDescription\": \"SourceAvNearNull\"}}",
      "{\"log\": \"\\u0046atal error: x\"}",
      "{\"kind\":\"crashReport\"> /a/b.swift:3\nFatal error: x", "{\"bug_type\"> 3\nFatal error: x",
      "{\"log\": \"Fa\\u001b[1mtal error: x\"}",
      "A&#39;s: Fatal error: x",
    ])
  func escapesInside(line: String) {
    var everyLine = CrashScanner()
    everyLine.skipsPlainLines = false
    everyLine.take(Array(line.utf8))
    #expect(CrashReport.all(bytes: Array(line.utf8)) == everyLine.finish())
  }

  @Test("a broken line of a pasted stack is put together")
  func wrapped() throws {
    let text = """
      ==4242==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x60200002b9b8 at
      pc 0x55d0f1e2a3b4 bp 0x7ffd5e2f1a10 sp 0x7ffd5e2f1a08
      READ of size 8 at 0x60200002b9b8 thread T0
          #0 0x55d0f1e2a3b3 in static SceneKit.HeaderReader.word(at: Swift.Int) ->
      Swift.UInt64 /src/Sources/SceneKit/HeaderReader.swift:44:12
          #1 0x55d0f1e2b111 in SceneKit.HeaderReader.read() throws ->
      SceneKit.Header /src/Sources/SceneKit/HeaderReader.swift:80:9
          #2 0x55d0f1e2c222 in LLVMFuzzerTestOneInput /src/Sources/fuzz/main.swift:9:3

      SUMMARY: AddressSanitizer: heap-buffer-overflow
      """
    let reports = CrashReport.all(bytes: Array(text.utf8))
    #expect(reports.count == 1)
    #expect(reports.first?.stripped == ["line-breaks"])
    let frames = Crash(try #require(reports.first), demangle: { $0 }).frames
    #expect(
      frames.map(\.function) == ["SceneKit.HeaderReader.word(at:)", "SceneKit.HeaderReader.read()"])
    #expect(frames.map(\.line) == [44, 80])
  }

  @Test("words of a text before a known line are no prefix")
  func quotedText() {
    for text in [
      "he said: Exception Type: EXC_CRASH", "see the Fatal error: Index out of range",
      "2023-05-03T09:51:17Z app | he said: Fatal error: boom",
      "2023-05-03T09:51:17Z WARN the request was Aborted",
      "api_1  | 2023-05-03T09:51:17Z ERROR the upload was Aborted",
      "the test prints ==1==ERROR: AddressSanitizer: SEGV",
    ] {
      #expect(CrashReport.read(text) == nil, "\(text)")
    }
  }
}
