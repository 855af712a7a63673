package import CrashTriage
package import ProcessSupport

/// Verdict on one run of an input.
package struct ReplayVerdict: Equatable, Sendable, CustomStringConvertible {
  /// Kind of the failure; nil for a clean run.
  package let kind: CrashKind?

  /// Whether the run failed.
  package var isFinding: Bool { kind != nil }

  /// `clean`, or the raw value of the kind.
  package var description: String { kind?.rawValue ?? "clean" }

  /// Reads the verdict from the output; the end of the process decides for an output without a
  /// report.
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
