/// Agreement of buckets with the true bugs over all pairs of logs.
package struct PairwiseScore: Equatable, Sendable {
  /// Fraction of the pairs in one bucket that are one bug; 1 without such a pair.
  package let precision: Double
  /// Fraction of the pairs of one bug that are in one bucket; 1 without such a pair.
  package let recall: Double
  /// Number of buckets.
  package let buckets: Int

  /// The harmonic mean of precision and recall.
  package var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  /// - Parameters:
  ///   - truth: The bug of each log.
  ///   - buckets: The bucket of each log; equally many.
  package init<Bug: Hashable, Bucket: Hashable>(truth: [Bug], buckets: [Bucket]) {
    func pairs<Key: Hashable>(_ keys: [Key]) -> Double {
      var counts: [Key: Int] = [:]
      for key in keys { counts[key, default: 0] += 1 }
      return counts.values.reduce(0) { $0 + Double($1 * ($1 - 1) / 2) }
    }
    let both = pairs(zip(truth, buckets).map { Cell(bug: $0, bucket: $1) })
    let (same, told) = (pairs(truth), pairs(buckets))
    precision = told == 0 ? 1 : both / told
    recall = same == 0 ? 1 : both / same
    self.buckets = Set(buckets).count
  }
}

private struct Cell<Bug: Hashable, Bucket: Hashable>: Hashable {
  let bug: Bug
  let bucket: Bucket
}
