/// Place of a crash for comparison with others.
struct CrashSite: Hashable {
  /// The blamed function; for a helper its caller.
  var function: Int
  /// The helper whose caller is blamed; -1 for none.
  var helper = -1
  var line: Int
}

extension StackContext {
  /// Number of helper frames to skip, by blamed function.
  ///
  /// A helper is called by several functions outside of the main road, each reached on more than
  /// one path: then the callers are the bugs. Callers on the main road are paths to one bug. They
  /// count together as one caller where one build shows both; another build may just have lost the
  /// frame between.
  func helperDepths(_ members: [Int]) -> [Int: Int] {
    var byBlamed: [Int: [Int]] = [:]
    for member in members {
      let stack = stacks[member]
      byBlamed[stack.functions[stack.core], default: []].append(member)
    }
    var depths: [Int: Int] = [:]
    for (blamed, list) in byBlamed {
      let builds = [true, false].map { flag in list.filter { stacks[$0].isInlineTrap == flag } }
      for depth in 1...3 {
        guard let ways = ways(of: list, depth) else { break }
        if ways.count > 1 {
          let isHelper =
            callers(ways, withMainRoad: false) > 1
            || builds.contains { build in
              self.ways(of: build, depth).map { callers($0, withMainRoad: true) > 1 } ?? false
            }
          if isHelper { depths[blamed] = depth }
          break
        }
        guard let only = ways.keys.first, !isMainRoad(only) else { break }
      }
    }
    return depths
  }

  /// Callers that are reached on more than one path.
  private func callers(_ ways: [Int: Set<[Int]>], withMainRoad: Bool) -> Int {
    let mainRoads = ways.keys.count { isMainRoad($0) }
    return ways.values.count { $0.count > 1 } + (withMainRoad && mainRoads > 1 ? 1 : 0)
  }

  /// The functions `depth` frames above the blamed one with the paths to each, none for a main
  /// road; nil when a stack ends before. A closure that its own function passes to another counts
  /// as that function.
  private func ways(of members: [Int], _ depth: Int) -> [Int: Set<[Int]>]? {
    var ways: [Int: Set<[Int]>] = [:]
    for member in members {
      let stack = stacks[member]
      guard depth < stack.path.count else { return nil }
      let function = stack.functions[stack.path[depth]]
      let outer = stack.path[(depth + 1)...].prefix(8).map { stack.functions[$0] }
      ways[function, default: []].formUnion(isMainRoad(function) ? [] : [outer])
    }
    return ways
  }

  /// The site of a crash that has frames.
  func site(of member: Int, helperDepths: [Int: Int]) -> CrashSite {
    let stack = stacks[member]
    let blamed = stack.functions[stack.core]
    if let depth = helperDepths[blamed], depth < stack.path.count {
      let index = stack.path[depth]
      if !isMainRoad(stack.functions[index]) {
        return CrashSite(
          function: stack.functions[index], helper: blamed, line: stack.lines[index])
      }
    }
    return CrashSite(function: blamed, line: stack.lines[stack.core])
  }
}
