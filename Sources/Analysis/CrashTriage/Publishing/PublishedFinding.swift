/// A finding of one triage as other programs get it.
package struct PublishedFinding: Sendable {
  /// The finding, neutralized when it was made.
  package var finding: Finding
  /// Reports and inputs of this triage that show it.
  package var count: Int
  /// Whether it was not known before.
  package var isNew: Bool
  /// For each frame the path of its source below the root of the checkout, where it is one of the checkout's.
  package var paths: [String?]

  /// Asks `path` once for each frame that names a file and a line; nil keeps the file's name alone.
  package init(_ finding: Finding, count: Int, isNew: Bool, path: (Finding.Frame) -> String?) {
    self.finding = finding
    self.count = count
    self.isNew = isNew
    paths = finding.frames.map { frame in
      frame.file.isEmpty || frame.line < 1 ? nil : path(frame)
    }
  }

  var kind: CrashKind { CrashKind(rawValue: finding.kind) ?? .deadlySignal }
}
