/// The rule by which two crashes are one finding; the raw value is for people.
package enum JoiningRule: String, Sendable, CaseIterable {
  case site = "one line of one function, with one trap"
  case lostFrame = "one shows the call at which the other lost its innermost frame"
  case call = "one trap in two functions that are called from one line"
  case exhaustion = "one outermost function that is no dispatcher"
  case cycle = "the functions of one recursion"
  case message = "one message, which has a number"
  case fingerprint = "one fingerprint"
  case place = "one place"
}

extension CrashGroups {
  /// The rules that lead from one item to another of its finding, in order; empty for two findings
  /// and for one item. O(items).
  package func rules(from start: Int, to end: Int) -> [JoiningRule] {
    var links: [Int: [(item: Int, rule: JoiningRule)]] = [:]
    for union in unions {
      links[union.left, default: []].append((union.right, union.rule))
      links[union.right, default: []].append((union.left, union.rule))
    }
    var previous: [Int: (item: Int, rule: JoiningRule)] = [:]
    var waiting = [start]
    var next = 0
    while next < waiting.count, waiting[next] != end {
      let item = waiting[next]
      next += 1
      for link in links[item] ?? [] where link.item != start && previous[link.item] == nil {
        previous[link.item] = (item, link.rule)
        waiting.append(link.item)
      }
    }
    var rules: [JoiningRule] = []
    var item = end
    while item != start, let step = previous[item] {
      rules.append(step.rule)
      item = step.item
    }
    return rules.reversed()
  }

  /// How an item came to its finding.
  package struct Joining: Equatable, Sendable {
    /// The first item of the finding.
    package var first: Int
    /// The rules that lead from that to the item, in order; empty for the first itself.
    package var rules: [JoiningRule]
  }

  /// The way of each item to its finding. O(items × length of the longest way).
  package func joinings() -> [Joining] {
    var links: [[(item: Int, rule: JoiningRule)]] = Array(repeating: [], count: findings.count)
    for union in unions {
      links[union.left].append((union.right, union.rule))
      links[union.right].append((union.left, union.rule))
    }
    var joinings: [Joining?] = Array(repeating: nil, count: findings.count)
    for start in findings.indices where joinings[start] == nil {
      joinings[start] = Joining(first: start, rules: [])
      var waiting = [start]
      var next = 0
      while next < waiting.count {
        let rules = joinings[waiting[next]]?.rules ?? []
        for link in links[waiting[next]] where joinings[link.item] == nil {
          joinings[link.item] = Joining(first: start, rules: rules + [link.rule])
          waiting.append(link.item)
        }
        next += 1
      }
    }
    return joinings.compactMap { $0 }
  }
}
