import Foundation

extension FindingStore {
  private var decisionsFile: URL { folder.appendingPathComponent("decisions.json") }

  /// The recorded decisions; none without a file.
  package func decisions() throws -> FindingDecisions {
    guard FileManager.default.fileExists(atPath: decisionsFile.path) else {
      return FindingDecisions()
    }
    do {
      return try JSONDecoder().decode(FindingDecisions.self, from: Data(contentsOf: decisionsFile))
    } catch {
      throw FindingStoreError("\(decisionsFile.path) cannot be read", "restore it or delete it")
    }
  }

  /// Merges `finding` into `other`, also for later crashes. The smaller input and the earlier day
  /// are kept; the folder of `finding` is removed.
  package func merge(_ finding: Finding, into other: Finding) throws -> Finding {
    guard let from = Fingerprint(finding.fingerprint), let to = Fingerprint(other.fingerprint),
      from != to
    else { throw FindingStoreError("a finding cannot be merged with itself", "name two") }
    var decided = try decisions()
    decided.merge(finding.fingerprint, into: other.fingerprint)
    try write(Self.json(decided), to: decisionsFile)
    var result = other
    if let size = finding.inputSize, size < other.inputSize ?? .max, let bytes = input(of: from) {
      result = finding
      result.fingerprint = other.fingerprint
      try write(Data(bytes), to: file("input", of: to))
    }
    result.buckets = Set(finding.buckets + other.buckets).sorted()
    result.inputs = Array(
      Set(finding.inputs + other.inputs).sorted().prefix(Finding.maximumInputs))
    result.firstSeen = min(finding.firstSeen, other.firstSeen)
    result.status = [finding.status, other.status].contains(.open) ? .open : .closed
    try save(result, to)
    do {
      try FileManager.default.removeItem(at: folder.appendingPathComponent(from.description))
    } catch {
      throw FindingStoreError(
        "the folder of \(from) cannot be removed (\(error.localizedDescription))",
        "remove it by hand")
    }
    return result
  }

  /// Separates every fingerprint of `finding` except its own; the parts become findings with their
  /// next crash. Returns their names.
  package func split(_ finding: Finding) throws -> [String] {
    guard let name = Fingerprint(finding.fingerprint) else { return [] }
    let kept = Fingerprint(finding.crash, target: finding.target).description
    let leaving = finding.buckets.filter { $0 != kept }
    guard !leaving.isEmpty else {
      throw FindingStoreError(
        "\(finding.fingerprint) has one fingerprint only", "there is nothing to split")
    }
    var decided = try decisions()
    decided.split(leaving)
    for (part, whole) in decided.merged where whole == finding.fingerprint {
      decided.merged[part] = nil
    }
    try write(Self.json(decided), to: decisionsFile)
    var changed = finding
    changed.buckets = [kept]
    try save(changed, name)
    return leaving
  }
}
