/// Finds repeated byte sequences (LZ77) by a hash of the next four bytes and chains of earlier
/// places.
struct MatchFinder {
  /// Effort of the search, in the terms of zlib's `deflateTune`.
  struct Effort {
    /// Maximum number of candidates per position.
    let maximumChain: Int
    /// A match below this length is compared with one at the next position; 0 disables lazy
    /// matching.
    let lazyBelow: Int
    /// A match of this length ends the search.
    let niceLength: Int

    static let fast = Effort(maximumChain: 1, lazyBelow: 0, niceLength: 258)
    static let good = Effort(maximumChain: 64, lazyBelow: 32, niceLength: 130)
  }

  /// Distances of the format, and the hash for inputs of that size: both are smaller for short
  /// inputs, whose tables would take longer to clear than their bytes to search.
  private static let maximumWindow = 32768
  private static let hashBits = 8...15
  private static let minimumLength = 4
  private static let maximumLength = 258

  private let effort: Effort
  /// A power of two.
  private let window: Int
  private let hashShift: UInt32
  /// Last position of each hash, plus one; 0 for none.
  private var heads: [Int]
  /// For each position of the window, the previous position with the same hash, plus one.
  private var chains: [Int]

  /// Creates a finder for an input of `count` bytes.
  init(_ effort: Effort, count: Int) {
    self.effort = effort
    let width = Int.bitWidth - max(count - 1, 0).leadingZeroBitCount
    let bits = min(max(width, Self.hashBits.lowerBound), Self.hashBits.upperBound)
    window = min(1 << bits, Self.maximumWindow)
    hashShift = UInt32(32 - bits)
    heads = [Int](repeating: 0, count: 1 << bits)
    chains = [Int](repeating: 0, count: window)
  }

  /// Returns the symbols from `position` on, until the block is full or the input ends.
  mutating func nextBlock(_ input: Span<UInt8>, _ position: inout Int) -> DeflateBlock {
    var block = DeflateBlock()
    var pending: (length: Int, distance: Int)?
    while position < input.count, !block.isFull {
      let match = pending ?? find(input, position)
      pending = nil
      insert(input, position)
      guard match.length >= Self.minimumLength else {
        block.add(literal: input[position])
        position += 1
        continue
      }
      if match.length < effort.lazyBelow {
        let next = find(input, position + 1)
        if next.length > match.length {
          block.add(literal: input[position])
          position += 1
          pending = next
          continue
        }
      }
      block.add(length: match.length, distance: match.distance)
      for covered in position + 1..<position + match.length { insert(input, covered) }
      position += match.length
    }
    return block
  }

  private func hash(_ input: Span<UInt8>, _ position: Int) -> Int {
    Int((LittleEndian.load4(input, position) &* 0x9E37_79B1) >> hashShift)
  }

  private mutating func insert(_ input: Span<UInt8>, _ position: Int) {
    guard position + Self.minimumLength <= input.count else { return }
    let hash = hash(input, position)
    chains[position & (window - 1)] = heads[hash]
    heads[hash] = position + 1
  }

  /// Longest match at `position` among the candidates; of equal ones the nearest.
  private func find(_ input: Span<UInt8>, _ position: Int) -> (length: Int, distance: Int) {
    guard position + Self.minimumLength <= input.count else { return (0, 0) }
    let maximum = min(Self.maximumLength, input.count - position)
    var best = (length: 0, distance: 0)
    var candidate = heads[hash(input, position)] - 1
    for _ in 0..<effort.maximumChain {
      // A chain entry that was overwritten points forwards and ends the chain.
      guard candidate >= 0, position - candidate <= window, candidate < position else { break }
      let length = Self.commonLength(input, candidate, position, maximum)
      if length > best.length {
        best = (length, position - candidate)
        if length >= min(effort.niceLength, maximum) { break }
      }
      let next = chains[candidate & (window - 1)] - 1
      guard next < candidate else { break }
      candidate = next
    }
    return best
  }

  private static func commonLength(
    _ input: Span<UInt8>, _ first: Int, _ second: Int, _ maximum: Int
  ) -> Int {
    var length = 0
    while length + 8 <= maximum {
      let difference =
        LittleEndian.load8(input, first + length) ^ LittleEndian.load8(input, second + length)
      if difference != 0 { return length + difference.trailingZeroBitCount >> 3 }
      length += 8
    }
    while length < maximum, input[first + length] == input[second + length] { length += 1 }
    return length
  }
}
