import CrashTriage
import Foundation
import Testing

@Suite struct RegressionTestTests {
  static let inputs: [String: [UInt8]] = [
    "empty": [],
    "as long as fits": Array(String(repeating: "x", count: 48).utf8),
    "longer than fits": Array(String(repeating: "x", count: 49).utf8),
    "CR LF": Array("a\r\nb\n c \n".utf8),
    "three quotes": Array(
      "a\"\"\"b\n\"\"\"\"\"#c\n\\ \\#(x) \" again and again and again and on.".utf8),
    "short text": Array("<a b=\"1\"/>".utf8),
    "text with every quote": Array("a\"#\"\"\"##\\n\\#(x)".utf8),
    "long text": Array(String(repeating: "<a b=\"0123456789\"/>", count: 12).utf8),
    "lines": Array("<a>\n  <b x=\"1\"/> \n\n\n</a>\n".utf8),
    "text that is not ASCII": Array(
      "<ä b=\"\u{202E}x\u{1B}[31m 1234567890123456789012345\"/>".utf8),
    "bytes": Array(0...255),
    "short bytes": [0xFF, 0x00],
  ]

  static func finding(property: Bool = false) throws -> Finding {
    let report = try #require(Samples.report(property ? "property" : "index", "fuzz-release.txt"))
    let crash = Crash(report, demangle: Samples.demangle)
    return Finding(
      crash, fingerprint: Fingerprint(crash), target: property ? "" : "demo",
      firstSeen: "2026-11-24")
  }

  @Test(
    "no line is longer than the house allows or ends in a space", arguments: inputs.keys.sorted())
  func formatted(name: String) throws {
    let input = try #require(Self.inputs[name])
    for property in [true, false] {
      let test = RegressionTest(
        try Self.finding(property: property), input: input, module: "FuzzTargets")
      for line in test.text.split(separator: "\n", omittingEmptySubsequences: false) {
        #expect(line.count <= 100)
        #expect(!line.hasSuffix(" "))
        #expect(line.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) })
      }
    }
  }

  @Test("the same finding and input give the same bytes; another input gives others")
  func sameBytes() throws {
    let finding = try Self.finding()
    let test = RegressionTest(finding, input: [1, 2, 3], module: "FuzzTargets")
    #expect(test == RegressionTest(finding, input: [1, 2, 3], module: "FuzzTargets"))
    #expect(test.text != RegressionTest(finding, input: [1, 2], module: "FuzzTargets").text)
    #expect(test.fileName == "Finding_\(finding.fingerprint).swift")
  }

  @Test("the name states the property and its place, or the trap and its function")
  func names() throws {
    let property = RegressionTest(
      try Self.finding(property: true), input: [], module: "FuzzTargets"
    ).text
    #expect(property.contains("    \"xml: split-equals-whole holds at event 12\",\n"))
    let trap = RegressionTest(try Self.finding(), input: [], module: "FuzzTargets").text
    #expect(trap.contains("    \"demo: no index-out-of-range in Reader.item(_:)\",\n"))
  }

  @Test("a target is looked up in the catalogue of the module that declares it")
  func catalogs() throws {
    var finding = try Self.finding()
    for target in ["inflate-differential", "crash-report"] {
      finding.target = target
      let text = RegressionTest(finding, input: [], module: "OracleTargets").text
      #expect(text.contains("import FuzzTargets\nimport OracleTargets\n"))
      #expect(text.contains("(FullCatalog[\"\(target)\"])"))
    }
    finding.target = "inflate"
    let text = RegressionTest(finding, input: [], module: "FuzzTargets").text
    #expect(!text.contains("import OracleTargets\n"))
    #expect(text.contains("(Catalog[\"inflate\"])"))
  }

  @Test("text is written as text, everything else as base 64")
  func readable() throws {
    let finding = try Self.finding()
    let text = RegressionTest(finding, input: Array("<a b=\"1\"/>".utf8), module: "FuzzTargets")
      .text
    #expect(text.contains("Array(#\"<a b=\"1\"/>\"#.utf8)"))
    #expect(!text.contains("import Foundation"))
    let bytes = RegressionTest(finding, input: [0xFF, 0x00], module: "FuzzTargets").text
    #expect(bytes.contains("/wA="))
    #expect(bytes.contains("import Foundation"))
  }

  @Test("an edited file differs from an emitted one")
  func edited() throws {
    let test = RegressionTest(try Self.finding(), input: [], module: "FuzzTargets")
    #expect(RegressionTest.isUntouched(test.text))
    #expect(!RegressionTest.isUntouched(test.text + "\n"))
    #expect(!RegressionTest.isUntouched(test.text.replacingOccurrences(of: "holds", with: "held")))
    #expect(!RegressionTest.isUntouched(test.text.replacingOccurrences(of: "\n", with: "\r\n")))
    #expect(!RegressionTest.isUntouched(""))
    #expect(!RegressionTest.isUntouched("// scenefuzz-emitted: "))
  }

  @Test("hostile text in a finding cannot leave its literal or its comment")
  func hostile() throws {
    let report = CrashReport(
      format: .libFuzzer, kind: .trap,
      frames: [StackFrame(function: "f\")\n}; evil(); // \u{1B}[2J\\(x)\u{202E}")])
    let crash = Crash(report, demangle: { $0 })
    let finding = Finding(
      crash, fingerprint: Fingerprint(crash), target: "x\"]; evil() //", firstSeen: "2026-11-24")
    let text = RegressionTest(finding, input: [], module: nil).text
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\u{202E}"))
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("}; evil") })
    #expect(text.contains(".disabled("))
    #expect(!text.contains("evil()\n"))
  }

  @Test("an open finding is a known issue that says how to close it; a closed one is a plain guard")
  func status() throws {
    var finding = try Self.finding()
    let open = RegressionTest(finding, input: [1], module: "FuzzTargets").text
    #expect(
      open.contains(
        "withKnownIssue(\"open; once fixed: scenefuzz crashes close \(finding.fingerprint)\")"))
    #expect(open.contains(".tags(.demo, .low), .bug(id: \"\(finding.fingerprint)\")"))
    finding.status = .closed
    let closed = RegressionTest(finding, input: [1], module: "FuzzTargets").text
    #expect(!closed.contains("withKnownIssue"))
    #expect(closed.contains("    await #expect(processExitsWith: .success) {\n"))
    finding.status = .open
    finding.stability = "flaky"
    #expect(
      RegressionTest(finding, input: [1], module: "FuzzTargets").text.contains(
        "isIntermittent: true"))
  }

  @Test("without an input or a target the case is disabled and says what is missing")
  func disabled() throws {
    var finding = try Self.finding(property: true)
    let text = RegressionTest(finding, input: nil, module: nil).text
    #expect(text.contains(".disabled("))
    #expect(text.contains("\"no input is known: scenefuzz triage --input FILE\""))
    #expect(text.contains("xml: split-equals-whole holds at event 12"))
    finding.target = ""
    let foreign = RegressionTest(finding, input: nil, module: nil).text
    #expect(foreign.contains("--input FILE --target TARGET"))
    #expect(foreign.contains(".tags(.report, .medium)"))
    #expect(!foreign.contains("import FuzzTargets"))
  }

  @Test("a long input is read from the folder of its finding")
  func fixture() throws {
    let finding = try Self.finding()
    for input in [
      Array(repeating: UInt8(ascii: "x"), count: 5000), [UInt8](repeating: 0xFF, count: 600),
    ] {
      let text = RegressionTest(finding, input: input, module: "FuzzTargets").text
      #expect(text.contains("\"crashes/\(finding.fingerprint)/input\")"))
      #expect(text.utf8.count < 2000)
    }
  }

  @Test("every target and severity has a tag, and equal targets give the same file")
  func tags() {
    let text = FindingTags.text(targets: ["xml", "crash-report", "nrrd-header"])
    for name in ["report", "xml", "crashReport", "nrrdHeader", "low", "medium", "high"] {
      #expect(text.contains("  @Tag static var \(name): Self\n"))
    }
    #expect(text == FindingTags.text(targets: ["nrrd-header", "xml", "crash-report"]))
  }
}
