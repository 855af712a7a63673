import CrashTriage
import ProcessSupport
import ReplayAndTriage

/// What triage calls a crash.
package struct CrashName: Codable, Equatable, Sendable {
  /// Names the bug; equal for all inputs that show it.
  package let fingerprint: String
  /// The raw value of the kind, such as `index-out-of-range`.
  package let kind: String
  /// What and where, in one line.
  package let title: String
  /// Raw value of the level: `low`, `medium` or `high`.
  package let severity: String

  /// The same with a clearer title, where there is one.
  func titled(_ title: String?) -> CrashName {
    CrashName(fingerprint: fingerprint, kind: kind, title: title ?? self.title, severity: severity)
  }
}

/// Names a crash from what the process said.
protocol CrashNaming: Sendable {
  func name(log: String, status: ChildProcess.Status, target: String) async -> CrashName
}

/// By the report that the sanitizer or libFuzzer printed.
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
