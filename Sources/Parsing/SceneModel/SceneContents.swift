import XMLReading

/// What a scene holds, as flat arrays beside the document. Shared by the scene and its nodes.
final class SceneContents: Sendable {
  let document: XMLDocument
  let rules: SceneRules
  let limits: SceneLimits
  let header: SceneHeader
  /// Every node that was created, in document order.
  let records: [NodeRecord]
  /// The nodes of the scene itself, in order: indexes of `records`.
  let main: [Int32]
  /// Identifiers, names and roles.
  let strings: ByteStringTable
  let roles: [RoleRecord]
  let targets: [TargetRecord]
  let properties: [[NamedValue]]
  let items: [ItemRecord]
  /// Items of subject hierarchies that the scene does not keep.
  let droppedItems: [ItemRecord]
  /// Elements that made no node.
  let unknownElements: [Int32]
  let notes: NoteList<SceneNote>
  /// See the loader.
  let earlierContents: [Int32: [(element: Int32, type: Int16)]]
  /// The moves of identifiers, for attributes that hold some.
  private let moves: MovedIDs

  init(_ loader: consuming SceneLoader) {
    document = loader.document
    rules = loader.rules
    limits = loader.limits
    header = loader.header
    records = loader.records
    main = loader.main
    strings = loader.strings
    roles = loader.roles
    targets = loader.targets
    properties = loader.properties
    items = loader.items
    droppedItems = loader.droppedItems
    unknownElements = loader.unknownElements
    notes = loader.notes
    earlierContents = loader.earlierContents
    moves = MovedIDs(loader.movedIDs, loader.strings)
  }

  /// Whether loading gave a node another identifier than the one that its element names.
  var movesIdentifiers: Bool { !moves.isEmpty }

  /// The identifier that a node of this one has in the end.
  func followed(_ id: [UInt8]) -> [UInt8] {
    guard !moves.isEmpty, let index = strings.index(of: id[...]) else { return id }
    return Array(strings[moves.follow(index)])
  }
}

/// One node. Numbers below zero mean "none".
struct NodeRecord: Sendable {
  /// The element that created the node; none for the subject hierarchy that a scene gets when it lacks one.
  var element: Int32
  /// The element whose attributes the node has now: another one after a singleton took content over.
  var content: Int32
  /// Index in the catalog.
  var type: Int16
  /// The type of the node that `content` was taken over from; none when it is the node's own.
  var contentType: Int16 = -1
  var flags: Flags = []
  /// The scene view that holds the node; ``lost`` when another one's content replaced that of the view.
  var owner: Int32 = -1
  /// Indexes of the string table.
  var id: Int32 = -1
  /// Below -1 the name is still an attribute: ``attribute(ofName:)``.
  var name: Int32 = -1
  var singletonTag: Int32 = -1
  /// The `attributes` and `references` attributes of `content`.
  var customAttributes: Int32 = -1
  var references: Int32 = -1
  /// Range of `SceneContents.roles`.
  var firstRole: Int32 = 0
  var roleCount: Int32 = 0

  static let lost: Int32 = -2

  /// Most names are never looked up, so they stay attributes until one must be.
  static func name(fromAttribute attribute: Int) -> Int32 { -2 - Int32(attribute) }
  static func attribute(ofName name: Int32) -> Int { Int(-2 - name) }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// Another node took this one's content.
    static let merged = Flags(rawValue: 1)
    /// The custom attribute `LabelMap` was used up.
    static let becameLabelMap = Flags(rawValue: 2)
    /// The tag was given to the node because of its identifier.
    static let adoptedTag = Flags(rawValue: 4)
    /// Has attributes that set roles.
    static let hasRoleAttributes = Flags(rawValue: 8)
    /// Went into a scene view that its element does not stand in.
    static let swallowed = Flags(rawValue: 16)
    /// A subject hierarchy that the last step of loading took out again.
    static let removed = Flags(rawValue: 32)
  }
}

/// One role of one node: consecutive targets.
struct RoleRecord: Sendable {
  var name: Int32
  var firstTarget: Int32
  var targetCount: Int32
}

struct TargetRecord: Sendable {
  var id: Int32
  /// Index of `SceneContents.properties`.
  var properties: Int32 = -1
}

struct ItemRecord: Sendable {
  var element: Int32
  /// The subject hierarchy, as an index of `records`.
  var hierarchy: Int32
}
