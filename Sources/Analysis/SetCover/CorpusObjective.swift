/// What a smallest corpus is smallest in.
package enum CorpusObjective: String, CaseIterable, Sendable {
  /// Files; among selections of equally many, bytes.
  case count
  /// Bytes; among equal ones, files.
  case bytes
  /// Run time; among equal ones, files.
  case time
  /// The sum of bytes times run time; among equal ones, files.
  case bytesTime = "bytes-time"

  /// Whether inputs must be run once more for their times before anything can be selected.
  package var needsTimes: Bool { self == .time || self == .bytesTime }
}

/// Two weights in one: a unit of the first outweighs all of the second together.
struct RankedWeights: Sendable {
  let first: [Int]
  let combined: [Int]
  /// What one unit of the first weighs in the combination.
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
