/// Set of numbers of a ``ByteStringTable``, as flags: they count from 0 without gaps.
struct DenseSet: Sendable {
  private var flags: [Bool] = []

  init() {}

  /// A set of the given numbers; negative ones are left out.
  init(_ numbers: some Sequence<Int32>) {
    for number in numbers where number >= 0 { insert(number) }
  }

  func contains(_ number: Int32) -> Bool {
    let place = Int(number)
    return place >= 0 && place < flags.count && flags[place]
  }

  mutating func insert(_ number: Int32) {
    let place = Int(number)
    if flags.isEmpty { flags.reserveCapacity(32) }
    while flags.count <= place { flags.append(false) }
    flags[place] = true
  }
}

/// Map from numbers of a ``ByteStringTable`` to numbers.
struct DenseMap: Sendable {
  private var values: [Int32] = []

  subscript(number: Int32) -> Int32? {
    get {
      let place = Int(number)
      return place >= 0 && place < values.count && values[place] >= 0 ? values[place] : nil
    }
    set {
      let place = Int(number)
      if values.isEmpty { values.reserveCapacity(32) }
      while values.count <= place { values.append(-1) }
      values[place] = newValue ?? -1
    }
  }
}
