internal import StableNumbers

/// Mutator of DEFLATE streams: replaces a stream by generated blocks, inserts blocks before it, or
/// flips bits.
///
/// Linear in the stream.
package struct StreamMutator: Mutator {
  /// Maximum size of a result in bytes.
  package let limit: Int

  /// Creates a mutator of results of at most `limit` bytes.
  package init(limit: Int) { self.limit = limit }

  /// Applies one change. Returns `input` when the result would be too long.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    let result: [UInt8]
    switch random.below(4) {
    case 0:
      var maker = StreamMaker(random: random)
      result = maker.stream(isOpen: true) + input
    case 1: result = Self.flipped(input, &random)
    default:
      var maker = StreamMaker(random: random)
      result = maker.stream(isOpen: false)
    }
    return result.count <= limit ? result : input
  }

  /// Flips one to three bits, half of them in the first bytes, where the headers are.
  private static func flipped(_ input: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    guard !input.isEmpty else { return input }
    var out = input
    for _ in 0..<(1 + random.below(3)) {
      let place = random.below(random.once(in: 2) ? min(input.count, 24) : input.count)
      out[place] ^= 1 << UInt8(random.below(8))
    }
    return out
  }

  /// Returns one of the two streams after generated blocks.
  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    var maker = StreamMaker(random: SplitMix64(seed: seed))
    let result = maker.stream(isOpen: true) + (maker.random.once(in: 2) ? first : second)
    return result.count <= limit ? result : first
  }
}
