/// Many sets of small integers in two flat arrays: set `i` is `items[range(i)]`, ascending.
struct SetLists: Equatable, Sendable {
  private(set) var starts: [Int]
  private(set) var items: [Int32]

  init() {
    starts = [0]
    items = []
  }

  init(starts: [Int], items: [Int32]) {
    self.starts = starts
    self.items = items
  }

  var count: Int { starts.count - 1 }

  func range(_ set: Int) -> Range<Int> { starts[set]..<starts[set + 1] }

  func size(_ set: Int) -> Int { starts[set + 1] - starts[set] }

  mutating func reserve(sets: Int, items count: Int) {
    starts.reserveCapacity(sets + 1)
    items.reserveCapacity(count)
  }

  mutating func append(_ item: Int32) { items.append(item) }

  mutating func endSet() { starts.append(items.count) }

  /// For each of `elements` the sets that contain it. Linear.
  func transposed(elements: Int) -> SetLists {
    var ends = [Int](repeating: 0, count: elements + 1)
    for item in items { ends[Int(item) + 1] += 1 }
    for element in 0..<elements { ends[element + 1] += ends[element] }
    let starts = ends
    var transposed = [Int32](repeating: 0, count: items.count)
    for set in 0..<count {
      for position in range(set) {
        let element = Int(items[position])
        transposed[ends[element]] = Int32(set)
        ends[element] += 1
      }
    }
    return SetLists(starts: starts, items: transposed)
  }

  /// Calls `found` for pairs of a set and a superset; when `found` returns true, the next superset
  /// follows. Sets for which `isAlive` is false, also during the enumeration, are skipped. Empty
  /// sets are never paired.
  ///
  /// Sets are indexed by their rarest element, so a pair is compared only if the superset contains
  /// it, and a comparison ends at the first missing element.
  func forEachContainment(
    elements: Int, isAlive: (Int) -> Bool, found: (_ smaller: Int, _ larger: Int) -> Bool
  ) {
    let byRarest = setsByRarestElement(elements: elements)
    var mark = [Int32](repeating: -1, count: elements)
    for larger in 0..<count where isAlive(larger) {
      let members = range(larger)
      for position in members { mark[Int(items[position])] = Int32(larger) }
      search: for position in members {
        let element = Int(items[position])
        for candidate in byRarest.range(element) {
          let smaller = Int(byRarest.items[candidate])
          guard smaller != larger, size(smaller) <= members.count, isAlive(smaller) else {
            continue
          }
          var isContained = true
          for member in range(smaller) where mark[Int(items[member])] != Int32(larger) {
            isContained = false
            break
          }
          if isContained, found(smaller, larger) { break search }
        }
      }
    }
  }

  private func setsByRarestElement(elements: Int) -> SetLists {
    var frequency = [Int32](repeating: 0, count: elements)
    for item in items { frequency[Int(item)] += 1 }
    var rarest = SetLists()
    rarest.reserve(sets: count, items: count)
    for set in 0..<count {
      var best: Int32?
      for position in range(set) {
        let item = items[position]
        if let known = best, frequency[Int(known)] <= frequency[Int(item)] { continue }
        best = item
      }
      if let best { rarest.append(best) }
      rarest.endSet()
    }
    return rarest.transposed(elements: elements)
  }
}
