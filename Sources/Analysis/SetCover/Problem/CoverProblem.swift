/// The undecided part of an instance: rows by column, columns by row, and the original columns.
///
/// Each node of the search has its own value, so that no list has dead entries.
struct CoverProblem: Sendable {
  /// The rows of each column.
  var columns: SetLists
  /// The columns of each row.
  var rows: SetLists
  var weights: [Int]
  /// The original number of each column.
  var names: [Int32]
  /// Scaled multiplier of each row in the lower bound; a node starts with those of its parent.
  var multipliers: [Int]

  var columnCount: Int { weights.count }
  var rowCount: Int { rows.count }
  var isSolved: Bool { rowCount == 0 }
  var entryCount: Int { columns.items.count }

  init(columns: SetLists, rowCount: Int, weights: [Int], names: [Int32]) {
    self.columns = columns
    self.rows = columns.transposed(elements: rowCount)
    self.weights = weights
    self.names = names
    multipliers = [Int](repeating: 0, count: rowCount)
  }

  /// Removes rows and columns outside of the masks, and columns without rows. Linear.
  mutating func keep(columns keptColumns: [Bool], rows keptRows: [Bool]) {
    let rowCount = rowCount
    // The old transposed lists are released first: at full size they determine the peak of memory.
    rows = SetLists()
    var newRow = [Int32](repeating: -1, count: rowCount)
    var newMultipliers: [Int] = []
    newMultipliers.reserveCapacity(rowCount)
    for row in 0..<rowCount where keptRows[row] {
      newRow[row] = Int32(newMultipliers.count)
      newMultipliers.append(multipliers[row])
    }
    var lists = SetLists()
    lists.reserve(sets: columnCount, items: entryCount)
    var newWeights: [Int] = []
    var newNames: [Int32] = []
    for column in 0..<columnCount where keptColumns[column] {
      let before = lists.items.count
      for position in columns.range(column) {
        let row = newRow[Int(columns.items[position])]
        if row >= 0 { lists.append(row) }
      }
      guard lists.items.count > before else { continue }
      lists.endSet()
      newWeights.append(weights[column])
      newNames.append(names[column])
    }
    columns = lists
    rows = lists.transposed(elements: newMultipliers.count)
    weights = newWeights
    names = newNames
    multipliers = newMultipliers
  }
}

/// Decided columns and their weight.
struct ChosenColumns: Sendable {
  private(set) var names: [Int32] = []
  private(set) var weight = 0

  mutating func append(_ name: Int32, weight: Int) {
    names.append(name)
    self.weight += weight
  }

  mutating func append(contentsOf other: ChosenColumns) {
    names += other.names
    weight += other.weight
  }
}
