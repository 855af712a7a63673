internal import StableNumbers

/// Mutator of the values of JSON texts, with the names and kinds of markups files.
package struct JSONMutator: Mutator {
  /// Maximum size of a result in bytes.
  package let limit: Int

  /// Creates a mutator of results of at most `limit` bytes.
  package init(limit: Int) { self.limit = limit }

  /// Applies one to five mutations, each linear in the text.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    var bytes = input
    let count = [1, 1, 2, 2, 3, 5][random.below(6)]
    for _ in 0..<count {
      let mutation = JSONMutation.all[random.below(JSONMutation.all.count)]
      bytes = apply(mutation, to: bytes, seed: random.next()) ?? bytes
    }
    return bytes
  }

  /// Applies `mutation`; nil when it does not apply, or the result would be too long.
  package func apply(_ mutation: JSONMutation, to bytes: [UInt8], seed: UInt64) -> [UInt8]? {
    var draft = JSONDraft(bytes, random: SplitMix64(seed: seed), limit: limit)
    mutation.apply(&draft)
    return draft.bytes.count <= limit && draft.bytes != bytes ? draft.bytes : nil
  }

  /// Inserts values of the second text into containers of the first, or replaces values by them.
  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    var draft = JSONDraft(first, random: SplitMix64(seed: seed), limit: limit)
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
