/// A proven lower bound of a problem and the reduced cost of each column, in scaled weight.
struct LagrangianBound: Sendable {
  var value: Int
  /// The weight of each column minus the multipliers of its rows.
  var reducedCosts: [Int]

  /// The bound in weight, rounded up, since weights are whole.
  func weight(scale: Int) -> Int { value <= 0 ? 0 : (value - 1) / scale + 1 }
}

extension CoverProblem {
  /// Largest scale of weights without overflow in sums over rows and columns.
  var largestScale: Int {
    let measure = SetCoverInstance.measure(rowCount, columnCount, entries: entryCount)
    let largest = max(1, weights.max() ?? 1)
    return max(1, min(1 << 16, SetCoverInstance.largestSum / (measure * largest)))
  }

  /// Raises the Lagrangian bound, and leaves the best multipliers in the problem.
  ///
  /// For any multipliers u ≥ 0 of the rows, Σu + Σ min(0, weight − Σu of the column's rows) is at
  /// most the weight of every cover (Lagrangian duality). The bound is summed in integers, so it is
  /// exact; floating point only chooses the next multipliers, by the volume algorithm (Barahona and
  /// Anbil 2000): from the best ones along an average of the subgradients. Ends early when the
  /// bound proves that no cover is lighter than `target`. `cover` is called with the reduced costs
  /// from time to time and returns the new target.
  mutating func raiseBound(
    scale: Int, target: Int, rounds: Int, stop: () -> Bool, cover: (_ reducedCosts: [Int]) -> Int
  ) -> LagrangianBound {
    if multipliers.allSatisfy({ $0 == 0 }) { ascendDual(scale: scale) }
    let ceilings = multiplierCeilings(scale: scale)
    var target = target
    var trial = multipliers
    var reduced = [Int](repeating: 0, count: columnCount)
    var uncovered = [Int](repeating: 0, count: rowCount)
    var best = LagrangianBound(value: Int.min, reducedCosts: [])
    var path = AscentPath(rows: rowCount)
    for round in 0..<rounds {
      let value = evaluate(trial, scale: scale, &reduced, &uncovered)
      path.add(uncovered, isBetter: value > best.value)
      if value > best.value {
        best = LagrangianBound(value: value, reducedCosts: reduced)
        multipliers = trial
      }
      if round % 8 == 0 { target = min(target, cover(reduced)) }
      if best.value > (target - 1) * scale || stop() { break }
      let gap = Double(target * scale - best.value)
      guard path.advance(&trial, from: multipliers, gap: gap, ceilings) else { break }
    }
    return best
  }

  /// A first feasible dual solution: each row, shortest first, takes the remaining weight of its
  /// columns.
  private mutating func ascendDual(scale: Int) {
    var left = weights.map { $0 * scale }
    let order = (0..<rowCount).sorted { (rows.size($0), $0) < (rows.size($1), $1) }
    for row in order {
      let members = rows.range(row)
      var least = Int.max
      for position in members { least = min(least, left[Int(rows.items[position])]) }
      guard least > 0, least < Int.max else { continue }
      multipliers[row] = least
      for position in members { left[Int(rows.items[position])] -= least }
    }
  }

  /// Ceiling of a multiplier: the cost of the cheapest column of the row.
  private func multiplierCeilings(scale: Int) -> [Int] {
    (0..<rowCount).map { row in
      var least = Int.max
      for position in rows.range(row) { least = min(least, weights[Int(rows.items[position])]) }
      return least == Int.max ? 0 : least * scale
    }
  }

  /// The bound at `trial`; fills the reduced costs and, for each row, one minus the number of
  /// columns with a negative reduced cost that cover it.
  private func evaluate(
    _ trial: [Int], scale: Int, _ reduced: inout [Int], _ uncovered: inout [Int]
  ) -> Int {
    var value = 0
    for row in 0..<rowCount {
      value += trial[row]
      uncovered[row] = 1
    }
    for column in 0..<columnCount {
      let members = columns.range(column)
      var cost = weights[column] * scale
      for position in members { cost -= trial[Int(columns.items[position])] }
      reduced[column] = cost
      guard cost < 0 else { continue }
      value += cost
      for position in members { uncovered[Int(columns.items[position])] -= 1 }
    }
    return value
  }
}
