/// Length-limited Huffman code made from symbol counts (RFC 1951, section 3.2.2). Codes have their
/// first bit lowest.
package struct HuffmanCode {
  package private(set) var lengths: [UInt8]
  package private(set) var codes: [UInt16]

  /// Creates an optimal code, then shortens lengths above `maximumLength`.
  ///
  /// Symbols that do not occur get no code, but there are at least `minimumCodes` codes: DEFLATE
  /// needs two code length codes.
  init(counts: [UInt32], maximumLength: Int, minimumCodes: Int) {
    lengths = [UInt8](repeating: 0, count: counts.count)
    var used = counts.indices.filter { counts[$0] > 0 }
    for symbol in counts.indices where used.count < minimumCodes && counts[symbol] == 0 {
      used.append(symbol)
    }
    // Rare symbols first, equal counts by number, so that equal counts always give equal codes.
    used.sort { (counts[$0], $0) < (counts[$1], $1) }
    let numbers = Self.lengthCounts(used.map { UInt64(max(counts[$0], 1)) }, maximumLength)
    var next = 0
    for length in stride(from: maximumLength, through: 1, by: -1) {
      for _ in 0..<numbers[length] {
        lengths[used[next]] = UInt8(length)
        next += 1
      }
    }
    codes = Self.canonicalCodes(lengths)
  }

  package init(lengths: [UInt8]) {
    self.lengths = lengths
    codes = Self.canonicalCodes(lengths)
  }

  /// Number of codes of each length, for counts in ascending order.
  private static func lengthCounts(_ counts: [UInt64], _ maximumLength: Int) -> [Int] {
    var numbers = [Int](repeating: 0, count: maximumLength + 1)
    guard counts.count > 1 else {
      numbers[1] = counts.count
      return numbers
    }
    // Two queues in ascending order of weight: the leaves, and the nodes created so far.
    var weights: [UInt64] = []
    var parents = [Int](repeating: 0, count: 2 * counts.count - 1)
    var leaf = 0
    var node = 0
    func takeLightest() -> (weight: UInt64, index: Int) {
      if node >= weights.count || leaf < counts.count && counts[leaf] <= weights[node] {
        leaf += 1
        return (counts[leaf - 1], leaf - 1)
      }
      node += 1
      return (weights[node - 1], counts.count + node - 1)
    }
    while weights.count < counts.count - 1 {
      let first = takeLightest()
      let second = takeLightest()
      parents[first.index] = counts.count + weights.count
      parents[second.index] = counts.count + weights.count
      weights.append(first.weight + second.weight)
    }
    var depths = [Int](repeating: 0, count: parents.count)
    for index in stride(from: parents.count - 2, through: 0, by: -1) {
      depths[index] = depths[parents[index]] + 1
      if index < counts.count { numbers[min(depths[index], maximumLength)] += 1 }
    }
    // After capping, the code is over-subscribed: for each excess code, a shorter code is split
    // into two longer ones.
    var space = 0
    for length in 1...maximumLength { space += numbers[length] << (maximumLength - length) }
    while space > 1 << maximumLength {
      numbers[maximumLength] -= 1
      for length in stride(from: maximumLength - 1, through: 1, by: -1) where numbers[length] > 0 {
        numbers[length] -= 1
        numbers[length + 1] += 2
        break
      }
      space -= 1
    }
    return numbers
  }

  /// Codes in canonical order, bit-reversed for appending.
  private static func canonicalCodes(_ lengths: [UInt8]) -> [UInt16] {
    var first = [Int](repeating: 0, count: 17)
    var code = 0
    var numbers = [Int](repeating: 0, count: 17)
    for length in lengths where length > 0 { numbers[Int(length)] += 1 }
    for length in 1...16 {
      code = (code + numbers[length - 1]) << 1
      first[length] = code
    }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      defer { first[Int(length)] += 1 }
      return reverse(first[Int(length)], Int(length))
    }
  }

  private static func reverse(_ code: Int, _ length: Int) -> UInt16 {
    var reversed: UInt16 = 0
    for bit in 0..<length where code >> bit & 1 == 1 { reversed |= 1 << UInt16(length - 1 - bit) }
    return reversed
  }
}
