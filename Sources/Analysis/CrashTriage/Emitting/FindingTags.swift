/// The file that declares the tags of emitted tests: one for each target, one for each severity.
package enum FindingTags {
  /// Name of the file, beside the emitted tests.
  package static let fileName = "FindingTags.swift"

  /// The name of the tag for a target: `crash-report` is `crashReport`.
  package static func name(_ target: String) -> String {
    let words = target.split(separator: "-")
    return (words.first.map(String.init) ?? "")
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The file for `targets`; equal targets give equal bytes.
  package static func text(targets: [String]) -> String {
    let names = ["report"] + targets.map(name).sorted() + Severity.Level.allCases.map(\.rawValue)
    let lines =
      [
        "import Testing", "",
        "/// Tags of emitted tests: the target, `report` where it is not known, and the severity.",
        "extension Tag {",
      ] + names.map { "  @Tag static var \($0): Self" } + ["}", ""]
    return lines.joined(separator: "\n")
  }
}
