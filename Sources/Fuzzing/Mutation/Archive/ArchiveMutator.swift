/// Changes archives by their members, the scene inside among them, and repairs what it does not mean to break: sizes,
/// checksums, offsets, compression. Lies of the headers are mutations of their own.
package struct ArchiveMutator: Sendable {
  /// Most bytes of a result.
  package let limit: Int

  /// A mutator of results of at most `limit` bytes.
  package init(limit: Int) { self.limit = limit }

  /// Gives what came in where it is no archive, or where the result would be too long.
  ///
  /// Deterministic in the seed. Costs inflating and deflating the members, of which at most a megabyte is kept.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var random = MutationRandom(seed: seed)
    var bytes = input
    let choice = random.below(5)
    if choice > 0 { bytes = rewritten(bytes, &random) ?? bytes }
    // One in five only lies, one in five does both.
    if choice < 2 {
      for _ in 0..<[1, 1, 1, 2, 3][random.below(5)] {
        bytes = HeaderCorruption.tell(bytes, &random)
      }
    }
    return bytes.count <= limit ? bytes : input
  }

  private func rewritten(_ bytes: [UInt8], _ random: inout MutationRandom) -> [UInt8]? {
    guard var draft = ArchiveDraft(bytes, random: random, limit: limit) else { return nil }
    for _ in 0..<(1 + draft.random.below(3)) {
      // The scene is where most is to be found.
      let index = draft.random.once(in: 2) ? 0 : draft.random.below(ArchiveMutation.all.count)
      ArchiveMutation.all[index].apply(&draft)
    }
    random = draft.random
    return draft.written()
  }

  /// What one mutation makes of an archive; nil for what is none, or where the result would be too long.
  package func apply(_ mutation: ArchiveMutation, to bytes: [UInt8], seed: UInt64) -> [UInt8]? {
    guard var draft = ArchiveDraft(bytes, random: MutationRandom(seed: seed), limit: limit) else {
      return nil
    }
    mutation.apply(&draft)
    let result = draft.written()
    return result.count <= limit && result != bytes ? result : nil
  }

  /// Members of both archives in one.
  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    let random = MutationRandom(seed: seed)
    guard var draft = ArchiveDraft(first, random: random, limit: limit),
      let other = ArchiveDraft(second, random: random, limit: limit), !other.members.isEmpty
    else { return first }
    for _ in 0..<(1 + draft.random.below(2)) {
      let donor = other.members[draft.random.below(other.members.count)]
      if let index = draft.anyMember(), draft.random.once(in: 2) {
        draft.members[index] = donor
      } else {
        draft.members.append(donor)
      }
    }
    let result = draft.written()
    return result.count <= limit ? result : first
  }
}
