internal import StableNumbers

/// Mutator of archives: changes members, including the scene, and writes consistent sizes,
/// checksums and offsets.
///
/// Corruptions of headers are separate mutations (`HeaderCorruption`).
package struct ArchiveMutator: Mutator {
  /// Maximum size of a result in bytes.
  package let limit: Int
  private let mutations: [ArchiveMutation]

  /// Creates a mutator of results of at most `limit` bytes; the first of `mutations`, which must
  /// not be empty, is drawn half of the time.
  package init(limit: Int, mutations: [ArchiveMutation] = ArchiveMutation.all) {
    self.limit = limit
    self.mutations = mutations
  }

  /// Returns `input` when it is not an archive or the result would be too long.
  ///
  /// Costs inflating and deflating the members, of which at most a megabyte is kept.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    var bytes = input
    let choice = random.below(5)
    if choice > 0 { bytes = rewritten(bytes, &random) ?? bytes }
    // One in five only corrupts headers, one in five also changes members.
    if choice < 2 {
      for _ in 0..<[1, 1, 1, 2, 3][random.below(5)] {
        bytes = HeaderCorruption.corrupted(bytes, &random)
      }
    }
    return bytes.count <= limit ? bytes : input
  }

  private func rewritten(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8]? {
    guard var draft = ArchiveDraft(bytes, random: random, limit: limit) else { return nil }
    for _ in 0..<(1 + draft.random.below(3)) {
      // Half of the mutations are of the scene.
      let index = draft.random.once(in: 2) ? 0 : draft.random.below(mutations.count)
      mutations[index].apply(&draft)
    }
    random = draft.random
    return draft.written()
  }

  /// Applies one mutation; nil when the bytes are not an archive, nothing changed, or the result
  /// would be too long.
  package func apply(_ mutation: ArchiveMutation, to bytes: [UInt8], seed: UInt64) -> [UInt8]? {
    guard var draft = ArchiveDraft(bytes, random: SplitMix64(seed: seed), limit: limit) else {
      return nil
    }
    mutation.apply(&draft)
    let result = draft.written()
    return result.count <= limit && result != bytes ? result : nil
  }

  /// Adds members of the second archive to the first, or replaces members by them.
  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    let random = SplitMix64(seed: seed)
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
