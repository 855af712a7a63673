/// Quantity that the selection minimizes.
package enum CorpusObjective: String, CaseIterable, Sendable {
  /// Number of files, then bytes.
  case count
  /// Bytes, then number of files.
  case bytes
  /// Run time, then number of files.
  case time
  /// Sum of bytes times run time, then number of files.
  case bytesTime = "bytes-time"

  /// Whether the run time of each input is needed.
  package var needsTimes: Bool { self == .time || self == .bytesTime }
}

/// Two weights in one: a unit of the first outweighs the sum of the second.
struct RankedWeights: Sendable {
  let first: [Int]
  let combined: [Int]
  /// Weight of one unit of the first.
  let unit: Int

  /// Nil where a product overflows.
  init?(objective: CorpusObjective, sizes: [Int], microseconds: [Int]) {
    let ones = [Int](repeating: 1, count: sizes.count)
    let second: [Int]
    switch objective {
    case .count:
      first = ones
      second = sizes
    case .bytes:
      first = sizes
      second = ones
    case .time:
      first = microseconds
      second = ones
    case .bytesTime:
      var products: [Int] = []
      for (size, time) in zip(sizes, microseconds) {
        let (product, overflow) = size.multipliedReportingOverflow(by: time)
        guard !overflow else { return nil }
        products.append(product)
      }
      first = products
      second = ones
    }
    var unit = 1
    for value in second {
      let (sum, overflow) = unit.addingReportingOverflow(value)
      guard !overflow else { return nil }
      unit = sum
    }
    var combined: [Int] = []
    for (major, minor) in zip(first, second) {
      let (product, overflow) = major.multipliedReportingOverflow(by: unit)
      let (sum, carry) = product.addingReportingOverflow(minor)
      guard !overflow, !carry else { return nil }
      combined.append(sum)
    }
    self.unit = unit
    self.combined = combined
  }
}
