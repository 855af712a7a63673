/// Changes DEFLATE streams: puts made blocks in the place of a stream or in front of it, and turns single bits.
///
/// Deterministic in the seed; linear in the stream.
package struct StreamMutator: Sendable {
  /// Most bytes of a result.
  package let limit: Int

  /// A mutator of results of at most `limit` bytes.
  package init(limit: Int) { self.limit = limit }

  /// One change: blocks in front, bits turned, or another stream. Gives what came in where the result would be too
  /// long.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var random = MutationRandom(seed: seed)
    let result: [UInt8]
    switch random.below(4) {
    case 0:
      var maker = StreamMaker(random: random)
      result = maker.stream(isOpen: true) + input
    case 1: result = Self.turned(input, &random)
    default:
      var maker = StreamMaker(random: random)
      result = maker.stream(isOpen: false)
    }
    return result.count <= limit ? result : input
  }

  /// The headers of a stream are in its first bytes, so bits are turned there most often.
  private static func turned(_ input: [UInt8], _ random: inout MutationRandom) -> [UInt8] {
    guard !input.isEmpty else { return input }
    var out = input
    for _ in 0..<(1 + random.below(3)) {
      let place = random.below(random.once(in: 2) ? min(input.count, 24) : input.count)
      out[place] ^= 1 << UInt8(random.below(8))
    }
    return out
  }

  /// Made blocks in front of either stream.
  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    var maker = StreamMaker(random: MutationRandom(seed: seed))
    let result = maker.stream(isOpen: true) + (maker.random.once(in: 2) ? first : second)
    return result.count <= limit ? result : first
  }
}
