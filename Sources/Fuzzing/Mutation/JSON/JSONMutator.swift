/// Changes JSON texts by their values, with the names and kinds of markups files. Deterministic in the seed.
package struct JSONMutator: Sendable {
  /// Most bytes of a result.
  package let limit: Int

  /// A mutator of results of at most `limit` bytes.
  package init(limit: Int) { self.limit = limit }

  /// One to five mutations, each on what the one before it made; linear in the text for each.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var random = MutationRandom(seed: seed)
    var bytes = input
    let count = [1, 1, 2, 2, 3, 5][random.below(6)]
    for _ in 0..<count {
      let mutation = JSONMutation.all[random.below(JSONMutation.all.count)]
      bytes = apply(mutation, to: bytes, seed: random.next()) ?? bytes
    }
    return bytes
  }

  /// What one mutation makes of a text; nil when it does not apply, or the result would be too long.
  package func apply(_ mutation: JSONMutation, to bytes: [UInt8], seed: UInt64) -> [UInt8]? {
    var draft = JSONDraft(bytes, random: MutationRandom(seed: seed), limit: limit)
    mutation.apply(&draft)
    return draft.bytes.count <= limit && draft.bytes != bytes ? draft.bytes : nil
  }

  /// Values of the second text in the containers of the first, or in the place of its values.
  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    var draft = JSONDraft(first, random: MutationRandom(seed: seed), limit: limit)
    let other = JSONOutline(second)
    guard let donor = draft.random.pick(other.values) else { return first }
    if draft.random.once(in: 2), let value = draft.anyValue() {
      draft.replace(value.range, with: second[donor.range])
    } else if let container = donor.key == nil ? draft.any(.array) : draft.any(.object) {
      draft.insert(Array(second[donor.whole]), into: container)
    }
    return draft.bytes.count <= limit ? draft.bytes : first
  }
}
