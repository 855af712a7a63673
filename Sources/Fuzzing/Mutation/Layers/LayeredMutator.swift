internal import StableNumbers

/// A mutator of a format, some of whose results get mutations of any text as well.
package struct LayeredMutator: Mutator {
  private let base: any Mutator

  /// Maximum size of a result in bytes.
  package var limit: Int { base.limit }

  /// - Parameter base: mutator of the format.
  package init(_ base: any Mutator) { self.base = base }

  /// Half of the results have mutations of the format alone, a quarter those of any text alone,
  /// and a quarter both. At most three of the latter.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    let choice = random.below(4)
    var bytes = choice == 0 ? input : base.mutate(input, seed: random.next())
    guard choice < 2 else { return bytes }
    for _ in 0..<[1, 1, 2, 3][random.below(4)] {
      guard let mutation = random.pick(LayerMutation.all) else { break }
      bytes = mutation.apply(to: bytes, seed: random.next(), limit: limit) ?? bytes
    }
    return bytes
  }

  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    base.crossOver(first, second, seed: seed)
  }
}
