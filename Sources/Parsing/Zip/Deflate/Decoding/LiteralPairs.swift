/// Lookup table of the fast loop: the root of a literal/length table, with two literals in one
/// entry where both codes fit in its index bits.
///
/// An entry without a literal is that of the table. With literals:
///
///     bits 0...5    bits to drop
///     bits 8...15   first byte
///     bits 16...23  second byte, if there are two
///     bits 24...25  number of literals
///     bit  31       literal
struct LiteralPairs: Sendable {
  static let rootBits = 11

  private(set) var entries = [UInt32](repeating: 0, count: 1 << Self.rootBits)
  /// Whether the entries belong to the table of the current block.
  private(set) var isCurrent = false

  mutating func invalidate() { isCurrent = false }

  /// Fills the entries from the root of `table`. Cost: its 2048 entries, so short blocks skip it.
  mutating func fill(from table: HuffmanTable) {
    isCurrent = true
    let table = table.entries.span
    var entries = self.entries.mutableSpan
    guard table.count == 4096, entries.count == 2048 else {
      preconditionFailure("a literal table has 11 root bits and room for 4096 entries")
    }
    for index in 0..<2048 {
      let first = table[index]
      guard first & HuffmanTable.literal != 0 else {
        entries[index] = first
        continue
      }
      let count = first & 31
      // The bits after the first code; bits beyond the index are zero and must not count.
      let second = table[index >> Int(count)]
      let both = count + second & 31
      let byte = first >> 16 & 0xFF
      if second & HuffmanTable.literal != 0, both <= Self.rootBits {
        entries[index] =
          HuffmanTable.literal | 2 << 24 | (second & 0xFF_0000) | byte << 8 | both
      } else {
        entries[index] = HuffmanTable.literal | 1 << 24 | byte << 8 | count
      }
    }
  }
}
