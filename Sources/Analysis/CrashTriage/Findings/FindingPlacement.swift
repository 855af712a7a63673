/// Assignment of crashes to known or new findings.
package struct FindingPlacement: Sendable {
  let known: [Finding]
  let decisions: FindingDecisions

  /// A placement without known findings.
  package init() { self.init(known: [], decisions: FindingDecisions()) }

  init(known: [Finding], decisions: FindingDecisions) {
    self.known = known
    self.decisions = decisions
  }

  /// The placement over the findings and decisions of both.
  package func joined(by other: FindingPlacement) -> FindingPlacement {
    var both = decisions
    both.merged.merge(other.decisions.merged) { own, _ in own }
    both.apart = Set(both.apart).union(other.decisions.apart).sorted()
    return FindingPlacement(known: known + other.known, decisions: both)
  }

  /// The finding of each of `seen`, which are named by their fingerprints.
  ///
  /// Crashes join a known finding when the comparison of stacks says that they are one bug; a
  /// maintainer's decisions take precedence. O(frames).
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

  /// How each of `seen` comes to the first crash of its finding, known or of this run; nil where it
  /// stands alone.
  package func joinings(of seen: [Finding]) -> [FindingJoining?] {
    let items = known.compactMap { Self.item($0, isKnown: true) }
    let new = seen.compactMap { Self.item($0, isKnown: false) }
    guard new.count == seen.count, items.count == known.count else { return seen.map { _ in nil } }
    let all = known + seen
    let names = findings(of: seen)
    let joinings = CrashGroups(items + new).joinings().suffix(new.count)
    return zip(joinings, names).map { joining, name in
      let (index, isKnown) = (joining.first, joining.first < known.count)
      let first = isKnown ? known[index].fingerprint : names[index - known.count].description
      // A decision may have parted them.
      guard !joining.rules.isEmpty, first == name.description else { return nil }
      return FindingJoining(first: all[index], isKnown: isKnown, rules: joining.rules)
    }
  }

  /// The only known finding with the fingerprint `name`, for a crash at another place: another
  /// bucket of the finding, or the only place of the function after its lines moved.
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

/// The way of a crash to the first crash of its finding.
package struct FindingJoining: Sendable {
  package var first: Finding
  /// Whether `first` is of the store, not of this run.
  package var isKnown: Bool
  package var rules: [JoiningRule]
}
