/// What a reader made of one scene, in the form in which two readers are compared. This is also what the worker
/// `scripts/slicer/reader.py` answers.
package struct LoadedScene: Codable, Equatable, Sendable {
  /// What came of loading; the raw values are those that the worker writes.
  package enum Outcome: String, Codable, Sendable {
    case accepted, acceptedWithErrors, refused
  }

  /// What came of loading. The lists below are empty for a refused scene.
  package var outcome: Outcome
  /// The nodes in the order of the scene, those inside a scene view right behind it.
  package var nodes: [LoadedNode]
  /// The items of the subject hierarchy from the top down; nil when the scene has none.
  package var items: [LoadedItem]?
  /// For each node of the scene itself, in order, what it is written with, by attribute; nil where that is not known.
  /// Nodes inside scene views are not written one by one.
  package var values: [[String: WrittenValue]?]?
  /// The folder that the scene was in.
  package var folder: String?
  /// What the reader said of the scene, and of the files that the scene names.
  package var sceneErrors: [String]
  /// What the reader said of the files that the scene names: they need not be there.
  package var dataErrors: [String]

  /// An outcome without content.
  package init(outcome: Outcome) {
    self.outcome = outcome
    nodes = []
    sceneErrors = []
    dataErrors = []
  }
}

/// One node as a reader left it.
package struct LoadedNode: Codable, Equatable, Sendable {
  /// The full class name, `vtkMRML…Node`.
  package var `class`: String
  /// The name of the element that the class writes.
  package var tag: String
  /// Identifier after loading; identifiers are compared byte for byte.
  package var id: String
  /// Name after loading.
  package var name: String
  /// Nil when the node has none.
  package var description: String?
  /// Nil when the node is no singleton.
  package var singletonTag: String?
  /// The flags that every node has, by attribute.
  package var flags: [String: Bool]
  /// The map of custom attributes.
  package var attributes: [String: String]
  /// Identifiers by role, in order; roles without a target are left out.
  package var references: [String: [String]]
  /// Place in the list of the scene view that holds the node.
  package var view: Int?
}

/// One item of a subject hierarchy: its identifier is the reader's own affair.
package struct LoadedItem: Codable, Equatable, Sendable {
  /// Place of the parent in the list.
  package var parent: Int?
  /// Identifier of the node that the item stands for; nil for a folder.
  package var dataNode: String?
  /// The item's own name; nil where it shows its node's.
  package var name: String?
}

/// What an attribute is written with after loading.
package enum WrittenValue: Codable, Equatable, Sendable {
  case text(String)
  /// Exact numbers, where the reader gives more than it writes.
  case numbers([Double])

  /// Reads a text, or a list of texts that are numbers, since JSON has no infinities. Words that are none are left out.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .numbers(try container.decode([String].self).compactMap { Double($0) })
    }
  }

  /// Writes a text, or numbers as texts, which lose nothing.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .numbers(let numbers): try container.encode(numbers.map { "\($0)" })
    }
  }
}
