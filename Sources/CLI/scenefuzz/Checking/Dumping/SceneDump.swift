import Preflight
import SceneModel

/// Scene in the output of `dump --as mrml`: its state after loading into an empty scene.
///
/// Nodes inside scene views form one flat list, each with its view, so that the nesting of the
/// output does not depend on the input.
struct SceneDump: Encodable {
  var verdict: String
  var member: String?
  var version: String?
  var nodes: [NodeDump]
  var viewNodes: [NodeDump]
  var items: [ItemDump]
  var notes: [ReportedHazard]
  var hazards: [ReportedHazard]

  init(_ scene: Scene, checked line: FileReport) {
    verdict = line.outcome.rawValue
    member = line.sceneMember
    version = scene.header.version.map(Self.text)
    nodes = scene.nodes.map { NodeDump($0) }
    viewNodes = scene.allNodes.filter { $0.view != nil }.map { NodeDump($0) }
    items = scene.items.map { ItemDump($0) }
    notes = line.notes
    hazards = line.hazards
  }

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }
}

/// A scene that was refused.
struct RefusedSceneDump: Encodable {
  var verdict: String
  var error: FileReport.Failure?

  init(_ line: FileReport) {
    verdict = line.outcome.rawValue
    error = line.error
  }
}

struct NodeDump: Encodable {
  var `class`: String
  var tag: String
  var id: String
  var name: String
  /// Identifier of the scene view that holds the node.
  var view: String?
  /// The attribute map of the node (`attributes="…"`).
  var attributes: [String: String]
  var references: [String: [String]]
  /// Value of each given attribute as its class reads it. A rejected text gives the class's
  /// default; a text without a defined meaning gives `"unspecified"`.
  var values: [String: ValueDump]
  /// XML attributes, verbatim.
  var xmlAttributes: [String: String]

  init(_ node: Node) {
    `class` = node.className
    tag = node.tag
    id = node.id
    name = node.name
    view = node.view?.id
    attributes = Dictionary(
      node.customAttributes.map { (SceneDump.text($0.name), SceneDump.text($0.value)) },
      uniquingKeysWith: { $1 })
    references = Dictionary(
      node.references.map { ($0.role, $0.ids) }, uniquingKeysWith: { $0 + $1 })
    let given = Set(node.attributes.map(\.name))
    values = Dictionary(
      node.loadedValues.compactMap { value in
        guard !value.isDefault || given.contains(value.name) else { return nil }
        return ValueDump(value.value).map { (value.name, $0) }
      }, uniquingKeysWith: { $1 })
    for (name, flag) in node.flags where given.contains(name) {
      values[name] = ValueDump(.bool(flag))
    }
    xmlAttributes = Dictionary(
      node.attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }
}

/// Item of a subject hierarchy.
struct ItemDump: Encodable {
  var id: Int32
  var parent: Int32
  var dataNode: String?
  var name: String?
  var type: String
  var expanded: Bool
  var uids: [String: String]
  var attributes: [String: String]

  init(_ item: SubjectHierarchyItem) {
    id = item.id
    parent = item.parent
    dataNode = item.dataNode.map(SceneDump.text)
    name = item.name.map(SceneDump.text)
    type = SceneDump.text(item.type)
    expanded = item.isExpanded
    func map(_ pairs: [NamedValue]) -> [String: String] {
      Dictionary(
        pairs.map { (SceneDump.text($0.name), SceneDump.text($0.value)) },
        uniquingKeysWith: { $1 })
    }
    uids = map(item.uids)
    attributes = map(item.attributes)
  }
}

/// A class value as JSON. Numbers without a JSON form are `"nan"`, `"inf"` and `"-inf"`; values
/// that the format does not define are `"unspecified"`.
struct ValueDump: Encodable {
  private let value: AttributeValue

  /// Nil for an attribute that the class reads but does not use.
  init?(_ value: AttributeValue) {
    if value == .ignored || value == .rejected { return nil }
    self.value = value
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch value {
    case .bool(let flag): try container.encode(flag)
    case .integer(let number): try container.encode(number)
    case .real(let number): try container.encode(Number(value: number))
    case .text(let bytes): try container.encode(SceneDump.text(bytes))
    case .term(let term, _): try container.encode(term)
    case .bools(let flags): try container.encode(flags)
    case .integers(let numbers): try container.encode(numbers)
    case .reals(let numbers): try container.encode(numbers.map { Number(value: $0) })
    case .texts(let texts): try container.encode(texts.map(SceneDump.text))
    case .pairs(let pairs):
      try container.encode(
        pairs.map { ["name": SceneDump.text($0.name), "value": SceneDump.text($0.value)] })
    case .records(let records):
      try container.encode(records.map { $0.map(SceneDump.text) })
    case .present: try container.encode(true)
    case .ignored: try container.encodeNil()
    case .rejected: try container.encodeNil()
    case .unspecified: try container.encode("unspecified")
    }
  }

  private struct Number: Encodable {
    let value: Double

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if value.isFinite {
        try container.encode(value)
      } else {
        try container.encode(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf")
      }
    }
  }
}
