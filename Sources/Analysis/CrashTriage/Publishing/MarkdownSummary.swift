/// Findings as a few lines of Markdown for a pull request.
package struct MarkdownSummary: Sendable {
  /// Maximum listed findings; the others are counted.
  static let maximumRows = 30

  /// The page.
  package let text: String

  /// - Parameters:
  ///   - files: Number of reports and inputs.
  ///   - unread: Paths that could not be read.
  package init(_ findings: [PublishedFinding], files: Int, unread: [String]) {
    let order = ["high": 0, "medium": 1, "low": 2]
    let sorted = findings.sorted {
      (order[$0.finding.severity] ?? 3, $0.finding.fingerprint)
        < (order[$1.finding.severity] ?? 3, $1.finding.fingerprint)
    }
    let new = findings.count { $0.isNew }
    var lines = [
      "### scenefuzz: \(findings.count) \(findings.count == 1 ? "finding" : "findings")"
        + (new > 0 ? ", \(new) new" : "") + " in \(files) \(files == 1 ? "file" : "files")", "",
    ]
    if !findings.isEmpty {
      lines += ["| Finding | Severity | What | Where | Here |", "|---|---|---|---|---|"]
    }
    for item in sorted.prefix(Self.maximumRows) {
      let finding = item.finding
      let place = zip(finding.frames, item.paths).first { $0.1 != nil }
      let location = place.flatMap { frame, path in path.map { "\($0):\(frame.line)" } } ?? ""
      lines.append(
        "| `\(finding.fingerprint)`\(item.isNew ? " new" : "") | \(finding.severity) "
          + "| \(Self.cell(finding.title)) | \(location.isEmpty ? "" : Self.cell(location)) "
          + "| \(item.count) |")
    }
    if sorted.count > Self.maximumRows {
      lines += ["", "and \(sorted.count - Self.maximumRows) more"]
    }
    if !unread.isEmpty {
      let names = unread.prefix(5).map { Self.cell($0) }.joined(separator: ", ")
      let more = unread.count > 5 ? " and \(unread.count - 5) more" : ""
      lines += ["", "Not read: \(unread.count): \(names)\(more)"]
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// A code span in a table cell.
  private static func cell(_ text: String) -> String {
    Neutral.code(text).replacing("|", with: "\\|")
  }
}
