/// Decoding table of one Huffman code of DEFLATE (RFC 1951, section 3.2.2): a root table indexed by
/// the next bits of the stream, followed by second-level tables for longer codes.
///
/// An entry is 32 bits:
///
///     bits 0...4    bits to drop: the whole code, and the extra bits of a length or distance
///     bit  5        exceptional: pointer, end of block or unused code (see below)
///     bits 8...11   bits of the code alone; for a pointer, the index bits of its second table
///     bits 16...30  length base, distance base, literal byte, code length symbol or table index
///     bit  31       literal
///
/// An exceptional entry has one of bits 6 (pointer) and 7 (end of block), or neither (unused code).
struct HuffmanTable: Sendable {
  static let exceptional: UInt32 = 1 << 5
  static let pointer: UInt32 = 1 << 6
  static let endOfBlock: UInt32 = 1 << 7
  static let literal: UInt32 = 1 << 31
  /// An unused code is detected after one bit, since only a code of a single one-bit symbol has
  /// one.
  static let unused: UInt32 = exceptional | 1 << 8 | 1

  enum Shape: Equatable {
    case complete
    case oversubscribed
    /// Some bit sequences are no code; `lone` when there is exactly one code, of one bit, or none
    /// at all.
    case incomplete(lone: Bool)
  }

  let rootBits: Int
  /// Always `capacity` entries, a power of two above the need of any code of this alphabet, so that
  /// a masked index needs no other check.
  private(set) var entries: [UInt32]

  init(rootBits: Int, capacity: Int) {
    self.rootBits = rootBits
    entries = [UInt32](repeating: Self.unused, count: capacity)
  }

  /// Fills the table from code lengths (0 for an unused symbol, at most 15); `symbols` are the
  /// entries without code bits. An unusable code leaves the table unchanged.
  ///
  /// Cost: number of symbols plus size of the table.
  mutating func build(lengths: ArraySlice<UInt8>, symbols: [UInt32]) -> Shape {
    var counts = [16 of Int](repeating: 0)
    for length in lengths { counts[Int(length)] += 1 }
    let used = lengths.count - counts[0]
    var left = 1
    for length in 1...15 {
      left = left * 2 - counts[length]
      if left < 0 { return .oversubscribed }
    }
    let lone = used == 0 || (used == 1 && counts[1] == 1)
    if left > 0 && !lone { return .incomplete(lone: false) }

    var sorted = [320 of UInt16](repeating: 0)
    var starts = [17 of Int](repeating: 0)
    for length in 1...15 { starts[length + 1] = starts[length] + counts[length] }
    for (symbol, length) in lengths.enumerated() where length != 0 {
      sorted[starts[Int(length)]] = UInt16(truncatingIfNeeded: symbol)
      starts[Int(length)] += 1
    }
    if left > 0 {
      for index in 0..<(1 << rootBits) { entries[index] = Self.unused }
    }
    fill(counts: counts, sorted: sorted, symbols: symbols)
    return left > 0 ? .incomplete(lone: true) : .complete
  }

  /// Assigns codes in canonical order: shorter first, then by symbol. Codes are stored with their
  /// first bit lowest.
  private mutating func fill(
    counts: [16 of Int], sorted: [320 of UInt16], symbols: [UInt32]
  ) {
    let rootBits = rootBits
    let rootSize = 1 << rootBits
    // One uniqueness check of the array instead of one per entry.
    var entries = self.entries.mutableSpan
    var remaining = counts
    var code = 0
    var next = 0
    var free = rootSize
    var second = (prefix: -1, start: 0, bits: 0)
    for length in 1...15 {
      while remaining[length] > 0 {
        let symbol = symbols[Int(sorted[next])]
        let reversed = Self.reverse(code, length)
        let entry = symbol &+ UInt32(length) | UInt32(length) << 8
        if length <= rootBits {
          for index in stride(from: reversed, to: rootSize, by: 1 << length) {
            entries[index] = entry
          }
        } else {
          let prefix = reversed & (rootSize - 1)
          if prefix != second.prefix {
            second = (prefix, free, Self.secondBits(length, rootBits, remaining))
            entries[prefix] =
              Self.exceptional | Self.pointer | UInt32(rootBits) | UInt32(second.bits) << 8
              | UInt32(free) << 16
            free += 1 << second.bits
          }
          let size = 1 << second.bits
          for index in stride(from: reversed >> rootBits, to: size, by: 1 << (length - rootBits)) {
            entries[second.start + index] = entry
          }
        }
        remaining[length] -= 1
        next += 1
        code += 1
      }
      code <<= 1
    }
  }

  /// Index bits of the second-level table that begins with a code of `length`: enough for its
  /// maximumLength code.
  private static func secondBits(_ length: Int, _ rootBits: Int, _ remaining: [16 of Int]) -> Int {
    var bits = length - rootBits
    var left = 1 << bits
    while bits + rootBits < 15 {
      left -= remaining[bits + rootBits]
      if left <= 0 { break }
      bits += 1
      left <<= 1
    }
    return bits
  }

  private static func reverse(_ code: Int, _ length: Int) -> Int {
    var code = code
    var reversed = 0
    for _ in 0..<length {
      reversed = reversed << 1 | code & 1
      code >>= 1
    }
    return reversed
  }
}
