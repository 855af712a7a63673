extension CoverProblem {
  /// Takes essential columns and drops dominated columns and rows until none is left.
  ///
  /// Returns false if some row has no column any more. Each round is a few passes over the lists; `stop` is asked
  /// between them.
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
      // A column becomes essential, or a set smaller, only by these two.
      if droppedColumns == 0 && droppedRows == 0 { break }
    }
    return true
  }

  /// A row with a single column forces that column. Returns how many were taken, nil if a row has none.
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

  /// Puts columns into the solution: they and their rows leave the problem.
  mutating func take(_ isTaken: [Bool], into chosen: inout ChosenColumns) {
    var keptRows = [Bool](repeating: true, count: rowCount)
    for column in 0..<columnCount where isTaken[column] {
      chosen.append(names[column], weight: weights[column])
      for position in columns.range(column) { keptRows[Int(columns.items[position])] = false }
    }
    keep(columns: isTaken.map { !$0 }, rows: keptRows)
  }

  /// A column is not needed if another one holds all its rows and weighs no more.
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

  /// A row is covered by itself if all columns of another row cover it.
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

/// How much of an instance was decided without searching.
package struct SetCoverReductions: Equatable, Sendable {
  /// Columns that the caller forced in.
  package internal(set) var protectedColumns = 0
  /// Rows that protected columns cover.
  package internal(set) var protectedRows = 0
  /// Columns that alone hold some row, so that every cover has them.
  package internal(set) var essentialColumns = 0
  /// Rows in exactly the same columns as another one.
  package internal(set) var equalRows = 0
  /// Rows that are covered as soon as another one is.
  package internal(set) var dominatedRows = 0
  /// Columns whose rows another one holds at no greater weight, equal ones included.
  package internal(set) var dominatedColumns = 0
  /// Columns that the lower bound put in or out.
  package internal(set) var boundedColumns = 0
  /// Independent parts that were left to be searched.
  package internal(set) var components = 0
  /// Nodes of the search.
  package internal(set) var nodes = 0
}
