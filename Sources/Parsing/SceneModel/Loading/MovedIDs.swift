/// Moves of identifiers, carried out one after the other in the order of the old identifiers' bytes. A later move may
/// take up where an earlier one led.
struct MovedIDs {
  private let moves: [Int32: Int32]
  /// The place of each old identifier in the order.
  private let order: [Int32: Int]

  init(_ moves: [Int32: Int32], _ strings: ByteStringTable) {
    self.moves = moves
    let sorted = moves.keys.sorted { strings[$0].lexicographicallyPrecedes(strings[$1]) }
    order = Dictionary(uniqueKeysWithValues: zip(sorted, 0...))
  }

  var isEmpty: Bool { moves.isEmpty }

  /// Where one move leads; an identifier that does not move stays.
  func next(_ id: Int32) -> Int32 { moves[id] ?? id }

  /// The identifiers that one passes through, the last of which does not end there.
  func path(from id: Int32) -> [Int32] {
    var path: [Int32] = []
    var (current, last) = (id, -1)
    while let place = order[current], place > last, let next = moves[current] {
      path.append(current)
      (current, last) = (next, place)
    }
    return path
  }

  /// Where all moves lead, leaving out those of `skipped` old identifiers.
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
