/// Branch and bound over one component, node by node, depth first on an explicit stack.
struct ComponentSearch: Sendable {
  /// An open node: a problem and one column to include or exclude.
  private struct OpenNode: Sendable {
    var problem: CoverProblem
    var chosen: ChosenColumns
    /// Lower bound on the weight of covers below this node.
    var bound: Int
    var decision: Decision
  }

  private enum Decision: Sendable {
    case none
    case take(Int)
    case leave(Int)
  }

  /// The lightest cover so far.
  private(set) var best: ChosenColumns
  private var open: [OpenNode]
  private let scale: Int
  /// Entries in the lists of open nodes; siblings share them.
  private(set) var heldEntries: Int

  init(_ problem: CoverProblem) {
    best = ChosenColumns()
    for column in problem.greedyCover() {
      best.append(problem.names[column], weight: problem.weights[column])
    }
    scale = problem.largestScale
    heldEntries = problem.entryCount
    open = [OpenNode(problem: problem, chosen: ChosenColumns(), bound: 0, decision: .none)]
  }

  var isFinished: Bool { open.isEmpty }

  /// Lower bound on the weight of covers of the component.
  var lowerBound: Int {
    open.reduce(best.weight) { min($0, $1.bound) }
  }

  /// Processes the topmost open node: solves it, refutes it, or replaces it by two.
  ///
  /// A node interrupted by `stop` stays open.
  mutating func expand(
    rounds: Int, counting reductions: inout SetCoverReductions, stop: () -> Bool
  ) {
    guard let node = open.popLast() else { return }
    guard node.bound < best.weight else { return release(node) }
    reductions.nodes += 1
    let isRoot = reductions.nodes <= reductions.components
    var inner = SetCoverReductions()
    var problem = node.problem
    var chosen = node.chosen
    apply(node.decision, &problem, &chosen)
    while true {
      guard problem.reduce(taking: &chosen, counting: &inner, stop: stop) else {
        return release(node)
      }
      if problem.isSolved {
        if chosen.weight < best.weight { best = chosen }
        return release(node)
      }
      if chosen.weight >= best.weight { return release(node) }
      let bound = raiseBound(&problem, chosen, rounds, stop)
      let total = max(node.bound, chosen.weight + bound.weight(scale: scale))
      if total >= best.weight { return release(node) }
      if stop() {
        open.append(node)
        open[open.count - 1].bound = total
        return
      }
      let fixed = fix(&problem, &chosen, bound)
      if isRoot { reductions.boundedColumns += fixed }
      if fixed > 0 { continue }
      return branch(problem, chosen, total, bound, replacing: node)
    }
  }

  private func apply(
    _ decision: Decision, _ problem: inout CoverProblem, _ chosen: inout ChosenColumns
  ) {
    var mask = [Bool](repeating: false, count: problem.columnCount)
    switch decision {
    case .none: return
    case .take(let column):
      mask[column] = true
      problem.take(mask, into: &chosen)
    case .leave(let column):
      mask[column] = true
      problem.keep(
        columns: mask.map { !$0 }, rows: [Bool](repeating: true, count: problem.rowCount))
    }
  }

  private mutating func raiseBound(
    _ problem: inout CoverProblem, _ chosen: ChosenColumns, _ rounds: Int, _ stop: () -> Bool
  ) -> LagrangianBound {
    let names = problem.names
    let weights = problem.weights
    let reader = problem
    return problem.raiseBound(
      scale: scale, target: best.weight - chosen.weight, rounds: rounds, stop: stop
    ) { reducedCosts in
      var found = chosen
      for column in reader.cover(inOrderOf: reducedCosts) {
        found.append(names[column], weight: weights[column])
      }
      if found.weight < best.weight { best = found }
      return best.weight - chosen.weight
    }
  }

  /// Fixes columns that every lighter cover includes, or excludes.
  private func fix(
    _ problem: inout CoverProblem, _ chosen: inout ChosenColumns, _ bound: LagrangianBound
  ) -> Int {
    let slack = (best.weight - chosen.weight - 1) * scale - bound.value
    var isTaken = [Bool](repeating: false, count: problem.columnCount)
    var isKept = [Bool](repeating: true, count: problem.columnCount)
    var fixed = 0
    for column in 0..<problem.columnCount {
      let cost = bound.reducedCosts[column]
      if cost > slack {
        isKept[column] = false
        fixed += 1
      } else if -cost > slack {
        isTaken[column] = true
        fixed += 1
      }
    }
    guard fixed > 0 else { return 0 }
    for column in 0..<problem.columnCount where isTaken[column] { isKept[column] = false }
    var keptRows = [Bool](repeating: true, count: problem.rowCount)
    for column in 0..<problem.columnCount where isTaken[column] {
      chosen.append(problem.names[column], weight: problem.weights[column])
      for position in problem.columns.range(column) {
        keptRows[Int(problem.columns.items[position])] = false
      }
    }
    problem.keep(columns: isKept, rows: keptRows)
    return fixed
  }

  /// Branches on a column of the shortest row: the one with the most rows, then the lowest reduced
  /// cost.
  private mutating func branch(
    _ problem: CoverProblem, _ chosen: ChosenColumns, _ total: Int, _ bound: LagrangianBound,
    replacing node: OpenNode
  ) {
    var shortest = 0
    for row in 1..<problem.rowCount where problem.rows.size(row) < problem.rows.size(shortest) {
      shortest = row
    }
    var pick = -1
    for position in problem.rows.range(shortest) {
      let column = Int(problem.rows.items[position])
      guard pick >= 0 else {
        pick = column
        continue
      }
      let mine = (-problem.columns.size(column), bound.reducedCosts[column])
      if mine < (-problem.columns.size(pick), bound.reducedCosts[pick]) { pick = column }
    }
    release(node)
    heldEntries += problem.entryCount
    for decision in [Decision.leave(pick), .take(pick)] {
      open.append(
        OpenNode(problem: problem, chosen: chosen, bound: total, decision: decision))
    }
  }

  /// Releases the lists of a node when its sibling is done.
  private mutating func release(_ node: OpenNode) {
    switch node.decision {
    case .take: return
    case .none, .leave: heldEntries -= node.problem.entryCount
    }
  }
}
