/// Rules of other minimizers, written from their descriptions, for comparison and as a fallback.
extension SetCoverInstance {
  /// libFuzzer's `-set_cover_merge`: repeatedly the column with the most uncovered rows, then the
  /// lighter one.
  ///
  /// Ties are broken by `sizes` (file sizes in libFuzzer), or by weights without them.
  package func mostNewRowsFirst(protected: [Int] = [], sizes: [Int]? = nil) -> [Int] {
    let sizes = sizes ?? weights
    let rows = columns.transposed(elements: rowCount)
    var gain = (0..<columnCount).map(columns.size)
    var isCovered = [Bool](repeating: false, count: rowCount)
    var left = rowCount
    var chosen: [Int] = []
    func take(_ column: Int) {
      chosen.append(column)
      for position in columns.range(column) {
        let row = Int(columns.items[position])
        guard !isCovered[row] else { continue }
        isCovered[row] = true
        left -= 1
        for other in rows.range(row) { gain[Int(rows.items[other])] -= 1 }
      }
    }
    for column in protected { take(column) }
    while left > 0 {
      var best = 0
      for column in 1..<columnCount
      where (-gain[column], sizes[column]) < (-gain[best], sizes[best]) { best = column }
      take(best)
    }
    return chosen
  }

  /// afl-cmin: each row, rarest first, takes its lightest column unless it is covered.
  ///
  /// The lightest column is that of minimum `sizes` (file sizes in afl-cmin), or minimum weight
  /// without them.
  package func rarestRowFirst(protected: [Int] = [], sizes: [Int]? = nil) -> [Int] {
    let sizes = sizes ?? weights
    var frequency = [Int](repeating: 0, count: rowCount)
    var lightest = [Int](repeating: -1, count: rowCount)
    for column in 0..<columnCount {
      for position in columns.range(column) {
        let row = Int(columns.items[position])
        frequency[row] += 1
        if lightest[row] < 0 || sizes[column] < sizes[lightest[row]] { lightest[row] = column }
      }
    }
    var isCovered = [Bool](repeating: false, count: rowCount)
    var chosen: [Int] = []
    func take(_ column: Int) {
      chosen.append(column)
      for position in columns.range(column) { isCovered[Int(columns.items[position])] = true }
    }
    for column in protected { take(column) }
    for row in (0..<rowCount).sorted(by: { (frequency[$0], $0) < (frequency[$1], $1) })
    where !isCovered[row] {
      take(lightest[row])
    }
    return chosen
  }

  /// Drops redundant columns that are not protected, heaviest first; sorted, without duplicates.
  package func irredundant(_ chosen: [Int], protected: [Int] = []) -> [Int] {
    let chosen = Set(chosen).union(protected).sorted()
    var times = [Int32](repeating: 0, count: rowCount)
    for column in chosen {
      for position in columns.range(column) { times[Int(columns.items[position])] += 1 }
    }
    let isProtected = Set(protected)
    var isKept = Set(chosen)
    for column in chosen.sorted(by: { (weights[$0], $1) > (weights[$1], $0) })
    where !isProtected.contains(column) {
      let members = columns.range(column)
      guard members.allSatisfy({ times[Int(columns.items[$0])] > 1 }) else { continue }
      for position in members { times[Int(columns.items[position])] -= 1 }
      isKept.remove(column)
    }
    return chosen.filter(isKept.contains)
  }

  /// Sum of the weights of the columns; a column named twice counts twice.
  package func weight(of chosen: [Int]) -> Int {
    chosen.reduce(0) { $0 + weights[$1] }
  }

  /// Whether every row is in one of the columns. Linear in their entries.
  package func isCover(_ chosen: [Int]) -> Bool { rowsCovered(by: chosen) == rowCount }

  func rowsCovered(by chosen: [Int]) -> Int {
    var isCovered = [Bool](repeating: false, count: rowCount)
    for column in chosen {
      for position in columns.range(column) { isCovered[Int(columns.items[position])] = true }
    }
    return isCovered.reduce(0) { $0 + ($1 ? 1 : 0) }
  }
}
