extension CoverProblem {
  /// Takes essential columns and drops dominated columns and rows, to a fixpoint.
  ///
  /// Returns false if a row has no column left. Each round is a few passes over the lists; `stop`
  /// is called between them.
  mutating func reduce(
    taking chosen: inout ChosenColumns, counting reductions: inout SetCoverReductions,
    stop: () -> Bool
  ) -> Bool {
    while !isSolved {
      guard let essential = takeEssential(&chosen) else { return false }
      reductions.essentialColumns += essential
      if isSolved || stop() { break }
      let droppedColumns = dropDominatedColumns()
      reductions.dominatedColumns += droppedColumns
      if stop() { break }
      let droppedRows = dropDominatedRows()
      reductions.dominatedRows += droppedRows
      // Only these two make columns essential or sets smaller.
      if droppedColumns == 0 && droppedRows == 0 { break }
    }
    return true
  }

  /// Takes the column of each row that has only one; returns the number taken, nil if a row has
  /// none.
  private mutating func takeEssential(_ chosen: inout ChosenColumns) -> Int? {
    var isTaken = [Bool](repeating: false, count: columnCount)
    var taken = 0
    for row in 0..<rowCount {
      let members = rows.range(row)
      if members.isEmpty { return nil }
      guard members.count == 1 else { continue }
      let column = Int(rows.items[members.lowerBound])
      if !isTaken[column] {
        isTaken[column] = true
        taken += 1
      }
    }
    if taken > 0 { take(isTaken, into: &chosen) }
    return taken
  }

  /// Moves columns into the solution; they and their rows are removed.
  mutating func take(_ isTaken: [Bool], into chosen: inout ChosenColumns) {
    var keptRows = [Bool](repeating: true, count: rowCount)
    for column in 0..<columnCount where isTaken[column] {
      chosen.append(names[column], weight: weights[column])
      for position in columns.range(column) { keptRows[Int(columns.items[position])] = false }
    }
    keep(columns: isTaken.map { !$0 }, rows: keptRows)
  }

  /// Drops columns whose rows another column of at most the same weight covers.
  private mutating func dropDominatedColumns() -> Int {
    var isKept = [Bool](repeating: true, count: columnCount)
    var dropped = 0
    columns.forEachContainment(elements: rowCount, isAlive: { isKept[$0] }) { smaller, larger in
      guard weights[larger] <= weights[smaller] else { return false }
      if weights[larger] == weights[smaller], columns.size(larger) == columns.size(smaller),
        smaller < larger
      {
        return false
      }
      isKept[smaller] = false
      dropped += 1
      return false
    }
    if dropped > 0 { keep(columns: isKept, rows: [Bool](repeating: true, count: rowCount)) }
    return dropped
  }

  /// Drops rows that are covered by every column of another row.
  private mutating func dropDominatedRows() -> Int {
    var isKept = [Bool](repeating: true, count: rowCount)
    var dropped = 0
    rows.forEachContainment(elements: columnCount, isAlive: { isKept[$0] }) { smaller, larger in
      if rows.size(smaller) == rows.size(larger), larger < smaller { return false }
      isKept[larger] = false
      dropped += 1
      return true
    }
    if dropped > 0 { keep(columns: [Bool](repeating: true, count: columnCount), rows: isKept) }
    return dropped
  }
}

/// Counts of what was decided without search.
package struct SetCoverReductions: Equatable, Sendable {
  /// Columns that the caller forced in.
  package internal(set) var protectedColumns = 0
  /// Rows that protected columns cover.
  package internal(set) var protectedRows = 0
  /// Columns that are the only one of a row.
  package internal(set) var essentialColumns = 0
  /// Rows with the same columns as another row.
  package internal(set) var equalRows = 0
  /// Rows that are covered whenever another row is.
  package internal(set) var dominatedRows = 0
  /// Columns whose rows another column of at most the same weight covers, equal ones included.
  package internal(set) var dominatedColumns = 0
  /// Columns fixed by the lower bound.
  package internal(set) var boundedColumns = 0
  /// Independent components that were searched.
  package internal(set) var components = 0
  /// Nodes of the search.
  package internal(set) var nodes = 0
}
