/// Renamings of identifiers, applied one after the other in the order of the old identifiers'
/// bytes. A later renaming may apply to the result of an earlier one.
struct MovedIDs {
  private let moves: [Int32: Int32]
  /// Position of each old identifier in the order.
  private let order: [Int32: Int]

  init(_ moves: [Int32: Int32], _ strings: ByteStringTable) {
    self.moves = moves
    guard !moves.isEmpty else {
      order = [:]
      return
    }
    let sorted = moves.keys.sorted { strings[$0].lexicographicallyPrecedes(strings[$1]) }
    order = Dictionary(uniqueKeysWithValues: zip(sorted, 0...))
  }

  var isEmpty: Bool { moves.isEmpty }

  /// Returns the result of one renaming; an identifier without one is unchanged.
  func next(_ id: Int32) -> Int32 { moves[id] ?? id }

  /// Returns the old identifiers passed through from `id`, without the final one.
  func path(from id: Int32) -> [Int32] {
    var path: [Int32] = []
    var (current, last) = (id, -1)
    while let place = order[current], place > last, let next = moves[current] {
      path.append(current)
      (current, last) = (next, place)
    }
    return path
  }

  /// Returns the result of all renamings, except those of `skipped` old identifiers.
  func follow(_ id: Int32, without skipped: [Int32] = []) -> Int32 {
    var (current, last) = (id, -1)
    while let place = order[current], place > last, !skipped.contains(current),
      let next = moves[current]
    {
      (current, last) = (next, place)
    }
    return current
  }
}
