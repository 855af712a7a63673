/// The Swift Testing file for one finding.
///
/// While the finding is open the property stands in `withKnownIssue`: the suite stays green, and fails once the bug is gone. A
/// closed finding gives a plain guard, one without an input a disabled case that says what is missing.
package struct RegressionTest: Equatable, Sendable {
  /// Name of the Swift file, from the fingerprint.
  package let fileName: String
  /// The whole file; the same bytes for the same finding and input.
  package let text: String

  /// The line that tells whether a person has edited the file.
  static let marker = "// scenefuzz-emitted: "

  /// Longest input that stands in the code, as text and as other bytes; a longer one is read from the finding's folder.
  static let longestText = 4096
  static let longestBytes = 512

  /// Writes the test of `finding` on `input`; the same finding and input give the same bytes.
  ///
  /// The property runs in a process of its own, so that a crash fails this case and no other.
  package init(_ finding: Finding, input: [UInt8]?) {
    fileName = "Finding_\(finding.fingerprint).swift"
    let source = input.map { InputSource($0, finding: finding) }
    let hasProperty = source != nil && !finding.target.isEmpty
    // By the rule of their names; the others are found without a C library.
    let isDifferential = finding.target.hasSuffix("-differential")
    var imports = ["import Testing"]
    if hasProperty {
      imports.append("import FuzzTargets")
      if isDifferential { imports.append("import OracleTargets") }
      imports += source?.imports ?? []
    }
    var body = imports.sorted() + [""]
    body += [
      "/// \(Self.comment(finding.title)): crashes/\(finding.fingerprint)",
      "@Suite struct Finding_\(finding.fingerprint) {",
    ]
    body += Self.attribute(finding, isDisabled: !hasProperty)
    if hasProperty, let source {
      body.append("  func holds() async {")
      let property = Self.property(finding, isDifferential ? "FullCatalog" : "Catalog", source)
      body +=
        finding.status == .open
        ? Self.known(finding, property) : property.map { Self.indented($0, 4) }
      body.append("  }")
    } else {
      body += ["  func holds() {", "    Issue.record(\"\(Self.missing(finding))\")", "  }"]
    }
    body += ["}", ""]
    text = Self.signed(body.joined(separator: "\n"))
  }

  private static func attribute(_ finding: Finding, isDisabled: Bool) -> [String] {
    let tags = [
      finding.target.isEmpty ? "report" : FindingTags.name(finding.target), finding.severity,
    ]
    var traits = [".tags(\(tags.map { "." + $0 }.joined(separator: ", ")))"]
    traits.append(".bug(id: \"\(finding.fingerprint)\")")
    if !isDisabled {
      return [
        "  @Test(", "    \"\(name(finding))\",", "    \(traits.joined(separator: ", "))", "  )",
      ]
    }
    return [
      "  @Test(", "    \"\(name(finding))\",", "    .disabled(", "      \"\(missing(finding))\"",
      "    ),",
      "    \(traits.joined(separator: ", "))", "  )",
    ]
  }

  private static func property(_ finding: Finding, _ catalog: String, _ source: InputSource)
    -> [String]
  {
    var lines = [
      "await #expect(processExitsWith: .success) {",
      "  let target = try #require(\(catalog)[\"\(finding.target)\"])",
      "  let input: [UInt8] = \(source.lines[0])",
    ]
    lines += source.lines.dropFirst().map { indented($0, 2) }
    return lines + ["  try target.run(input.span)", "}"]
  }

  /// What stands around the property of an open finding.
  private static func known(_ finding: Finding, _ property: [String]) -> [String] {
    let opening =
      finding.stability == nil
      ? ["    await withKnownIssue(\"\(gone(finding))\") {"]
      : [
        "    await withKnownIssue(",
        "      \"\(gone(finding))\", isIntermittent: true",
        "    ) {",
      ]
    return opening + property.map { indented($0, 6) } + ["    }"]
  }

  /// Shown when the bug is gone.
  private static func gone(_ finding: Finding) -> String {
    "open; once fixed: scenefuzz crashes close \(finding.fingerprint)"
  }

  private static func missing(_ finding: Finding) -> String {
    let target = finding.target.isEmpty ? " --target TARGET" : ""
    return "no input is known: scenefuzz triage --input FILE\(target)"
  }

  private static func indented(_ line: String, _ count: Int) -> String {
    line.isEmpty ? "" : String(repeating: " ", count: count) + line
  }

  /// What must not happen, in words, short enough for one line.
  private static func name(_ finding: Finding) -> String {
    // The module says nothing that the target does not.
    let function = finding.blamed.map { name in name.drop { $0 != "." }.dropFirst() }
    let target = finding.target.isEmpty ? "report" : finding.target
    let what =
      finding.property.map { "\(target): \($0.name) holds at \($0.place)" }
      ?? "\(target): no \(finding.kind) in \(function ?? "the target")"
    return short(what, 76).replacing("\\", with: "\\\\").replacing("\"", with: "'")
  }

  private static func short(_ text: String, _ limit: Int) -> String {
    Neutral.line(text, limit: limit).replacing("…", with: "...")
  }

  private static func comment(_ title: String) -> String { short(title, 60) }

  private static func signed(_ body: String) -> String {
    "\(marker)\(Fingerprint.hash([body])) of what follows; once edited it is never overwritten.\n"
      + body
  }

  /// Whether `text` is an emitted file as it was emitted, so that it may be written again.
  package static func isUntouched(_ text: String) -> Bool {
    guard text.hasPrefix(marker), let end = text.firstIndex(of: "\n") else { return false }
    return signed(String(text[text.index(after: end)...])) == text
  }
}

/// How a test gets at its input.
private struct InputSource {
  var lines: [String]
  var imports: [String] = []

  init(_ input: [UInt8], finding: Finding) {
    let (literal, needsFoundation) = SwiftLiteral.bytes(input)
    let longest = needsFoundation ? RegressionTest.longestBytes : RegressionTest.longestText
    if input.count <= longest {
      lines = literal
      imports = needsFoundation ? ["import Foundation"] : []
    } else {
      lines = [
        "Array(", "  try Data(", "    contentsOf: Repository.root.appendingPathComponent(",
        "      \"crashes/\(finding.fingerprint)/input\")))",
      ]
      imports = ["import Foundation", "import TestSupport"]
    }
  }
}
