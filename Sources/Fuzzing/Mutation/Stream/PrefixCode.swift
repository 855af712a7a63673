internal import StableNumbers
internal import ZipReading

/// Code lengths of a prefix code as DEFLATE transmits them (RFC 1951, section 3.2.2): 0 for an
/// unused symbol.
///
/// The lengths need not form a valid code. The bits are those of the compressor's `HuffmanCode`.
struct PrefixCode {
  var lengths: [Int]

  init(lengths: [Int]) { self.lengths = lengths }

  /// Creates a random complete code of an alphabet of `count` symbols, in which only `symbols` are
  /// used.
  ///
  /// Splits random leaves of a code tree until there is one leaf for each symbol. A single symbol
  /// gets one bit.
  init(_ symbols: [Int], of count: Int, maximumLength: Int, _ random: inout SplitMix64) {
    var leaves = [0]
    while leaves.count < symbols.count {
      let place = random.below(leaves.count)
      guard leaves[place] < maximumLength else {
        // Another leaf is shorter: a full tree of this depth has more leaves than there are
        // symbols.
        if let shorter = leaves.firstIndex(where: { $0 < maximumLength }) {
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

  /// The canonical code of the lengths.
  var code: HuffmanCode { HuffmanCode(lengths: lengths.map { UInt8($0) }) }

  var symbols: [Int] { lengths.indices.filter { lengths[$0] > 0 } }

  /// The fixed codes (section 3.2.6).
  static let fixedLiterals = PrefixCode(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  static let fixedDistances = PrefixCode(lengths: [Int](repeating: 5, count: 32))
}

extension BitOutput {
  /// Appends the code of one symbol; nothing where the symbol is unused.
  mutating func append(_ symbol: Int, of code: HuffmanCode) {
    append(UInt32(code.codes[symbol]), Int(code.lengths[symbol]))
  }

  /// Appends the lowest `width` bits of `value`; the bits above them are zero.
  mutating func append(_ value: Int, _ width: Int) {
    append(UInt32(truncatingIfNeeded: value), width)
  }

  /// Aligns the output and appends whole bytes.
  mutating func append(bytes: [UInt8]) {
    align()
    for byte in bytes { append(UInt32(byte), 8) }
  }
}
