/// A prefix code as DEFLATE has it (RFC 1951, section 3.2.2): a length for each symbol, 0 for one that is not used.
struct PrefixCode {
  var lengths: [Int]

  init(lengths: [Int]) { self.lengths = lengths }

  /// A complete code for `symbols`, by splitting a leaf as often as it takes; one symbol alone gets one bit.
  init(_ symbols: [Int], of count: Int, longest: Int, _ random: inout MutationRandom) {
    var leaves = [0]
    while leaves.count < symbols.count {
      let place = random.below(leaves.count)
      guard leaves[place] < longest else {
        // Some leaf is shorter: a complete tree of this depth has room.
        if let shorter = leaves.firstIndex(where: { $0 < longest }) {
          leaves[shorter] += 1
          leaves.append(leaves[shorter])
        }
        continue
      }
      leaves[place] += 1
      leaves.append(leaves[place])
    }
    lengths = [Int](repeating: 0, count: count)
    for (symbol, length) in zip(symbols, leaves) { lengths[symbol] = max(length, 1) }
  }

  /// Codes in canonical order.
  var codes: [Int] {
    var codes = [Int](repeating: 0, count: lengths.count)
    var code = 0
    for length in 1...15 {
      for symbol in lengths.indices where lengths[symbol] == length {
        codes[symbol] = code
        code += 1
      }
      code <<= 1
    }
    return codes
  }

  var symbols: [Int] { lengths.indices.filter { lengths[$0] > 0 } }

  /// The fixed codes (section 3.2.6).
  static let fixedLiterals = PrefixCode(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  static let fixedDistances = PrefixCode(lengths: [Int](repeating: 5, count: 32))
}
