/// Which finding each of many crashes belongs to: a known one, or a new one.
package struct FindingPlacement: Sendable {
  let known: [Finding]
  let decisions: FindingDecisions

  /// Without known findings, for reports that are only looked at.
  package init() { self.init(known: [], decisions: FindingDecisions()) }

  init(known: [Finding], decisions: FindingDecisions) {
    self.known = known
    self.decisions = decisions
  }

  /// The finding of each of `seen`, whose own names are their fingerprints.
  ///
  /// Crashes join a known finding when their stacks say that they are one bug; a maintainer's decisions come first.
  /// O(frames).
  package func findings(of seen: [Finding]) -> [Fingerprint] {
    let items = known.compactMap { Self.item($0, isKnown: true) }
    let new = seen.compactMap { Self.item($0, isKnown: false) }
    guard new.count == seen.count else { return seen.compactMap { Fingerprint($0.fingerprint) } }
    let groups = CrashGroups(items + new).findings.suffix(new.count)
    let names = Set(known.map(\.fingerprint))
    var sites: [String: Set<String>] = [:]
    for (item, group) in zip(new, groups) {
      sites[item.fingerprint.description, default: []].insert(group.description)
    }
    return zip(seen, zip(new, groups)).map { finding, found in
      let (own, group) = (found.0.fingerprint.description, found.1.description)
      var name = group
      if decisions.apart.contains(own) {
        name = own
      } else if !names.contains(group), let owner = owner(of: own, finding, sites[own]?.count ?? 0)
      {
        name = owner
      }
      return Fingerprint(decisions.target(of: name)) ?? found.1
    }
  }

  /// The one known finding that has the fingerprint `name`, when the crash stands elsewhere than its own: in another
  /// bucket of it, or in the only place of the function after its lines moved.
  private func owner(of name: String, _ seen: Finding, _ sites: Int) -> String? {
    let owners = known.filter { $0.buckets.contains(name) }
    guard let owner = owners.first, owners.count == 1 else { return nil }
    if Fingerprint(owner.crash, target: owner.target).description != name {
      return owner.fingerprint
    }
    let areAnchored = owner.distance != nil && seen.distance != nil
    return sites == 1 && !areAnchored ? owner.fingerprint : nil
  }

  private static func item(_ finding: Finding, isKnown: Bool) -> CrashGroups.Item? {
    guard let name = Fingerprint(finding.fingerprint) else { return nil }
    let crash = finding.crash
    return CrashGroups.Item(
      crash, isKnown ? Fingerprint(crash, target: finding.target) : name,
      finding: isKnown ? name : nil, distance: finding.distance)
  }
}
