import SetCover
import StableNumbers

/// An instance as plain lists, which tests permute, solve by exhaustive search and print.
struct PlainInstance: CustomStringConvertible {
  var rowCount: Int
  var columns: [[Int]]
  var weights: [Int]

  var description: String { "\(rowCount) rows, columns \(columns), weights \(weights)" }

  func instance() throws -> SetCoverInstance {
    try SetCoverInstance(rowCount: rowCount, columns: columns, weights: weights)
  }

  /// The minimum weight of a cover with `protected`, by exhaustive search.
  func minimumWeight(protected: [Int] = []) -> Int {
    let masks = columns.map { $0.reduce(UInt64(0)) { $0 | 1 << UInt64($1) } }
    let all = rowCount == 64 ? UInt64.max : (1 << UInt64(rowCount)) - 1
    let forced = protected.reduce(0) { $0 | 1 << $1 }
    var least = Int.max
    for chosen in 0..<(1 << columns.count) where chosen & forced == forced {
      var covered: UInt64 = 0
      var weight = 0
      var rest = chosen
      while rest != 0 {
        let column = rest.trailingZeroBitCount
        covered |= masks[column]
        weight += weights[column]
        rest &= rest - 1
      }
      if covered == all { least = min(least, weight) }
    }
    return least
  }

  /// Random rows and columns; shape, density and weights depend on the seed.
  static func random(seed: UInt64, columns largest: Int = 10) -> PlainInstance {
    var random = SplitMix64(seed: seed)
    let columnCount = Int.random(in: 1...largest, using: &random)
    let rowCount = Int.random(in: 0...24, using: &random)
    var columns = [[Int]](repeating: [], count: columnCount)
    let fewest = Int.random(in: 1...3, using: &random)
    let most = Int.random(in: fewest...max(fewest, columnCount / 2 + 1), using: &random)
    for row in 0..<rowCount {
      for _ in 0..<Int.random(in: fewest...most, using: &random) {
        columns[Int.random(in: 0..<columnCount, using: &random)].append(row)
      }
    }
    let weights: ClosedRange<Int> = [1...1, 1...2, 0...5, 1...1000, 1_000_000...1_000_003][
      Int.random(in: 0..<5, using: &random)]
    return PlainInstance(
      rowCount: rowCount, columns: columns,
      weights: columns.map { _ in Int.random(in: weights, using: &random) })
  }

  /// The Steiner triple systems of order 3, 9, 27… by tripling, as Fulkerson, Nemhauser and Trotter
  /// (1974) gave them for a hard set cover: a row for every triple, a column for every point,
  /// weight one.
  static func steiner(order: Int) -> PlainInstance {
    var points = 3
    var triples = [[0, 1, 2]]
    while points < order {
      var next: [[Int]] = []
      for copy in 0..<3 { next += triples.map { $0.map { $0 + copy * points } } }
      for triple in triples {
        for (a, b, c) in [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)] {
          next.append([triple[a], triple[b] + points, triple[c] + 2 * points])
        }
      }
      for point in 0..<points { next.append([point, point + points, point + 2 * points]) }
      triples = next
      points *= 3
    }
    var columns = [[Int]](repeating: [], count: points)
    for (row, triple) in triples.enumerated() {
      for point in triple { columns[point].append(row) }
    }
    return PlainInstance(
      rowCount: triples.count, columns: columns, weights: columns.map { _ in 1 })
  }

  /// The system of 15 points that Bose's construction gives over the integers modulo 5, three
  /// times.
  static func steiner15() -> PlainInstance {
    var triples = (0..<5).map { [$0, $0 + 5, $0 + 10] }
    for copy in 0..<3 {
      for x in 0..<5 {
        for y in 0..<x {
          // 3 is one half modulo 5.
          triples.append([x + 5 * copy, y + 5 * copy, (x + y) * 3 % 5 + (copy + 1) % 3 * 5])
        }
      }
    }
    var columns = [[Int]](repeating: [], count: 15)
    for (row, triple) in triples.enumerated() {
      for point in triple { columns[point].append(row) }
    }
    return PlainInstance(
      rowCount: triples.count, columns: columns, weights: columns.map { _ in 1 })
  }
}
