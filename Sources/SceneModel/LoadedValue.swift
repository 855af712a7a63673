/// What a node has for one attribute after loading: what it was given, or what its class begins with.
public struct LoadedValue: Sendable {
  public let nameBytes: [UInt8]
  public let kind: ValueKind
  public let value: AttributeValue
  /// Whether the node has it from its class: the attribute is missing, or its text was rejected.
  public let isDefault: Bool

  public var name: String { String(decoding: nameBytes, as: UTF8.self) }
}

extension Node {
  /// The description and the flags that every node has.
  public var rootValues: [String: AttributeValue] {
    let names: Set = [
      "description", "hideFromEditors", "selectable", "selected", "undoEnabled",
    ]
    return Dictionary(
      allValues.filter { names.contains($0.name) }.map { ($0.name, $0.value) },
      uniquingKeysWith: { $1 })
  }

  /// What the node itself is told by: these are no values.
  static let identity: Set = [
    "id", "name", "singletonTag", "description", "attributes", "references", "hideFromEditors",
    "selectable", "selected", "undoEnabled",
  ]

  /// Every attribute that the class reads by its whole name and that the node was given or begins with, and the given
  /// ones of the others; what tells the node itself left out. Linear in the attributes of the class and of the node.
  public var loadedValues: [LoadedValue] { allValues.filter { !Self.identity.contains($0.name) } }

  private var allValues: [LoadedValue] {
    let catalog = contents.rules.catalog
    let type = Int(record.type)
    var given: [[UInt8]: NodeXMLAttribute] = [:]
    var values: [LoadedValue] = []
    for attribute in attributes {
      guard let known = catalog.attribute(attribute.nameBytes, of: type) else { continue }
      if known.match == .whole {
        given[Array(attribute.nameBytes)] = attribute
      } else {
        values.append(
          LoadedValue(
            nameBytes: Array(attribute.nameBytes), kind: known.kind,
            value: AttributeValue(reading: attribute.valueBytes, as: known.kind), isDefault: false))
      }
    }
    for known in catalog.effectiveAttributes(of: type) {
      let name = Array(known.name.utf8)
      if let attribute = given[name] {
        let value = AttributeValue(reading: attribute.valueBytes, as: known.kind)
        if value != .rejected {
          values.append(
            LoadedValue(nameBytes: name, kind: known.kind, value: value, isDefault: false))
          continue
        }
      }
      guard let text = known.defaultText else { continue }
      values.append(
        LoadedValue(
          nameBytes: name, kind: known.kind,
          value: AttributeValue(reading: Array(text.utf8)[...], as: known.kind), isDefault: true))
    }
    return values
  }
}
