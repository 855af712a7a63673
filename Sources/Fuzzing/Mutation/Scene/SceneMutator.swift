/// Changes scenes as one who knows what they are made of: deterministic in the seed, bounded in time and size.
package struct SceneMutator: Sendable {
  /// Most bytes of a result.
  package let limit: Int
  private let mutations: [SceneMutation]

  /// A mutator of results of at most `limit` bytes, by `mutations`, of which there is one at least.
  package init(limit: Int, mutations: [SceneMutation] = SceneMutation.ofScenes) {
    self.limit = limit
    self.mutations = mutations
  }

  /// One to four mutations, each on what the one before it made. Gives what came in when none of them applied.
  ///
  /// Linear in the input for each mutation; at most `MarkupOutline.maximumElements` elements are looked at.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var random = MutationRandom(seed: seed)
    var bytes = input
    let count = [1, 1, 1, 2, 2, 4][random.below(6)]
    for _ in 0..<count { bytes = mutation(bytes, &random) ?? bytes }
    return bytes
  }

  /// One mutation of any kind; nil when the ones that were tried did not apply.
  private func mutation(_ bytes: [UInt8], _ random: inout MutationRandom) -> [UInt8]? {
    for _ in 0..<3 {
      let mutation = mutations[random.below(mutations.count)]
      if let result = apply(mutation, to: bytes, seed: random.next()) { return result }
    }
    return nil
  }

  /// What one mutation makes of a scene; nil when it does not apply, or the result would be too long.
  package func apply(_ mutation: SceneMutation, to bytes: [UInt8], seed: UInt64) -> [UInt8]? {
    var draft = SceneDraft(bytes, random: MutationRandom(seed: seed), limit: limit)
    mutation.apply(&draft)
    return draft.result()
  }

  /// Elements of the second scene put into the first, or in the place of its elements.
  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    var draft = SceneDraft(first, random: MutationRandom(seed: seed), limit: limit)
    let other = MarkupOutline(second, most: MarkupOutline.maximumElements)
    guard other.elements.count > 1 else { return first }
    for _ in 0..<(1 + draft.random.below(3)) {
      let donor = other.elements[1 + draft.random.below(other.elements.count - 1)]
      if draft.random.once(in: 2), let e = draft.innerElement() {
        draft.replace(draft.outline.elements[e].whole, with: second[donor.whole])
      } else {
        draft.insertMarkup(second[donor.whole])
      }
    }
    return draft.result() ?? first
  }
}
