/// A weighted set cover problem: choose columns of minimum total weight that cover every row.
///
/// For a corpus a row is a feature, a column an input.
package struct SetCoverInstance: Equatable, Sendable {
  /// Rows that must be covered, numbered from 0.
  package let rowCount: Int
  /// The weight of each column, not negative.
  package let weights: [Int]
  /// The rows of each column.
  let columns: SetLists

  /// Columns to choose from, numbered from 0.
  package var columnCount: Int { weights.count }

  /// Columns as lists of rows, in any order, duplicates allowed.
  package init(
    rowCount: Int, columns: [[Int]], weights: [Int]
  ) throws(SetCoverError) {
    var lists = SetLists()
    for rows in columns {
      var last: Int?
      for row in rows.sorted() where row != last {
        guard row >= 0, row < rowCount else { throw SetCoverError(.rowOutOfRange, at: lists.count) }
        lists.append(Int32(truncatingIfNeeded: row))
        last = row
      }
      lists.endSet()
    }
    try self.init(rowCount: rowCount, lists: lists, weights: weights)
  }

  /// `lists` are ascending rows below `rowCount`.
  init(rowCount: Int, lists: SetLists, weights: [Int]) throws(SetCoverError) {
    guard lists.count == weights.count else {
      throw SetCoverError(.weightsMismatch, at: min(lists.count, weights.count))
    }
    guard rowCount <= Self.largestSide, weights.count <= Self.largestSide else {
      throw SetCoverError(.tooLarge, at: Self.largestSide)
    }
    let measure = Self.measure(rowCount, weights.count, entries: lists.items.count)
    let largest = Self.largestSum / measure
    for (column, weight) in weights.enumerated() {
      guard weight >= 0 else { throw SetCoverError(.negativeWeight, at: column) }
      guard weight <= largest else { throw SetCoverError(.weightTooLarge, at: column) }
    }
    var isCovered = [Bool](repeating: false, count: rowCount)
    for row in lists.items { isCovered[Int(row)] = true }
    if let row = isCovered.firstIndex(of: false) { throw SetCoverError(.rowWithoutColumn, at: row) }
    self.rowCount = rowCount
    self.weights = weights
    self.columns = lists
  }

  /// The rows of a column, ascending.
  package func rows(of column: Int) -> [Int] {
    columns.range(column).map { Int(columns.items[$0]) }
  }

  private static let largestSide = 1 << 24

  /// Sums of the lower bound stay below this.
  static let largestSum = 1 << 61

  /// Maximum of the sums of the lower bound, in units of the largest weight: one a column and one
  /// an entry.
  static func measure(_ rows: Int, _ columns: Int, entries: Int) -> Int {
    rows + columns + entries + 1
  }
}

/// Refusal of an instance, with its column or row.
package struct SetCoverError: Error, Equatable, Sendable {
  /// Violated precondition.
  package enum Code: UInt8, Sendable {
    case rowOutOfRange, rowWithoutColumn, negativeWeight, weightTooLarge, weightsMismatch, tooLarge
  }

  /// The first violated precondition.
  package let code: Code
  /// The row for `rowWithoutColumn`, otherwise the column.
  package let index: Int

  package init(_ code: Code, at index: Int) {
    self.code = code
    self.index = index
  }
}
