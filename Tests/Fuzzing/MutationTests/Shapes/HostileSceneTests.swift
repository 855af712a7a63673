import Testing

@testable import Mutation

/// Each hostile shape of a scene is made by a bounded number of the mutations that are for it, of two honest scenes which
/// have none of them.
@Suite struct HostileSceneTests {
  static let found: [String: UInt64] = {
    let mutator = SceneMutator(limit: 1 << 16)
    var found: [String: UInt64] = [:]
    for group in SceneShapes.groups {
      let mutations = group.mutations.compactMap { name in
        SceneMutation.ofScenes.first { $0.name == name }
      }
      let search = ShapeSearch(most: 4_000, longestParent: 4_096, seeds: BaseScenes.scenes) {
        mutator.apply(mutations[Int($1 % UInt64(mutations.count))], to: $0, seed: $1) ?? $0
      }
      found.merge(search.found(group.shapes) { MadeScene($0) }) { one, _ in one }
    }
    return found
  }()

  @Test("every shape is made", arguments: SceneShapes.all.map(\.name))
  func shape(name: String) { #expect(Self.found[name] != nil) }

  @Test("no two shapes have one name, and each mutation is one of a session")
  func names() {
    #expect(Set(SceneShapes.all.map(\.name)).count == SceneShapes.all.count)
    let mutations = Set(SceneMutation.ofScenes.map(\.name))
    #expect(mutations.isSuperset(of: SceneShapes.groups.flatMap(\.mutations)))
  }
}
