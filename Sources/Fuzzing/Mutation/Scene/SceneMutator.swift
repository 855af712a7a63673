internal import StableNumbers

/// Structure-aware mutator for MRML scenes and XML documents.
package struct SceneMutator: Mutator {
  /// Maximum size of a result in bytes.
  package let limit: Int
  private let mutations: [SceneMutation]

  /// Creates a mutator of results of at most `limit` bytes; `mutations` must not be empty.
  package init(limit: Int, mutations: [SceneMutation] = SceneMutation.ofScenes) {
    self.limit = limit
    self.mutations = mutations
  }

  /// Applies one to four mutations. Returns `input` when none of them applied.
  ///
  /// Each mutation is linear, and reads at most `MarkupOutline.maximumElements` elements.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    var bytes = input
    let count = [1, 1, 1, 2, 2, 4][random.below(6)]
    for _ in 0..<count { bytes = mutation(bytes, &random) ?? bytes }
    return bytes
  }

  /// Applies one mutation; nil when none of three drawn ones applied.
  private func mutation(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8]? {
    for _ in 0..<3 {
      let mutation = mutations[random.below(mutations.count)]
      if let result = apply(mutation, to: bytes, seed: random.next()) { return result }
    }
    return nil
  }

  /// Applies `mutation`; nil when it does not apply, or the result would be too long.
  package func apply(_ mutation: SceneMutation, to bytes: [UInt8], seed: UInt64) -> [UInt8]? {
    var draft = SceneDraft(bytes, random: SplitMix64(seed: seed), limit: limit)
    mutation.apply(&draft)
    return draft.result()
  }

  /// Inserts elements of the second scene into the first, or replaces elements by them.
  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    var draft = SceneDraft(first, random: SplitMix64(seed: seed), limit: limit)
    let other = MarkupOutline(second, maximumElements: MarkupOutline.maximumElements)
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
