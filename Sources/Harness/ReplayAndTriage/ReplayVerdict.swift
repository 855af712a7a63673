package import CrashTriage
package import ProcessSupport

/// What running one input came to.
package struct ReplayVerdict: Equatable, Sendable, CustomStringConvertible {
  /// What went wrong; nil when nothing did.
  package let kind: CrashKind?

  /// Whether anything went wrong.
  package var isFinding: Bool { kind != nil }

  /// `clean`, or the raw value of the kind.
  package var description: String { kind?.rawValue ?? "clean" }

  /// Reads the verdict from what the program said; how it ended decides only when the text is silent.
  package init(log: String, status: ChildProcess.Status, timedOut: Bool) {
    if let report = CrashReport.read(log) {
      kind = report.kind
    } else if timedOut {
      kind = .timeout
    } else {
      kind = status.isSuccess ? nil : .deadlySignal
    }
  }
}
