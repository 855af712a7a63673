/// Changes texts that consist of records and fields: side files, links, values of attributes.
///
/// Deterministic in the seed; each mutation is linear in the text.
package struct TextMutator: Sendable {
  /// Separators and words of the texts.
  package let format: TextFormat
  /// Most bytes of a result.
  package let limit: Int

  /// A mutator of texts of that format, with results of at most `limit` bytes.
  package init(_ format: TextFormat, limit: Int) {
    self.format = format
    self.limit = limit
  }

  /// One to six mutations. Gives what came in where the result would be too long.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var draft = TextDraft(input, format, random: MutationRandom(seed: seed), limit: limit)
    let count = [1, 1, 2, 2, 3, 6][draft.random.below(6)]
    for _ in 0..<count {
      TextMutation.all[draft.random.below(TextMutation.all.count)].apply(&draft)
      if draft.bytes.count > limit { return input }
    }
    return draft.bytes
  }

  /// What one mutation makes of a text; nil when nothing changed or the result would be too long.
  package func apply(_ mutation: TextMutation, to bytes: [UInt8], seed: UInt64) -> [UInt8]? {
    var draft = TextDraft(bytes, format, random: MutationRandom(seed: seed), limit: limit)
    mutation.apply(&draft)
    return draft.bytes.count <= limit && draft.bytes != bytes ? draft.bytes : nil
  }

  /// Records of the second text between those of the first.
  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    var draft = TextDraft(first, format, random: MutationRandom(seed: seed), limit: limit)
    var donor = TextDraft(second, format, random: draft.random, limit: limit)
    for _ in 0..<(1 + draft.random.below(3)) {
      let record = Array(second[donor.anyRecord()])
      let place = draft.anyRecord()
      let range = draft.random.once(in: 2) ? place : place.lowerBound..<place.lowerBound
      draft.replace(range, with: record)
    }
    return draft.bytes.count <= limit ? draft.bytes : first
  }
}
