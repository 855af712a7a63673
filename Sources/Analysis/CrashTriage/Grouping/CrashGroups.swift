/// Crashes grouped by bug.
///
/// A fingerprint is made from one stack and never changes. A finding is one or more fingerprints,
/// or a part of one, after comparison of all stacks: two lines of one function are two findings,
/// callers of a helper are blamed instead of the helper, a hang is the function that all its
/// samples share, and a frame that one build lost does not count. A single crash is named by its
/// fingerprint.
package struct CrashGroups: Sendable {
  /// A crash and, if it is known, its finding.
  package struct Item: Sendable {
    /// The cleaned crash.
    package var crash: Crash
    /// The fingerprint of this stack.
    package var fingerprint: Fingerprint
    /// The known finding of the crash; nil for a new one.
    package var finding: Fingerprint?
    /// Lines from the declaration of the blamed function, if known; used in place of the line in
    /// the file.
    package var distance: Int?

    package init(
      _ crash: Crash, _ fingerprint: Fingerprint, finding: Fingerprint? = nil,
      distance: Int? = nil
    ) {
      self.crash = crash
      self.fingerprint = fingerprint
      self.finding = finding
      self.distance = distance
    }
  }

  /// The finding of each item, in order. Known ones keep theirs.
  package let findings: [Fingerprint]
  /// Pairs of items that a rule joined.
  let unions: [(left: Int, right: Int, rule: JoiningRule)]

  /// O(frames + items × log items).
  package init(_ items: [Item]) {
    var context = StackContext(items.map(\.crash))
    context.anchor(items.map(\.distance))
    var sets = DisjointSets(count: items.count)
    var grouping = Grouping(items: items, context: context)
    grouping.run(&sets)
    findings = FindingNames.names(items, grouping.sites, context, sets: &sets)
    unions = sets.unions
  }
}

/// The rules, in order.
struct Grouping {
  let items: [CrashGroups.Item]
  let context: StackContext
  /// The site of each item; nil without one.
  private(set) var sites: [CrashSite?]

  init(items: [CrashGroups.Item], context: StackContext) {
    self.items = items
    self.context = context
    sites = Array(repeating: nil, count: items.count)
  }

  mutating func run(_ sets: inout DisjointSets) {
    let placed = items.indices.filter { isPlaced($0) }
    let depths = context.helperDepths(placed)
    for index in placed { sites[index] = context.site(of: index, helperDepths: depths) }
    mergeSites(placed, &sets)
    mergeLostFrames(placed, &sets)
    mergeSiblings(placed, &sets)
    mergeExhaustion(&sets)
    mergeCycles(&sets)
    mergeEqual(&sets)
    mergePlaces(&sets)
  }

  /// Whether the innermost frames identify the bug.
  private func isPlaced(_ index: Int) -> Bool {
    let crash = items[index].crash
    return crash.propertyViolation == nil && !crash.frames.isEmpty && crash.kind != .stackOverflow
      && !crash.kind.isExhaustion
  }

  /// One site is one bug unless two exact traps occur there; a crash without a line joins the only
  /// site of its function, or the one with its trap and message.
  private func mergeSites(_ placed: [Int], _ sets: inout DisjointSets) {
    struct Key: Hashable {
      var site: CrashSite
      var trap: String
    }
    var classes: [CrashSite: [String: Int]] = [:]
    var messages: [CrashSite: Set<String>] = [:]
    for index in placed {
      guard let site = sites[index] else { continue }
      classes[site, default: [:]][items[index].crash.kind.exactClass ?? "", default: 0] += 1
      messages[site, default: []].insert(items[index].crash.message)
    }
    var first: [Key: Int] = [:]
    for index in placed {
      guard var site = sites[index] else { continue }
      var trap = items[index].crash.kind.exactClass ?? ""
      if site.line == 0 {
        let others = classes.filter {
          $0.key.function == site.function && $0.key.helper == site.helper && $0.key.line != 0
        }
        let same = others.filter { trap.isEmpty || $0.value[trap] != nil }
        let equal = same.filter { messages[$0.key]?.contains(items[index].crash.message) == true }
        let candidates = equal.isEmpty ? same.isEmpty ? others : same : equal
        if let only = candidates.min(by: { $0.key.line < $1.key.line }) { site = only.key }
      }
      let here = classes[site] ?? [:]
      if trap.isEmpty || here[trap] == nil {
        let exact = here.filter { !$0.key.isEmpty }
        trap = exact.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
      }
      let key = Key(site: site, trap: trap)
      if let other = first[key] { sets.merge(other, index, by: .site) } else { first[key] = index }
    }
  }

  /// A build without the innermost frame shows the caller at the line of the call.
  private func mergeLostFrames(_ placed: [Int], _ sets: inout DisjointSets) {
    struct Place: Hashable {
      var function: Int
      var line: Int
    }
    var owner: [Place: Int] = [:]
    for index in placed {
      guard let site = sites[index], site.helper == -1, site.line > 0,
        !context.isMainRoad(site.function)
      else { continue }
      owner[Place(function: site.function, line: site.line)] = index
    }
    for index in placed {
      let stack = context.stacks[index]
      let caller = stack.core + 1
      guard caller < stack.functions.count, stack.lines[caller] > 0,
        let other = owner[Place(function: stack.functions[caller], line: stack.lines[caller])],
        areCompatible(items[index].crash.kind, items[other].crash.kind)
      else { continue }
      sets.merge(index, other, by: .lostFrame)
    }
  }

  /// The same trap in two functions called from one line outside of the main road: a value is wrong
  /// already at that line and traps in one or the other.
  private func mergeSiblings(_ placed: [Int], _ sets: inout DisjointSets) {
    struct Call: Hashable {
      var function: Int
      var line: Int
      var kind: String
    }
    var members: [Call: [Int]] = [:]
    for index in placed {
      let stack = context.stacks[index]
      let caller = stack.core + 1
      guard sites[index]?.helper == -1, caller < stack.functions.count, stack.lines[caller] > 0,
        !context.isMainRoad(stack.functions[caller]), let kind = items[index].crash.kind.exactClass
      else { continue }
      let call = Call(
        function: stack.functions[caller], line: stack.lines[caller], kind: kind)
      members[call, default: []].append(index)
    }
    for list in members.values {
      // Two lines of one function are two bugs for any caller.
      let places = Set(list.compactMap { sites[$0] })
      guard places.count == Set(places.map(\.function)).count else { continue }
      for index in list { sets.merge(list[0], index, by: .call) }
    }
  }

  private func areCompatible(_ left: CrashKind, _ right: CrashKind) -> Bool {
    guard let one = left.exactClass, let two = right.exactClass else {
      return left.family == right.family
    }
    return one == two
  }

  /// Hangs and exhausted memory are one bug when they share a function that is no dispatcher.
  private func mergeExhaustion(_ sets: inout DisjointSets) {
    var first: [Int: Int] = [:]
    for index in items.indices where items[index].crash.kind.isExhaustion {
      let own = context.stacks[index].functions.filter { !context.isDispatcher($0) }
      // The outermost function is in every sample; its callees differ.
      guard let function = own.last ?? context.stacks[index].functions.first else { continue }
      if let other = first[function] {
        sets.merge(other, index, by: .exhaustion)
      } else {
        first[function] = index
      }
    }
  }

  /// Cycles that share most of their functions are one recursion.
  private func mergeCycles(_ sets: inout DisjointSets) {
    var known: [(functions: Set<String>, index: Int)] = []
    for index in items.indices where !items[index].crash.cycle.isEmpty {
      let functions = Set(items[index].crash.cycle)
      let match = known.first { other in
        let shared = other.functions.intersection(functions).count
        return 5 * shared >= 3 * (other.functions.count + functions.count - shared)
      }
      if let match {
        sets.merge(match.index, index, by: .cycle)
      } else {
        known.append((functions, index))
      }
    }
  }

  /// Remaining crashes join by their fingerprint and, without a frame, by the runtime's functions;
  /// a message with a number, such as the size of an allocation, joins the only finding with the
  /// same message.
  private func mergeEqual(_ sets: inout DisjointSets) {
    var first: [[String]: Int] = [:]
    var told: [String: Int] = [:]
    for index in items.indices where !items[index].crash.frames.isEmpty {
      let crash = items[index].crash
      guard let key = Self.messageKey(crash) else { continue }
      if let other = told[key], sets.root(of: max(other, 0)) != sets.root(of: index) {
        told[key] = -1
      } else if told[key] == nil {
        told[key] = index
      }
    }
    for index in items.indices where sites[index] == nil {
      let crash = items[index].crash
      if crash.frames.isEmpty, let key = Self.messageKey(crash), let other = told[key], other >= 0 {
        sets.merge(other, index, by: .message)
        continue
      }
      if crash.kind.isExhaustion, !crash.frames.isEmpty { continue }
      let key = [items[index].fingerprint.description] + crash.runtime
      if let other = first[key] {
        sets.merge(other, index, by: .fingerprint)
      } else {
        first[key] = index
      }
    }
  }

  /// A report that names only a line is the crash whose blamed frame is at that line.
  private func mergePlaces(_ sets: inout DisjointSets) {
    var owner: [String: Int] = [:]
    for index in items.indices {
      guard let frame = items[index].crash.core, !frame.file.isEmpty, frame.line > 0 else {
        continue
      }
      let key = "\(frame.file):\(frame.line)"
      if let other = owner[key], other != -1, sets.root(of: other) != sets.root(of: index) {
        owner[key] = -1
      } else if owner[key] == nil {
        owner[key] = index
      }
    }
    for index in items.indices where items[index].crash.frames.isEmpty {
      guard let place = items[index].crash.place else { continue }
      let parts = place.split(separator: ":")
      let key = parts.count > 2 ? parts.dropLast().joined(separator: ":") : place
      guard let other = owner[key], other != -1,
        areCompatible(items[index].crash.kind, items[other].crash.kind)
      else { continue }
      sets.merge(index, other, by: .place)
    }
  }

  private static func messageKey(_ crash: Crash) -> String? {
    guard crash.kind.isExhaustion, crash.message.utf8.contains(UInt8(ascii: "(")),
      crash.message.utf8.contains(where: ASCII.isDigit)
    else { return nil }
    return "\(crash.kind.family) \(crash.message)"
  }
}
