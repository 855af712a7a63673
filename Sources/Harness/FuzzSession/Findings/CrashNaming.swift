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
  let demangler: Demangler

  func name(log: String, status: ChildProcess.Status, target: String) async -> CrashName {
    let report =
      CrashReport.read(log) ?? CrashReport(format: .libFuzzer, kind: .deadlySignal)
    let crash = await demangler.crash(report)
    let fingerprint = Fingerprint(crash, target: target)
    let finding = Finding(crash, fingerprint: fingerprint, target: target, firstSeen: "")
    return CrashName(
      fingerprint: fingerprint.description, kind: finding.kind, title: finding.title,
      severity: finding.severity)
  }
}
