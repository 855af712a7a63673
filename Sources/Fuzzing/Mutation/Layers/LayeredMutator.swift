internal import StableNumbers

/// A mutator of a format, some of whose results get mutations of any text as well.
package struct LayeredMutator: Mutator {
  private let base: any Mutator
  /// Words that the reader of the format compares with.
  private let words: [[UInt8]]

  /// Maximum size of a result in bytes.
  package var limit: Int { base.limit }

  /// - Parameters:
  ///   - base: Mutator of the format.
  ///   - words: Words of its reader, such as `ReaderWords.xml`.
  package init(_ base: any Mutator, words: [[UInt8]] = []) {
    self.base = base
    self.words = words
  }

  /// Half of the results have mutations of the format alone, a quarter those of any text alone,
  /// and a quarter both. At most three of the latter.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    let choice = random.below(4)
    var bytes = choice == 0 ? input : base.mutate(input, seed: random.next())
    guard choice < 2 else { return bytes }
    for _ in 0..<[1, 1, 2, 3][random.below(4)] {
      let draw = random.below(LayerMutation.all.count + 3)
      let changed =
        draw < LayerMutation.all.count
        ? LayerMutation.all[draw].apply(to: bytes, seed: random.next(), limit: limit)
        : withWord(bytes, &random)
      bytes = changed ?? bytes
    }
    return bytes
  }

  /// A word of the reader instead of a token, or after one and its separator.
  private func withWord(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8]? {
    let tokens = TextTokens(bytes, &random)
    guard var word = random.pick(words), let token = tokens.any(&random) else { return nil }
    if random.once(in: 8) { word = LayerMutation.encoded(word[...], &random) }
    let result: [UInt8]
    if random.once(in: 2) || token.upperBound == bytes.count {
      result = LayerMutation.replacing(bytes, token, with: word)
    } else {
      let place = token.upperBound
      result = LayerMutation.replacing(bytes, place..<place, with: [bytes[place]] + word)
    }
    return result.count <= limit ? result : nil
  }

  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    base.crossOver(first, second, seed: seed)
  }
}
