/// Findings as JUnit XML for CI systems: a failed case for each open finding, a passed case for
/// each clean file, a skipped case for each unread file.
package struct JUnitReport: Sendable {
  /// The document.
  package let text: String

  /// - Parameters:
  ///   - clean: Files that did not fail.
  ///   - unread: Files that could not be read.
  package init(_ findings: [PublishedFinding], clean: [String], unread: [String]) {
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    let tests = findings.count + clean.count + unread.count
    let counts =
      "tests=\"\(tests)\" failures=\"\(findings.count)\" errors=\"0\" skipped=\"\(unread.count)\""
    lines.append("<testsuites name=\"scenefuzz\" \(counts)>")
    lines.append("  <testsuite name=\"triage\" \(counts) time=\"0\">")
    for item in findings.sorted(by: { $0.finding.fingerprint < $1.finding.fingerprint }) {
      let finding = item.finding
      let place = zip(finding.frames, item.paths).first { $0.1 != nil }
      let file =
        place?.1.map { " file=\"\(Self.escaped($0))\" line=\"\(place?.0.line ?? 1)\"" } ?? ""
      lines.append(
        "    <testcase classname=\"\(Self.escaped(Self.suite(finding)))\" "
          + "name=\"\(Self.escaped("\(finding.fingerprint) \(finding.title)"))\"\(file) time=\"0\">"
      )
      lines.append(
        "      <failure type=\"\(Self.escaped(finding.kind))\" message=\"\(Self.escaped(finding.message))\">"
          + Self.escaped(Self.details(item)) + "</failure>")
      lines.append("    </testcase>")
    }
    for file in clean {
      lines.append(
        "    <testcase classname=\"scenefuzz.clean\" name=\"\(Self.escaped(file))\" time=\"0\"/>")
    }
    for file in unread {
      lines += [
        "    <testcase classname=\"scenefuzz.unread\" name=\"\(Self.escaped(file))\" time=\"0\">",
        "      <skipped message=\"neither a report nor an input of a known target\"/>",
        "    </testcase>",
      ]
    }
    lines += ["  </testsuite>", "</testsuites>", ""]
    text = lines.joined(separator: "\n")
  }

  private static func suite(_ finding: Finding) -> String {
    "scenefuzz.\(finding.target.isEmpty ? "report" : finding.target)"
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

  /// Text for an attribute or for content, without characters that XML 1.0 forbids.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\n": out += "\n"
      default:
        let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        if isAllowed { out.unicodeScalars.append(scalar) }
      }
    }
    return out
  }
}
