import Testing

@testable import Mutation

/// Each hostile shape of a scene is made by a bounded number of the moves that are for it, of two honest scenes which
/// have none of them.
@Suite struct HostileSceneTests {
  static let found: [String: UInt64] = {
    let mutator = SceneMutator(limit: 1 << 16)
    var found: [String: UInt64] = [:]
    for group in SceneShapes.groups {
      let moves = group.moves.compactMap { name in SceneMove.ofScenes.first { $0.name == name } }
      let search = ShapeSearch(most: 4_000, longestParent: 4_096, seeds: BaseScenes.scenes) {
        mutator.apply(moves[Int($1 % UInt64(moves.count))], to: $0, seed: $1) ?? $0
      }
      found.merge(search.found(group.shapes) { MadeScene($0) }) { one, _ in one }
    }
    return found
  }()

  @Test("every shape is made", arguments: SceneShapes.all.map(\.name))
  func shape(name: String) { #expect(Self.found[name] != nil) }

  @Test("no two shapes have one name, and each move is one of a session")
  func names() {
    #expect(Set(SceneShapes.all.map(\.name)).count == SceneShapes.all.count)
    let moves = Set(SceneMove.ofScenes.map(\.name))
    #expect(moves.isSuperset(of: SceneShapes.groups.flatMap(\.moves)))
  }
}
