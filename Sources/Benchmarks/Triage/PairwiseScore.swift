/// How well buckets agree with the truth, over all pairs of logs: together when they should be, apart when they should.
package struct PairwiseScore: Equatable, Sendable {
  /// Of the pairs that are in one bucket, the part that is one bug; 1 when there is no such pair.
  package let precision: Double
  /// Of the pairs that are one bug, the part that is in one bucket; 1 when there is no such pair.
  package let recall: Double
  /// Different buckets that the method made.
  package let buckets: Int

  /// The harmonic mean of precision and recall.
  package var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  /// - Parameters:
  ///   - truth: The bug of each log.
  ///   - buckets: What a method calls each log; equally many.
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
