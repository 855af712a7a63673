/// The Mann-Whitney U test: whether values of one sample tend to be smaller than those of the
/// other.
///
/// Exact at any size: uses the distribution of the rank sum over all divisions of the values into
/// two samples, with mean ranks for ties. Infinite values (censored times) are ties above all
/// others.
struct RankTest: Equatable, Sendable {
  /// Two-sided probability: the share of divisions whose rank sum is at least as far from its mean.
  let probability: Double
  /// Vargha and Delaney's A12: how often a value of the first sample is the smaller one of a pair,
  /// ties counting half.
  let firstIsSmaller: Double

  /// Cubic in the number of values; nil when a sample is empty.
  init?(_ first: [Double], _ second: [Double]) {
    guard !first.isEmpty, !second.isEmpty else { return nil }
    var wins = 0.0
    for one in first {
      for other in second { wins += one < other ? 1 : one == other ? 0.5 : 0 }
    }
    firstIsSmaller = wins / Double(first.count * second.count)
    probability = Self.probability(first, second)
  }

  private static func probability(_ first: [Double], _ second: [Double]) -> Double {
    let ranks = doubledRanks(first + second)
    let total = ranks.reduce(0, +)
    let observed = ranks.prefix(first.count).reduce(0, +)
    // ways[n][s]: number of ways in which n of the values seen so far have the doubled rank sum s.
    var ways = Array(
      repeating: [Double](repeating: 0, count: total + 1), count: first.count + 1)
    ways[0][0] = 1
    for rank in ranks {
      for taken in stride(from: first.count, to: 0, by: -1) {
        for sum in stride(from: total, through: rank, by: -1) {
          ways[taken][sum] += ways[taken - 1][sum - rank]
        }
      }
    }
    let mean = Double(first.count * total) / Double(ranks.count)
    let distance = abs(Double(observed) - mean)
    var all = 0.0
    var asFar = 0.0
    for (sum, count) in ways[first.count].enumerated() where count > 0 {
      all += count
      if abs(Double(sum) - mean) >= distance - 1e-9 { asFar += count }
    }
    return asFar / all
  }

  /// Twice the rank of each value: a whole number even for ties, which share the mean of two ranks.
  static func doubledRanks(_ values: [Double]) -> [Int] {
    values.map { value in
      let smaller = values.count { $0 < value }
      let equal = values.count { $0 == value }
      return 2 * smaller + equal + 1
    }
  }
}

/// The median, of an even number the mean of the middle two; infinite when a middle value was never
/// observed. Nil for no values.
func median(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
