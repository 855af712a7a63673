internal import StableNumbers

/// Inputs that a mutator makes from a corpus: the same ones for the same seed.
package struct MutatedInputs: Sequence, Sendable {
  private let corpus: [[UInt8]]
  private let count: Int
  private let seed: UInt64
  private let mutator: any Mutator

  /// Creates a sequence of `count` inputs; `corpus` must not be empty.
  package init(of corpus: [[UInt8]], count: Int, seed: UInt64, by mutator: any Mutator) {
    self.corpus = corpus
    self.count = count
    self.seed = seed
    self.mutator = mutator
  }

  /// The inputs in order, made lazily. Each depends on the seed and its index alone, not on the
  /// inputs before it.
  package func makeIterator() -> some IteratorProtocol<[UInt8]> {
    (0..<count).lazy.map { [self] in input($0) }.makeIterator()
  }

  private func input(_ index: Int) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    random = SplitMix64(seed: random.next() &+ UInt64(index))
    guard var input = random.pick(corpus) else { return [] }
    if random.once(in: 4), let other = random.pick(corpus) {
      input = mutator.crossOver(input, other, seed: random.next())
    }
    return mutator.mutate(input, seed: random.next())
  }
}
