/// Result of reading one scene, in the form that `SceneComparison` compares. Also the JSON answer
/// of the worker `scripts/slicer/reader.py`.
package struct LoadedScene: Codable, Equatable, Sendable {
  /// Outcome of loading; the raw values are those of the worker's JSON.
  package enum Outcome: String, Codable, Sendable {
    case accepted, acceptedWithErrors, refused
  }

  /// Outcome of loading. The lists are empty when the scene was refused.
  package var outcome: Outcome
  /// Nodes in scene order; nodes stored in a scene view follow the view directly.
  package var nodes: [LoadedNode]
  /// Items of the subject hierarchy, parents first; nil when the scene has no subject hierarchy.
  package var items: [LoadedItem]?
  /// Written values by attribute, for each top-level node in order; nil where the node was not
  /// written. Nodes in scene views are not written separately.
  package var values: [[String: WrittenValue]?]?
  /// Folder of the scene file.
  package var folder: String?
  /// Error messages about the scene itself.
  package var sceneErrors: [String]
  /// Error messages about data files, which need not exist.
  package var dataErrors: [String]

  /// A result without content.
  package init(outcome: Outcome) {
    self.outcome = outcome
    nodes = []
    sceneErrors = []
    dataErrors = []
  }
}

/// One node after loading.
package struct LoadedNode: Codable, Equatable, Sendable {
  /// Full class name, `vtkMRML…Node`.
  package var `class`: String
  /// Element name that the class writes.
  package var tag: String
  /// Identifier after loading, compared byte for byte.
  package var id: String
  /// Name after loading.
  package var name: String
  /// Description; nil when the node has none.
  package var description: String?
  /// Singleton tag; nil when the node is not a singleton.
  package var singletonTag: String?
  /// Flags common to all nodes, by attribute name.
  package var flags: [String: Bool]
  /// Custom attributes by name.
  package var attributes: [String: String]
  /// Identifiers by reference role, in order, without roles that have no target.
  package var references: [String: [String]]
  /// Index of the scene view that stores the node; nil for a top-level node.
  package var view: Int?
}

/// One item of a subject hierarchy. Its identifier is left out because readers number items
/// differently.
package struct LoadedItem: Codable, Equatable, Sendable {
  /// Index of the parent; nil for the scene item.
  package var parent: Int?
  /// Identifier of the item's node; nil for a folder.
  package var dataNode: String?
  /// Name of the item; nil when the item shows the name of its node.
  package var name: String?
}

/// Value of an attribute as written after loading.
package enum WrittenValue: Codable, Equatable, Sendable {
  case text(String)
  /// Exact numbers from a getter, where the written text is rounded.
  case numbers([Double])

  /// Decodes a string, or a list of numbers written as strings because JSON has no infinities.
  /// Strings that are not numbers are skipped.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .numbers(try container.decode([String].self).compactMap { Double($0) })
    }
  }

  /// Encodes a string, or numbers as strings without loss.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .numbers(let numbers): try container.encode(numbers.map { "\($0)" })
    }
  }
}
