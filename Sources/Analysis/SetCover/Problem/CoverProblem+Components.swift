extension CoverProblem {
  /// The parts that share no row, smallest first; columns and rows keep their order.
  func components() -> [CoverProblem] {
    var parents = (0..<rowCount).map { Int32($0) }
    func root(_ row: Int32) -> Int32 {
      var row = row
      while parents[Int(row)] != row {
        parents[Int(row)] = parents[Int(parents[Int(row)])]
        row = parents[Int(row)]
      }
      return row
    }
    for column in 0..<columnCount {
      let members = columns.range(column)
      guard let first = members.first else { continue }
      var top = root(columns.items[first])
      for position in members.dropFirst() {
        let other = root(columns.items[position])
        // The smaller number is the root, so that the order of columns does not matter.
        parents[Int(max(top, other))] = min(top, other)
        top = min(top, other)
      }
    }
    var rowsOf: [Int32: [Int]] = [:]
    for row in 0..<rowCount { rowsOf[root(Int32(row)), default: []].append(row) }
    var columnsOf: [Int32: [Int]] = [:]
    for column in 0..<columnCount where columns.size(column) > 0 {
      columnsOf[root(columns.items[columns.range(column).lowerBound]), default: []].append(column)
    }
    if rowsOf.count == 1 { return [self] }
    let leaders = rowsOf.keys.sorted { (rowsOf[$0]!.count, $0) < (rowsOf[$1]!.count, $1) }
    var newRow = [Int32](repeating: 0, count: rowCount)
    return leaders.map { leader in
      for (index, row) in rowsOf[leader]!.enumerated() { newRow[row] = Int32(index) }
      return part(columns: columnsOf[leader] ?? [], rowCount: rowsOf[leader]!.count, newRow)
    }
  }

  private func part(columns kept: [Int], rowCount: Int, _ newRow: [Int32]) -> CoverProblem {
    var lists = SetLists()
    for column in kept {
      for position in columns.range(column) { lists.append(newRow[Int(columns.items[position])]) }
      lists.endSet()
    }
    return CoverProblem(
      columns: lists, rowCount: rowCount, weights: kept.map { weights[$0] },
      names: kept.map { names[$0] })
  }
}
