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
  /// one path: then the callers are the bugs. Callers on the main road are paths to one bug.
  func helperDepths(_ members: [Int]) -> [Int: Int] {
    var byBlamed: [Int: [Int]] = [:]
    for member in members {
      let stack = stacks[member]
      byBlamed[stack.functions[stack.core], default: []].append(member)
    }
    var depths: [Int: Int] = [:]
    for (blamed, list) in byBlamed {
      for depth in 1...3 {
        guard let ways = ways(of: list, depth) else { break }
        if ways.count > 1 {
          if ways.values.count(where: { $0.count > 1 }) > 1 { depths[blamed] = depth }
          break
        }
        guard let only = ways.keys.first, !isMainRoad(only) else { break }
      }
    }
    return depths
  }

  /// The functions `depth` frames above the blamed one with the paths to each, none for a main
  /// road; nil when a stack ends before.
  private func ways(of members: [Int], _ depth: Int) -> [Int: Set<[Int]>]? {
    var ways: [Int: Set<[Int]>] = [:]
    for member in members {
      let stack = stacks[member]
      let index = stack.core + depth
      guard index < stack.functions.count else { return nil }
      let function = stack.functions[index]
      ways[function, default: []].formUnion(
        isMainRoad(function) ? [] : [Array(stack.functions[(index + 1)...].prefix(8))])
    }
    return ways
  }

  /// The site of a crash that has frames.
  func site(of member: Int, helperDepths: [Int: Int]) -> CrashSite {
    let stack = stacks[member]
    let blamed = stack.functions[stack.core]
    if let depth = helperDepths[blamed], stack.core + depth < stack.functions.count {
      let index = stack.core + depth
      if !isMainRoad(stack.functions[index]) {
        return CrashSite(
          function: stack.functions[index], helper: blamed, line: stack.lines[index])
      }
    }
    return CrashSite(function: blamed, line: stack.lines[stack.core])
  }
}
