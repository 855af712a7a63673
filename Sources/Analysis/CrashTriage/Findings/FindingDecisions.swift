/// What a maintainer decided about findings: `decisions.json` in the folder of findings. It outlives the findings that it
/// names, so that triage does not undo it.
package struct FindingDecisions: Codable, Equatable, Sendable {
  /// Findings that are another one, by name.
  package var merged: [String: String] = [:]
  /// Fingerprints that are findings of their own, whatever they look like.
  package var apart: [String] = []

  /// Nothing decided yet.
  package init() {}

  /// Where crashes of finding `name` belong. Follows merges to their end.
  func target(of name: String) -> String {
    var name = name
    for _ in 0...merged.count {
      guard let next = merged[name] else { break }
      name = next
    }
    return name
  }

  /// Remembers that `finding` is `other`; what was decided against it before is gone.
  mutating func merge(_ finding: String, into other: String) {
    merged[other] = nil
    merged[finding] = other
    apart.removeAll { $0 == finding }
  }

  /// Remembers that each of `fingerprints` stands alone.
  mutating func split(_ fingerprints: [String]) {
    for name in fingerprints { merged[name] = nil }
    apart = Set(apart).union(fingerprints).sorted()
  }
}
