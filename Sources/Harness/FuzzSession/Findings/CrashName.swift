import CrashTriage

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
