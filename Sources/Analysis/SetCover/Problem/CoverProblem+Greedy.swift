extension CoverProblem {
  /// Takes the column with the minimum weight per uncovered row until all rows are covered, then
  /// drops redundant ones.
  ///
  /// At most columns × kept columns steps and one pass over the lists.
  func greedyCover() -> [Int] {
    var gain = (0..<columnCount).map(columns.size)
    var isCovered = [Bool](repeating: false, count: rowCount)
    var left = rowCount
    var chosen: [Int] = []
    while left > 0 {
      var best = -1
      for column in 0..<columnCount where gain[column] > 0 {
        // Weight per row, compared without division; ties go to the larger gain, then the first
        // column.
        if best >= 0 {
          let mine = weights[column] * gain[best]
          let other = weights[best] * gain[column]
          guard mine < other || (mine == other && gain[column] > gain[best]) else { continue }
        }
        best = column
      }
      precondition(best >= 0, "a row without a column")
      chosen.append(best)
      left -= cover(best, &isCovered, &gain)
    }
    return irredundant(chosen)
  }

  /// Takes columns in the order of `costs` that cover an uncovered row, then drops redundant ones.
  func cover(inOrderOf costs: [Int]) -> [Int] {
    let order = (0..<columnCount).sorted { (costs[$0], $0) < (costs[$1], $1) }
    var isCovered = [Bool](repeating: false, count: rowCount)
    var left = rowCount
    var chosen: [Int] = []
    for column in order where left > 0 {
      var isNew = false
      for position in columns.range(column) where !isCovered[Int(columns.items[position])] {
        isCovered[Int(columns.items[position])] = true
        isNew = true
        left -= 1
      }
      if isNew { chosen.append(column) }
    }
    precondition(left == 0, "a row without a column")
    return irredundant(chosen)
  }

  /// Drops redundant columns, heaviest first.
  func irredundant(_ chosen: [Int]) -> [Int] {
    var times = [Int32](repeating: 0, count: rowCount)
    for column in chosen {
      for position in columns.range(column) { times[Int(columns.items[position])] += 1 }
    }
    let order = chosen.sorted { (weights[$0], $1) > (weights[$1], $0) }
    return order.filter { column in
      let members = columns.range(column)
      for position in members where times[Int(columns.items[position])] == 1 { return true }
      for position in members { times[Int(columns.items[position])] -= 1 }
      return false
    }
  }

  /// Covers the rows of `column` and lowers the gain of their columns; returns the number of new
  /// rows.
  private func cover(_ column: Int, _ isCovered: inout [Bool], _ gain: inout [Int]) -> Int {
    var covered = 0
    for position in columns.range(column) {
      let row = Int(columns.items[position])
      guard !isCovered[row] else { continue }
      isCovered[row] = true
      covered += 1
      for other in rows.range(row) { gain[Int(rows.items[other])] -= 1 }
    }
    return covered
  }
}
