import Testing

@testable import Mutation

/// Each hostile shape of a scene is produced from two valid scenes by a bounded number of the
/// mutations meant for it.
@Suite struct HostileSceneTests {
  static let found: [String: UInt64] = {
    let mutator = SceneMutator(limit: 1 << 16)
    var found: [String: UInt64] = [:]
    for group in SceneShapes.groups {
      let mutations = group.mutations.compactMap { name in
        SceneMutation.ofScenes.first { $0.name == name }
      }
      let search = ShapeSearch(
        maximumMutations: 4_000, maximumParent: 4_096, seeds: BaseScenes.scenes
      ) {
        mutator.apply(mutations[Int($1 % UInt64(mutations.count))], to: $0, seed: $1) ?? $0
      }
      found.merge(search.found(group.shapes) { MadeScene($0) }) { one, _ in one }
    }
    return found
  }()

  @Test("every shape is produced", arguments: SceneShapes.all.map(\.name))
  func shape(name: String) { #expect(Self.found[name] != nil) }

  @Test("names of shapes are unique, and every mutation of a group exists")
  func names() {
    #expect(Set(SceneShapes.all.map(\.name)).count == SceneShapes.all.count)
    let mutations = Set(SceneMutation.ofScenes.map(\.name))
    #expect(mutations.isSuperset(of: SceneShapes.groups.flatMap(\.mutations)))
  }
}
