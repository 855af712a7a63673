internal import XMLReading

/// Findings as JUnit XML for CI systems: a failed case for each open finding, a passed case for
/// each clean file, a skipped case for each unread file.
package struct JUnitReport: Sendable {
  /// The document.
  package let text: String

  /// - Parameters:
  ///   - clean: Files that did not fail.
  ///   - unread: Files that could not be read.
  package init(_ findings: [PublishedFinding], clean: [String], unread: [String]) {
    var document = JUnitWriter()
    let counts = [
      ("tests", "\(findings.count + clean.count + unread.count)"),
      ("failures", "\(findings.count)"), ("errors", "0"), ("skipped", "\(unread.count)"),
    ]
    document.open("testsuites", [("name", "scenefuzz")] + counts)
    document.open("testsuite", [("name", "triage")] + counts + [("time", "0")])
    for item in findings.sorted(by: { $0.finding.fingerprint < $1.finding.fingerprint }) {
      Self.add(item, to: &document)
    }
    for file in clean {
      document.open(
        "testcase", [("classname", "scenefuzz.clean"), ("name", file), ("time", "0")])
      document.close()
    }
    for file in unread {
      document.open(
        "testcase", [("classname", "scenefuzz.unread"), ("name", file), ("time", "0")])
      document.open(
        "skipped", [("message", "neither a report nor an input of a known target")])
      document.close()
      document.close()
    }
    document.close()
    document.close()
    text = document.text
  }

  private static func add(_ item: PublishedFinding, to document: inout JUnitWriter) {
    let finding = item.finding
    let place = zip(finding.frames, item.paths).first { $0.1 != nil }
    document.open(
      "testcase",
      [
        ("classname", "scenefuzz.\(finding.target.isEmpty ? "report" : finding.target)"),
        ("name", "\(finding.fingerprint) \(finding.title)"),
        ("file", place?.1 ?? item.fallback), ("line", "\(place?.0.line ?? 1)"), ("time", "0"),
      ])
    document.open("failure", [("type", finding.kind), ("message", finding.message)])
    document.text(details(item))
    document.close()
    document.close()
  }

  private static func details(_ item: PublishedFinding) -> String {
    let finding = item.finding
    let stack = finding.frames.enumerated().map { index, frame in
      "#\(index) \(frame.function)\(frame.file.isEmpty ? "" : " \(frame.file):\(frame.line)")"
    }
    return
      (["\(finding.severity): \(finding.severityReason)", "\(item.count) here"] + stack)
      .joined(separator: "\n")
  }
}

/// The XML writer with indented elements and without characters that XML 1.0 forbids.
private struct JUnitWriter {
  private var writer = XMLWriter()
  private var depth = 0
  /// Whether the innermost element has an element or a text.
  private var hasContent = false
  private var hasText = false

  init() { writer.xmlDeclaration() }

  mutating func open(_ name: String, _ attributes: [(name: String, value: String)]) {
    if depth > 0 { indent() }
    writer.startElement(name)
    for (name, value) in attributes { writer.attribute(name, Self.allowed(value)) }
    depth += 1
    (hasContent, hasText) = (false, false)
  }

  mutating func text(_ text: String) {
    writer.text(Self.allowed(text))
    (hasContent, hasText) = (true, true)
  }

  mutating func close() {
    depth -= 1
    if hasContent, !hasText { indent() }
    writer.endElement()
    (hasContent, hasText) = (true, false)
  }

  private mutating func indent() {
    writer.text("\n" + String(repeating: "  ", count: depth))
  }

  /// Production 2 of XML 1.0, without controls other than line feed.
  private static func allowed(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar != "\n"
      if !isControl, scalar.value != 0xFFFE, scalar.value != 0xFFFF {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  var text: String { String(decoding: writer.bytes, as: UTF8.self) + "\n" }
}
