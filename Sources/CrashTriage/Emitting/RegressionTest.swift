/// The Swift Testing file for one finding.
public struct RegressionTest: Equatable, Sendable {
  public let fileName: String
  public let text: String

  /// The line that tells whether a person has edited the file.
  static let marker = "// scenefuzz-emitted: "

  /// Writes the test of `finding` on `input`; the same finding and input give the same bytes.
  ///
  /// The law runs in a process of its own, so that a crash fails this case and no other.
  public init(_ finding: Finding, input: [UInt8]) {
    fileName = "Finding_\(finding.fingerprint).swift"
    let (literal, needsFoundation) = SwiftLiteral.bytes(input)
    var body = needsFoundation ? ["import Foundation"] : []
    // By the rule of their names; the others are found without a C library.
    let isDifferential = finding.target.hasSuffix("-differential")
    let catalog = isDifferential ? "FullCatalog" : "Catalog"
    body += isDifferential ? ["import DifferentialTargets"] : []
    body += [
      "import FuzzTargets", "import Testing", "",
      "/// \(Self.comment(finding.title)): crashes/\(finding.fingerprint)",
      "@Suite struct Finding_\(finding.fingerprint) {",
      "  @Test(\"\(Self.name(finding))\")",
      "  func holds() async {",
      "    await #expect(processExitsWith: .success) {",
      "      let target = try #require(\(catalog)[\"\(finding.target)\"])",
      "      let input: [UInt8] = \(literal[0])",
    ]
    body += literal.dropFirst().map { $0.isEmpty ? "" : "      \($0)" }
    body += [
      "      try target.run(input.span)", "    }", "  }", "}", "",
    ]
    text = Self.signed(body.joined(separator: "\n"))
  }

  /// What must not happen, in words, short enough for one line.
  private static func name(_ finding: Finding) -> String {
    // The module says nothing that the target does not.
    let function = finding.frames.first.map { frame in
      frame.function.drop { $0 != "." }.dropFirst()
    }
    let what =
      finding.law.map { "\(finding.target): \($0.name) holds at \($0.place)" }
      ?? "\(finding.target): no \(finding.kind) in \(function ?? "the target")"
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
  public static func isUntouched(_ text: String) -> Bool {
    guard text.hasPrefix(marker), let end = text.firstIndex(of: "\n") else { return false }
    return signed(String(text[text.index(after: end)...])) == text
  }
}
