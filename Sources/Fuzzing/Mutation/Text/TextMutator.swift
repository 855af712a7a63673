internal import StableNumbers

/// Mutator of texts that consist of records and fields: side files, links, values of attributes.
package struct TextMutator: Mutator {
  /// Separators and words of the texts.
  package let format: TextFormat
  /// Maximum size of a result in bytes.
  package let limit: Int

  /// Creates a mutator of texts of that format, with results of at most `limit` bytes.
  package init(_ format: TextFormat, limit: Int) {
    self.format = format
    self.limit = limit
  }

  /// Applies one to six mutations, each linear in the text. Returns `input` when the result would
  /// be too long.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var draft = TextDraft(input, format, random: SplitMix64(seed: seed), limit: limit)
    let count = [1, 1, 2, 2, 3, 6][draft.random.below(6)]
    for _ in 0..<count {
      TextMutation.all[draft.random.below(TextMutation.all.count)].apply(&draft)
      if draft.bytes.count > limit { return input }
    }
    return draft.bytes
  }

  /// Applies `mutation`; nil when nothing changed or the result would be too long.
  package func apply(_ mutation: TextMutation, to bytes: [UInt8], seed: UInt64) -> [UInt8]? {
    var draft = TextDraft(bytes, format, random: SplitMix64(seed: seed), limit: limit)
    mutation.apply(&draft)
    return draft.bytes.count <= limit && draft.bytes != bytes ? draft.bytes : nil
  }

  /// Inserts records of the second text into the first, or replaces records by them.
  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    var draft = TextDraft(first, format, random: SplitMix64(seed: seed), limit: limit)
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
