/// Search direction of the volume algorithm. Its floating-point values never enter the bound.
struct AscentPath {
  /// Average of the subgradients, weighted towards later ones.
  private var direction: [Double] = []
  private var step = 0.1
  private var misses = 0

  init(rows: Int) { direction.reserveCapacity(rows) }

  /// Adds the subgradient at the last multipliers.
  ///
  /// Constants found by trial on corpora and random instances: the newest weighs a tenth; the step
  /// grows after a success and shrinks after eight failures in a row.
  mutating func add(_ subgradient: [Int], isBetter: Bool) {
    if direction.isEmpty { direction = subgradient.map { Double($0) } }
    var agreement = 0.0
    for row in direction.indices {
      let newest = Double(subgradient[row])
      agreement += direction[row] * newest
      direction[row] += 0.1 * (newest - direction[row])
    }
    if isBetter {
      misses = 0
      if agreement > 0 { step = min(2, step * 1.1) }
    } else {
      misses += 1
      if misses == 8 {
        misses = 0
        step *= 0.66
      }
    }
  }

  /// Sets `trial` to `best` moved along the direction; false once the step is negligible.
  func advance(_ trial: inout [Int], from best: [Int], gap: Double, _ ceilings: [Int]) -> Bool {
    var norm = 0.0
    for row in direction.indices where direction[row] > 0 || best[row] > 0 {
      norm += direction[row] * direction[row]
    }
    guard norm > 0, step > 1e-5 else { return false }
    let length = step * gap / norm
    var isMoved = false
    for row in direction.indices {
      let moved = Double(best[row]) + length * direction[row]
      // A ceiling can exceed what a Double holds exactly, so it is compared before converting back.
      trial[row] = moved <= 0 ? 0 : moved >= Double(ceilings[row]) ? ceilings[row] : Int(moved)
      if trial[row] != best[row] { isMoved = true }
    }
    return isMoved
  }
}
