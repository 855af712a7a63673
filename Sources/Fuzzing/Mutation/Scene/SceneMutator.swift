/// Changes scenes as one who knows what they are made of: deterministic in the seed, bounded in time and size.
package struct SceneMutator: Sendable {
  /// Most bytes of a result.
  package let limit: Int
  private let moves: [SceneMove]

  /// A mutator of results of at most `limit` bytes, by `moves`, of which there is one at least.
  package init(limit: Int, moves: [SceneMove] = SceneMove.ofScenes) {
    self.limit = limit
    self.moves = moves
  }

  /// One to four moves, each on what the one before it made. Gives what came in when none of them applied.
  ///
  /// Linear in the input for each move; at most `MarkupOutline.mostElements` elements are looked at.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var random = MutationRandom(seed: seed)
    var bytes = input
    let count = [1, 1, 1, 2, 2, 4][random.below(6)]
    for _ in 0..<count { bytes = move(bytes, &random) ?? bytes }
    return bytes
  }

  /// One move of any kind; nil when the ones that were tried did not apply.
  private func move(_ bytes: [UInt8], _ random: inout MutationRandom) -> [UInt8]? {
    for _ in 0..<3 {
      let move = moves[random.below(moves.count)]
      if let result = apply(move, to: bytes, seed: random.next()) { return result }
    }
    return nil
  }

  /// What one move makes of a scene; nil when it does not apply, or the result would be too long.
  package func apply(_ move: SceneMove, to bytes: [UInt8], seed: UInt64) -> [UInt8]? {
    var draft = SceneDraft(bytes, random: MutationRandom(seed: seed), limit: limit)
    move.apply(&draft)
    return draft.result()
  }

  /// Elements of the second scene put into the first, or in the place of its elements.
  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    var draft = SceneDraft(first, random: MutationRandom(seed: seed), limit: limit)
    let other = MarkupOutline(second, most: MarkupOutline.mostElements)
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
