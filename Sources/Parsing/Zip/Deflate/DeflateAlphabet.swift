/// The symbols of DEFLATE (RFC 1951, section 3.2.5) as table entries without code bits, and the
/// fixed codes.
enum DeflateAlphabet {
  /// Order in which the lengths of the code length code are sent (section 3.2.7).
  static let codeLengthOrder: [UInt8] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  static let lengthBases: [UInt16] = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  static let lengthExtraBits: [UInt8] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  static let distanceBases: [UInt16] = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  static let distanceExtraBits: [UInt8] = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]

  /// Entries of the 288 literal/length symbols; 286 and 287 are part of the fixed code but have no
  /// meaning.
  static let literalSymbols: [UInt32] = {
    var symbols = (0..<256).map { HuffmanTable.literal | UInt32($0) << 16 }
    symbols.append(HuffmanTable.exceptional | HuffmanTable.endOfBlock)
    for (base, extra) in zip(lengthBases, lengthExtraBits) {
      symbols.append(UInt32(base) << 16 | UInt32(extra))
    }
    return symbols + [HuffmanTable.exceptional, HuffmanTable.exceptional]
  }()

  /// Entries of the 32 distance symbols; 30 and 31 have no meaning.
  static let distanceSymbols: [UInt32] =
    zip(distanceBases, distanceExtraBits).map { UInt32($0) << 16 | UInt32($1) }
    + [HuffmanTable.exceptional, HuffmanTable.exceptional]

  static let codeLengthSymbols: [UInt32] = (0..<19).map { UInt32($0) << 16 }

  /// Code lengths of the fixed literal/length code (section 3.2.6).
  static let fixedLiteralLengths: [UInt8] =
    [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
    + [UInt8](repeating: 7, count: 24) + [UInt8](repeating: 8, count: 8)

  static let fixedLiteralTable = table(
    .literalTable, lengths: fixedLiteralLengths, symbols: literalSymbols)
  static let fixedLiteralPairs = {
    var pairs = LiteralPairs()
    pairs.fill(from: fixedLiteralTable)
    return pairs
  }()
  static let fixedDistanceTable = table(
    .distanceTable, lengths: [UInt8](repeating: 5, count: 32), symbols: distanceSymbols)

  private static func table(
    _ empty: HuffmanTable, lengths: [UInt8], symbols: [UInt32]
  ) -> HuffmanTable {
    var table = empty
    let shape = table.build(lengths: lengths[...], symbols: symbols)
    precondition(shape == .complete, "the fixed codes are complete")
    return table
  }
}

extension HuffmanTable {
  /// 11 root bits: at most 2342 entries for 288 symbols (bound from zlib's `enough`).
  static let literalTable = HuffmanTable(rootBits: 11, capacity: 4096)
  /// 9 root bits: at most 594 entries for 32 symbols.
  static let distanceTable = HuffmanTable(rootBits: 9, capacity: 1024)
  /// Code length codes have at most 7 bits.
  static let codeLengthTable = HuffmanTable(rootBits: 7, capacity: 128)
}
