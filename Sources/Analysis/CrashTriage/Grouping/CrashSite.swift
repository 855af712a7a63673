/// Where a crash stands, as far as its neighbours make it worth telling.
struct CrashSite: Hashable {
  /// The function that is blamed, or for a helper the one that called it.
  var function: Int
  /// The helper that gave way, -1 for none.
  var helper = -1
  var line: Int
}

extension StackContext {
  /// How many frames give way to their callers, for each function that is blamed.
  ///
  /// A helper is a function that is called by several which are no main roads, each of which is reached on more than one
  /// way: then the callers are the bugs. Callers on the main road are ways to one bug.
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

  /// The functions `depth` frames above the one that is blamed, with the ways on which each is reached, none for a main
  /// road; nil where a stack ends.
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
