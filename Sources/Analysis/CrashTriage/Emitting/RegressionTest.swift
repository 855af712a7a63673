/// Swift Testing source for one finding.
///
/// An open finding is wrapped in `withKnownIssue`: the suite passes, and fails once the bug is
/// fixed. A closed finding gives a plain expectation; one without an input or a known target gives
/// a disabled case that says what is missing.
package struct RegressionTest: Equatable, Sendable {
  /// Name of the Swift file, from the fingerprint.
  package let fileName: String
  /// The whole file; equal for equal findings and inputs.
  package let text: String

  /// First words of an emitted file; a digest of the rest follows.
  static let marker = "// scenefuzz-emitted: "

  /// Maximum bytes of an input written as a literal, as text and as other bytes; a longer one is
  /// read from the folder of the finding.
  static let maximumTextLiteral = 4096
  static let maximumByteLiteral = 512

  /// Writes the test of `finding` on `input`.
  ///
  /// The property runs in a child process, so that a crash fails this case and no other.
  ///
  /// - Parameters:
  ///   - module: The module that declares the target of the finding; nil when no catalogue has the
  ///     target.
  ///   - folder: The folder of the finding below the root of the checkout, which a test of a long
  ///     input reads.
  package init(
    _ finding: Finding, input: [UInt8]?, module: String?, folder: String = "crashes"
  ) {
    fileName = "Finding_\(finding.fingerprint).swift"
    let source = input.map { InputSource($0, path: "\(folder)/\(finding.fingerprint)/input") }
    var imports = ["import Testing"]
    if let module, let source {
      imports.append("import FuzzTargets")
      if module != Self.baseModule { imports.append("import \(module)") }
      imports += source.imports
    }
    var body = Set(imports).sorted() + [""]
    body += [
      "/// \(Self.comment(finding.title)): \(folder)/\(finding.fingerprint)",
      "@Suite struct Finding_\(finding.fingerprint) {",
    ]
    body += Self.attribute(finding, isDisabled: module == nil || source == nil)
    if let module, let source {
      body.append("  func holds() async {")
      let property = Self.property(finding, module, source)
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

  /// Targets of this module are found in `Catalog`, those of any other in `FullCatalog`, which
  /// links C libraries.
  private static let baseModule = "FuzzTargets"

  /// What the test of `finding` would name as the place of the bug; nil when the report gives none.
  package static func place(of finding: Finding) -> String? {
    if let property = finding.property { return property.place.isEmpty ? nil : property.place }
    if let function = finding.blamed, !function.isEmpty {
      // The module says nothing that the target does not.
      let inner = function.drop { $0 != "." }.dropFirst()
      return finding.target.isEmpty || inner.isEmpty ? function : String(inner)
    }
    if let place = finding.place, !place.isEmpty { return place }
    return finding.target.isEmpty ? nil : "target \(finding.target)"
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

  private static func property(
    _ finding: Finding, _ module: String, _ source: InputSource
  ) -> [String] {
    let catalog = module == baseModule ? "Catalog" : "FullCatalog"
    var lines = [
      "await #expect(processExitsWith: .success) {",
      "  let target = try #require(\(catalog)[\"\(finding.target)\"])",
      "  let input: [UInt8] = \(source.lines[0])",
    ]
    lines += source.lines.dropFirst().map { indented($0, 2) }
    return lines + ["  try target.run(input.span)", "}"]
  }

  /// The expectation of an open finding, inside `withKnownIssue`.
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

  /// Comment of the known issue, printed when the bug is fixed.
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

  /// The property that holds once the bug is fixed, short enough for one line.
  private static func name(_ finding: Finding) -> String {
    let target = finding.target.isEmpty ? "report" : finding.target
    let place = place(of: finding) ?? "an unknown place"
    let what =
      finding.property.map { "\(target): \($0.name) holds at \(place)" }
      ?? "\(target): no \(finding.kind) in \(place)"
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

  /// Whether `text` is an emitted file without edits, so that it may be overwritten.
  package static func isUntouched(_ text: String) -> Bool {
    guard text.hasPrefix(marker), let end = text.firstIndex(of: "\n") else { return false }
    return signed(String(text[text.index(after: end)...])) == text
  }
}

/// Expression that gives a test its input.
private struct InputSource {
  var lines: [String]
  var imports: [String] = []

  init(_ input: [UInt8], path: String) {
    let (literal, needsFoundation) = SwiftLiteral.bytes(input)
    let maximum =
      needsFoundation ? RegressionTest.maximumByteLiteral : RegressionTest.maximumTextLiteral
    if input.count <= maximum {
      lines = literal
      imports = needsFoundation ? ["import Foundation"] : []
    } else {
      lines = [
        "Array(", "  try Data(", "    contentsOf: Repository.root.appendingPathComponent(",
        "      \"\(path)\")))",
      ]
      imports = ["import Foundation", "import TestSupport"]
    }
  }
}
