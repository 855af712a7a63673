/// What a reader made of one scene, in the form in which two readers are compared. This is also what the worker
/// `scripts/slicer/reader.py` answers.
public struct LoadedScene: Codable, Equatable, Sendable {
  public enum Outcome: String, Codable, Sendable {
    case accepted, acceptedWithErrors, refused
  }

  public var outcome: Outcome
  /// The nodes in the order of the scene, those inside a scene view right behind it.
  public var nodes: [LoadedNode]
  /// The items of the subject hierarchy from the top down; nil when the scene has none.
  public var items: [LoadedItem]?
  /// For each node of the scene itself, in order, what it is written with, by attribute; nil where that is not known.
  /// Nodes inside scene views are not written one by one.
  public var values: [[String: WrittenValue]?]?
  /// The folder that the scene was in.
  public var folder: String?
  /// What the reader said of the scene, and of the files that the scene names.
  public var sceneErrors: [String]
  public var dataErrors: [String]

  public init(outcome: Outcome) {
    self.outcome = outcome
    nodes = []
    sceneErrors = []
    dataErrors = []
  }
}

/// One node as a reader left it.
public struct LoadedNode: Codable, Equatable, Sendable {
  public var `class`: String
  public var tag: String
  public var id: String
  public var name: String
  public var description: String?
  public var singletonTag: String?
  public var flags: [String: Bool]
  public var attributes: [String: String]
  public var references: [String: [String]]
  /// Place in the list of the scene view that holds the node.
  public var view: Int?
}

/// One item of a subject hierarchy: its identifier is the reader's own affair.
public struct LoadedItem: Codable, Equatable, Sendable {
  /// Place of the parent in the list.
  public var parent: Int?
  public var dataNode: String?
  public var name: String?
}

/// What an attribute is written with after loading.
public enum WrittenValue: Codable, Equatable, Sendable {
  case text(String)
  /// Exact numbers, where the reader gives more than it writes.
  case numbers([Double])

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .numbers(try container.decode([String].self).compactMap { Double($0) })
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .numbers(let numbers): try container.encode(numbers.map { "\($0)" })
    }
  }
}
