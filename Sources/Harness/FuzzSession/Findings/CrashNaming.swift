import CrashTriage
import ProcessSupport
import ReplayAndTriage

/// Identity of a crash by triage.
package struct CrashName: Codable, Equatable, Sendable {
  /// Identifies the bug; equal for all inputs that trigger it.
  package let fingerprint: String
  /// Raw value of the kind, such as `index-out-of-range`.
  package let kind: String
  /// What failed and where, in one line.
  package let title: String
  /// Raw value of the level: `low`, `medium` or `high`.
  package let severity: String

  init(fingerprint: String, kind: String, title: String, severity: String) {
    self.fingerprint = fingerprint
    self.kind = kind
    self.title = title
    self.severity = severity
  }

  init(_ finding: Finding) {
    self.init(
      fingerprint: finding.fingerprint, kind: finding.kind, title: finding.title,
      severity: finding.severity)
  }

  /// The same with `title`, unless that is nil.
  func titled(_ title: String?) -> CrashName {
    CrashName(fingerprint: fingerprint, kind: kind, title: title ?? self.title, severity: severity)
  }
}

/// Names a crash from the output of its process.
protocol CrashNaming: Sendable {
  func name(log: String, status: ChildProcess.Status, target: String) async -> CrashName
}

/// Names a crash by the report of the sanitizer or of libFuzzer.
struct TriageNaming: CrashNaming {
  let pipeline: TriagePipeline

  func name(log: String, status: ChildProcess.Status, target: String) async -> CrashName {
    CrashName(await pipeline.crash(inLog: log, target: target).finding)
  }
}
