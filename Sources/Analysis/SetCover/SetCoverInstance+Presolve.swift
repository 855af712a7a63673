extension SetCoverInstance {
  /// Takes protected and essential columns and merges equal rows of the full instance.
  ///
  /// Linear in the instance, without allocations of its size.
  func presolved(
    protected: [Int], taking chosen: inout ChosenColumns,
    counting reductions: inout SetCoverReductions
  ) -> CoverProblem {
    var isTaken = [Bool](repeating: false, count: columnCount)
    var isCovered = [Bool](repeating: false, count: rowCount)
    for column in protected where !isTaken[column] {
      isTaken[column] = true
      chosen.append(Int32(column), weight: weights[column])
      reductions.protectedColumns += 1
      for position in columns.range(column) where !isCovered[Int(columns.items[position])] {
        isCovered[Int(columns.items[position])] = true
        reductions.protectedRows += 1
      }
    }
    for column in essentialColumns(isCovered) where !isTaken[column] {
      isTaken[column] = true
      chosen.append(Int32(column), weight: weights[column])
      reductions.essentialColumns += 1
      for position in columns.range(column) { isCovered[Int(columns.items[position])] = true }
    }
    let leaders = rowLeaders(isCovered, isTaken)
    var newRow = [Int32](repeating: -1, count: rowCount)
    var rowsLeft = 0
    for row in 0..<rowCount where leaders[row] >= 0 {
      if Int(leaders[row]) == row {
        newRow[row] = Int32(rowsLeft)
        rowsLeft += 1
      } else {
        reductions.equalRows += 1
      }
    }
    return remaining(isTaken, newRow, rowsLeft)
  }

  /// Columns that are the only one of a row.
  private func essentialColumns(_ isCovered: [Bool]) -> [Int] {
    var only = [Int32](repeating: -1, count: rowCount)
    let several: Int32 = -2
    for column in 0..<columnCount {
      for position in columns.range(column) {
        let row = Int(columns.items[position])
        only[row] = only[row] == -1 ? Int32(column) : several
      }
    }
    return (0..<rowCount).compactMap { !isCovered[$0] && only[$0] >= 0 ? Int(only[$0]) : nil }
  }

  /// For each open row the first row that is in exactly the same columns; −1 for covered rows.
  ///
  /// All open rows start as one group; each column splits groups that it partly covers. Rows that
  /// are never split are equal: exact, without row comparisons.
  private func rowLeaders(_ isCovered: [Bool], _ isTaken: [Bool]) -> [Int32] {
    var group = isCovered.map { $0 ? Int32(-1) : 0 }
    var sizes = [isCovered.reduce(0) { $0 + ($1 ? 0 : 1) }]
    var hits: [Int] = [0]
    var successor: [Int32] = [0]
    var touched: [Int32] = []
    for column in 0..<columnCount where !isTaken[column] {
      touched.removeAll(keepingCapacity: true)
      for position in columns.range(column) {
        let current = group[Int(columns.items[position])]
        guard current >= 0 else { continue }
        if hits[Int(current)] == 0 { touched.append(current) }
        hits[Int(current)] += 1
      }
      for old in touched {
        let count = hits[Int(old)]
        hits[Int(old)] = 0
        successor[Int(old)] = old
        guard count < sizes[Int(old)] else { continue }
        successor[Int(old)] = Int32(sizes.count)
        sizes[Int(old)] -= count
        sizes.append(count)
        hits.append(0)
        successor.append(0)
      }
      for position in columns.range(column) {
        let row = Int(columns.items[position])
        if group[row] >= 0 { group[row] = successor[Int(group[row])] }
      }
    }
    var first = [Int32](repeating: -1, count: sizes.count)
    for row in 0..<rowCount where group[row] >= 0 && first[Int(group[row])] < 0 {
      first[Int(group[row])] = Int32(row)
    }
    return group.map { $0 < 0 ? -1 : first[Int($0)] }
  }

  private func remaining(_ isTaken: [Bool], _ newRow: [Int32], _ rowsLeft: Int) -> CoverProblem {
    var lists = SetLists()
    var names: [Int32] = []
    var left: [Int] = []
    for column in 0..<columnCount where !isTaken[column] {
      let before = lists.items.count
      for position in columns.range(column) {
        let row = newRow[Int(columns.items[position])]
        if row >= 0 { lists.append(row) }
      }
      guard lists.items.count > before else { continue }
      lists.endSet()
      names.append(Int32(column))
      left.append(weights[column])
    }
    return CoverProblem(columns: lists, rowCount: rowsLeft, weights: left, names: names)
  }
}
