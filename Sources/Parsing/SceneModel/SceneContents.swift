import XMLReading

/// Content of a scene as flat arrays beside the document, shared by the scene and its nodes.
final class SceneContents: Sendable {
  let document: XMLDocument
  let rules: SceneRules
  let limits: SceneLimits
  let header: SceneHeader
  /// Every created node, in document order.
  let records: [NodeRecord]
  /// Nodes of the scene itself, in order: indexes in `records`.
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
  /// As in ``SceneLoader``.
  let earlierContents: [Int32: [(element: Int32, type: Int16)]]
  /// Renamings of identifiers, for attributes that contain some.
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

  /// Whether loading renamed a node.
  var movesIdentifiers: Bool { !moves.isEmpty }

  /// Returns the identifier after loading of a node whose element has this one.
  func followed(_ id: [UInt8]) -> [UInt8] {
    guard !moves.isEmpty, let index = strings.index(of: id[...]) else { return id }
    return Array(strings[moves.follow(index)])
  }
}

/// Record of one node. Negative numbers mean "none".
struct NodeRecord: Sendable {
  /// Element that created the node; none for the subject hierarchy that loading adds.
  var element: Int32
  /// Element with the node's current attributes: another one after a singleton took over content.
  var content: Int32
  /// Index in the catalog.
  var type: Int16
  /// Type of the node from which `content` was taken over; none if it is the node's own.
  var contentType: Int16 = -1
  var flags: Flags = []
  /// Scene view that holds the node; ``lost`` if other content replaced that of the view.
  var owner: Int32 = -1
  /// Indexes in the string table.
  var id: Int32 = -1
  /// Below -1 the name is still an attribute: ``attribute(ofName:)``.
  var name: Int32 = -1
  var singletonTag: Int32 = -1
  /// Indexes of the `attributes` and `references` attributes of `content`.
  var customAttributes: Int32 = -1
  var references: Int32 = -1
  /// Range in `SceneContents.roles`.
  var firstRole: Int32 = 0
  var roleCount: Int32 = 0

  static let lost: Int32 = -2

  /// Most names are never looked up, so they stay attributes until needed.
  static func name(fromAttribute attribute: Int) -> Int32 { -2 - Int32(attribute) }
  static func attribute(ofName name: Int32) -> Int { Int(-2 - name) }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// Another node took over this one's content.
    static let merged = Flags(rawValue: 1)
    /// The custom attribute `LabelMap` was consumed.
    static let becameLabelMap = Flags(rawValue: 2)
    /// The tag was set because of the node's identifier.
    static let adoptedTag = Flags(rawValue: 4)
    /// Has attributes that set roles.
    static let hasRoleAttributes = Flags(rawValue: 8)
    /// Placed in a scene view whose element does not contain the node's.
    static let swallowed = Flags(rawValue: 16)
    /// A subject hierarchy that the last step of loading removed.
    static let removed = Flags(rawValue: 32)
  }
}

/// Role of one node: consecutive targets.
struct RoleRecord: Sendable {
  var name: Int32
  var firstTarget: Int32
  var targetCount: Int32
}

struct TargetRecord: Sendable {
  var id: Int32
  /// Index in `SceneContents.properties`.
  var properties: Int32 = -1
}

struct ItemRecord: Sendable {
  var element: Int32
  /// Subject hierarchy, as an index in `records`.
  var hierarchy: Int32
}
