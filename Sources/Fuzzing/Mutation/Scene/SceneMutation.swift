/// Mutation of a scene: adds edits to a draft, or none when it does not apply.
package struct SceneMutation: Sendable {
  /// Stable name for tests and reports.
  package let name: String
  let apply: @Sendable (inout SceneDraft) -> Void

  init(_ name: String, _ apply: @escaping @Sendable (inout SceneDraft) -> Void) {
    self.name = name
    self.apply = apply
  }

  /// Every mutation, of scenes and of the grammar of XML.
  package static let all = ofScenes + grammar

  /// Mutations of scenes.
  package static let ofScenes =
    elements + attributes + references + identity + hierarchies + agreeing + document + entities

  /// Mutations of any XML document, with twice the probability for those of the grammar.
  package static let ofDocuments = elements + document + entities + grammar + grammar
}
