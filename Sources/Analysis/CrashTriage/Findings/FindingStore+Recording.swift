import Foundation

extension FindingStore {
  /// The assignment of new crashes to the findings of the store.
  package func placement() throws -> FindingPlacement {
    FindingPlacement(known: try findings(), decisions: try decisions())
  }

  /// Adds one crash to its finding; see `placement()` for many.
  @discardableResult
  package func record(
    _ seen: Finding, evidence: Evidence?
  ) throws -> (finding: Finding, isNew: Bool) {
    guard Fingerprint(seen.fingerprint) != nil else {
      throw FindingStoreError(
        "'\(Neutral.line(seen.fingerprint))' is no fingerprint", "triage the input again")
    }
    return try record(seen, as: try placement().findings(of: [seen])[0], evidence: evidence)
  }

  /// Adds a crash to the finding `name`, new or known; a smaller input replaces the stored one.
  @discardableResult
  package func record(
    _ seen: Finding, as name: Fingerprint, evidence: Evidence?
  ) throws -> (finding: Finding, isNew: Bool) {
    let known = try finding(name)
    var result = known ?? seen
    result.fingerprint = name.description
    if let evidence {
      let isSmaller = evidence.bytes.count < result.inputSize ?? .max
      if isSmaller {
        result = seen
        result.fingerprint = name.description
        result.firstSeen = known?.firstSeen ?? seen.firstSeen
        result.inputs = known?.inputs ?? []
        result.inputSize = evidence.bytes.count
        result.reproduced = evidence.reproduced
        result.replays = evidence.replays
        result.stability = evidence.stability
      }
      if result.inputs.count < Finding.maximumInputs, !result.inputs.contains(evidence.name) {
        result.inputs = (result.inputs + [evidence.name]).sorted()
      }
      if isSmaller { try write(Data(evidence.bytes), to: file("input", of: name)) }
    }
    result.buckets = Set((known?.buckets ?? []) + seen.buckets).sorted()
    // A closed finding that fails again is open.
    result.status = .open
    try save(result, name)
    return (result, known == nil)
  }

  /// Replaces the stored input by a smaller one of the same finding.
  package func replaceInput(of known: Finding, by bytes: [UInt8], name: String) throws {
    guard let fingerprint = Fingerprint(known.fingerprint), bytes.count < known.inputSize ?? .max
    else { return }
    var changed = known
    changed.inputSize = bytes.count
    if changed.inputs.count < Finding.maximumInputs, !changed.inputs.contains(name) {
      changed.inputs = (changed.inputs + [name]).sorted()
    }
    try write(Data(bytes), to: file("input", of: fingerprint))
    try save(changed, fingerprint)
  }

  /// Sets the status of a finding.
  package func set(_ status: Finding.Status, of finding: Finding) throws -> Finding {
    var changed = finding
    changed.status = status
    return try replace(changed)
  }

  /// Records the current place of a known finding after the source changed.
  package func move(_ known: Finding, to seen: Finding) throws -> Finding {
    var changed = known
    changed.frames = seen.frames
    changed.distance = seen.distance
    changed.message = seen.message
    return try replace(changed)
  }

  private func replace(_ finding: Finding) throws -> Finding {
    guard let fingerprint = Fingerprint(finding.fingerprint) else { return finding }
    try save(finding, fingerprint)
    return finding
  }
}
