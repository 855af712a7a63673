/// A finding of one triage, for other programs.
package struct PublishedFinding: Sendable {
  /// The finding, with escaped texts.
  package var finding: Finding
  /// Number of reports and inputs of this triage that show it.
  package var count: Int
  /// Whether it is new.
  package var isNew: Bool
  /// For each frame the path of its source in the checkout; nil for other sources.
  package var paths: [String?]
  /// Path shown where no frame has one: the source of the target, or the report.
  package var fallback: String

  /// Calls `path` for each frame with a file and a line.
  package init(
    _ finding: Finding, count: Int, isNew: Bool, fallback: String,
    path: (Finding.Frame) -> String?
  ) {
    self.finding = finding
    self.fallback = fallback
    self.count = count
    self.isNew = isNew
    paths = finding.frames.map { frame in
      frame.file.isEmpty || frame.line < 1 ? nil : path(frame)
    }
  }

  var kind: CrashKind { CrashKind(rawValue: finding.kind) ?? .deadlySignal }
}
