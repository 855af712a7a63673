/// A maintainer's decisions about findings: `decisions.json` in the folder of findings. They
/// outlive the findings, so that triage does not undo them.
package struct FindingDecisions: Codable, Equatable, Sendable {
  /// Merged findings and the findings that they became.
  package var merged: [String: String] = [:]
  /// Fingerprints that are always separate findings.
  package var apart: [String] = []

  package init() {}

  /// The finding of crashes of `name`, after all merges.
  func target(of name: String) -> String {
    var name = name
    for _ in 0...merged.count {
      guard let next = merged[name] else { break }
      name = next
    }
    return name
  }

  /// Records that `finding` is `other`, in place of earlier decisions on it.
  mutating func merge(_ finding: String, into other: String) {
    merged[other] = nil
    merged[finding] = other
    apart.removeAll { $0 == finding }
  }

  /// Records that each of `fingerprints` is a separate finding.
  mutating func split(_ fingerprints: [String]) {
    for name in fingerprints { merged[name] = nil }
    apart = Set(apart).union(fingerprints).sorted()
  }
}
