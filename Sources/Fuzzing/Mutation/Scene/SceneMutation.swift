/// One way to change a scene: asks a draft for changes, or for none where it does not apply.
package struct SceneMutation: Sendable {
  /// Stable name, as tests and reports have it.
  package let name: String
  let apply: @Sendable (inout SceneDraft) -> Void

  init(_ name: String, _ apply: @escaping @Sendable (inout SceneDraft) -> Void) {
    self.name = name
    self.apply = apply
  }

  /// Every mutation. Those that make what only a scene has come more than once in the draw (`SceneMutator`).
  package static let all = ofScenes + grammar

  /// Those that make what a scene has.
  package static let ofScenes =
    elements + attributes + references + identity + hierarchies + agreeing + document + entities

  /// Those that make what any XML document has.
  package static let ofDocuments = elements + document + entities + grammar + grammar
}
