/// Names of groups of crashes.
enum FindingNames {
  /// A group with known members has the first name of these; any other its most frequent
  /// fingerprint. Of several groups with one fingerprint all but the first have names made of it
  /// and of their difference.
  static func names(
    _ items: [CrashGroups.Item], _ sites: [CrashSite?], _ context: StackContext,
    sets: inout DisjointSets
  ) -> [Fingerprint] {
    var groups: [Int: [Int]] = [:]
    for index in items.indices { groups[sets.root(of: index), default: []].append(index) }
    var names: [Int: Fingerprint] = [:]
    var taken: Set<Fingerprint> = Set(items.compactMap(\.finding))
    var unnamed: [Fingerprint: [(root: Int, trait: Trait)]] = [:]
    for (root, members) in groups {
      if let known = members.compactMap({ items[$0].finding }).min(by: {
        $0.description < $1.description
      }) {
        names[root] = known
      } else {
        let base = mostFrequent(members.map { items[$0].fingerprint })
        unnamed[base, default: []].append((root, Trait(members, items, sites, context)))
      }
    }
    for (base, list) in unnamed.sorted(by: { $0.key.description < $1.key.description }) {
      let sorted = list.sorted { $0.trait < $1.trait }
      for (order, entry) in sorted.enumerated() {
        var name = base
        if order > 0 || taken.contains(base) {
          var parts = [base.description] + entry.trait.parts(after: sorted[0].trait)
          name = Fingerprint(parts: parts)
          while taken.contains(name) {
            parts.append("again")
            name = Fingerprint(parts: parts)
          }
        }
        taken.insert(name)
        names[entry.root] = name
      }
    }
    return items.indices.map { index in
      items[index].finding ?? names[sets.root(of: index)] ?? items[index].fingerprint
    }
  }

  private static func mostFrequent(_ fingerprints: [Fingerprint]) -> Fingerprint {
    var counts: [Fingerprint: Int] = [:]
    for name in fingerprints { counts[name, default: 0] += 1 }
    return counts.max {
      ($0.value, $1.key.description) < ($1.value, $0.key.description)
    }?.key ?? fingerprints[0]
  }
}

/// Difference between groups of one fingerprint, independent of the order of members.
private struct Trait: Comparable {
  let line: Int
  let kind: String
  let function: String
  let runtime: String

  init(
    _ members: [Int], _ items: [CrashGroups.Item], _ sites: [CrashSite?], _ context: StackContext
  ) {
    line = members.compactMap { sites[$0]?.line }.filter { $0 > 0 }.min() ?? 0
    kind = members.compactMap { items[$0].crash.kind.exactClass }.min() ?? ""
    function =
      members.compactMap { member -> String? in
        if let site = sites[member] { return context.names[site.function] }
        return items[member].crash.frames.last { !context.isDispatcher(named: $0.function) }?
          .function
      }.min() ?? ""
    runtime = members.map { items[$0].crash.runtime.joined(separator: "\n") }.min() ?? ""
  }

  static func < (left: Trait, right: Trait) -> Bool {
    (left.line, left.kind, left.function, left.runtime)
      < (right.line, right.kind, right.function, right.runtime)
  }

  /// Lines are distances, so that an edit above changes no name.
  func parts(after first: Trait) -> [String] {
    ["\(line - first.line)", kind, function, runtime]
  }
}
