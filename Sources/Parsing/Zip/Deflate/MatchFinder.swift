/// Finds repeated byte sequences (LZ77) by a hash of the next four bytes and chains of earlier places.
struct MatchFinder {
  /// How hard to look.
  struct Effort {
    /// Most places to compare for each position.
    let chain: Int
    /// A match of this length is taken without looking at the next position; 0 never looks.
    let lazyBelow: Int
    /// A match of this length ends the search.
    let enough: Int

    static let fast = Effort(chain: 1, lazyBelow: 0, enough: 258)
    static let good = Effort(chain: 64, lazyBelow: 32, enough: 130)
  }

  private static let window = 32768
  private static let hashBits = 15
  private static let shortest = 4
  private static let longest = 258

  private let effort: Effort
  /// Last position of each hash, plus one; 0 is none.
  private var heads = [Int](repeating: 0, count: 1 << hashBits)
  /// For each position of the window, the one before it with the same hash, plus one.
  private var chains = [Int](repeating: 0, count: window)

  init(_ effort: Effort) { self.effort = effort }

  /// Symbols from `position` on, until the block is full or the input ends.
  mutating func nextBlock(_ input: Span<UInt8>, _ position: inout Int) -> DeflateBlock {
    var block = DeflateBlock()
    var pending: (length: Int, distance: Int)?
    while position < input.count, !block.isFull {
      let match = pending ?? find(input, position)
      pending = nil
      insert(input, position)
      guard match.length >= Self.shortest else {
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
    Int((LittleEndian.load4(input, position) &* 0x9E37_79B1) >> UInt32(32 - Self.hashBits))
  }

  private mutating func insert(_ input: Span<UInt8>, _ position: Int) {
    guard position + Self.shortest <= input.count else { return }
    let hash = hash(input, position)
    chains[position & (Self.window - 1)] = heads[hash]
    heads[hash] = position + 1
  }

  /// The longest match at `position` among the places tried, the nearest of equal ones.
  private func find(_ input: Span<UInt8>, _ position: Int) -> (length: Int, distance: Int) {
    guard position + Self.shortest <= input.count else { return (0, 0) }
    let most = min(Self.longest, input.count - position)
    var best = (length: 0, distance: 0)
    var candidate = heads[hash(input, position)] - 1
    for _ in 0..<effort.chain {
      // A chain whose place in the window has been reused goes forwards, and ends here.
      guard candidate >= 0, position - candidate <= Self.window, candidate < position else { break }
      let length = Self.commonLength(input, candidate, position, most)
      if length > best.length {
        best = (length, position - candidate)
        if length >= min(effort.enough, most) { break }
      }
      let next = chains[candidate & (Self.window - 1)] - 1
      guard next < candidate else { break }
      candidate = next
    }
    return best
  }

  private static func commonLength(
    _ input: Span<UInt8>, _ first: Int, _ second: Int, _ most: Int
  ) -> Int {
    var length = 0
    while length + 8 <= most {
      let difference =
        LittleEndian.load8(input, first + length) ^ LittleEndian.load8(input, second + length)
      if difference != 0 { return length + difference.trailingZeroBitCount >> 3 }
      length += 8
    }
    while length < most, input[first + length] == input[second + length] { length += 1 }
    return length
  }
}
