/// What a node has for one attribute after loading: what it was given, or what its class begins with.
public struct LoadedValue: Sendable {
  /// Name of the XML attribute that the value would be written to.
  public let nameBytes: [UInt8]
  /// How the class reads the text of that attribute.
  public let kind: ValueKind
  /// The value after loading, in the form that `kind` decodes to.
  public let value: AttributeValue
  /// Whether the node has it from its class: the attribute is missing, or its text was rejected.
  public let isDefault: Bool

  /// The name as text; bytes that are no UTF-8 are repaired.
  public var name: String { String(decoding: nameBytes, as: UTF8.self) }
}

extension Node {
  /// What the node itself is told by: these are no values.
  static let identity: Set = [
    "id", "name", "singletonTag", "description", "attributes", "references", "hideFromEditors",
    "selectable", "selected", "undoEnabled",
  ]

  /// Every value that the node has after loading, by name: what its class begins with, changed by what it was given;
  /// what tells the node itself left out. Cost: the attributes of the class and of those that it inherits from, times
  /// those of the node.
  public var loadedValues: [LoadedValue] {
    allValues.filter { !Self.identity.contains($0.name) }
  }

  /// The flags that every node has: `hideFromEditors`, `selectable`, `selected` and `undoEnabled`.
  public var flags: [String: Bool] {
    var flags: [String: Bool] = [:]
    for value in allValues {
      if ["hideFromEditors", "selectable", "selected", "undoEnabled"].contains(value.name),
        case .bool(let flag) = value.value
      {
        flags[value.name] = flag && !losesFlag(value.nameBytes[...])
      }
    }
    return flags
  }

  /// Whether loading takes the flag of that name away, whatever the element says.
  func losesFlag(_ name: ArraySlice<UInt8>) -> Bool {
    // The old name of scene views, and subject hierarchies of the old kind, are shown to all.
    if name.elementsEqual("hideFromEditors".utf8) {
      return tag == "SceneSnapshot" || type.name == "SubjectHierarchyLegacy"
    }
    // Conversion to a label map copies all but this.
    return record.flags.contains(.becameLabelMap) && name.elementsEqual("selected".utf8)
  }

  /// The description that the node has: markups lose theirs, and the type of a color table brings its own.
  public var description: LoadedDescription {
    if inherits("Markups") { return .text([]) }
    let given = attribute("description").map { LoadedDescription.text(Array($0.utf8)) }
    guard inherits("ColorTable") else { return given ?? .none }
    if attribute("type") != nil {
      guard case .integer(let type) = NodeValues(self)["type"] else { return .unspecified }
      if Self.describedColorTypes.contains(type) { return .ofColorType(type) }
    }
    return given ?? .ofColorType(type.name == "ColorTable" ? -1 : 13)
  }

  /// The types of color tables that have a description of their own.
  private static let describedColorTypes: Set<Int32> = Set(0...38).subtracting([11])

  /// Whether the class is the one of that short name or inherits from it.
  public func inherits(_ name: String) -> Bool {
    let catalog = contents.rules.catalog
    return catalog.lineages[Int(record.type)].contains { catalog.types[$0].name == name }
  }

  private var allValues: [LoadedValue] {
    NodeValues(self).entries.map { name, entry in
      LoadedValue(
        nameBytes: name, kind: entry.kind, value: entry.value, isDefault: entry.isDefault)
    }
    .sorted { $0.nameBytes.lexicographicallyPrecedes($1.nameBytes) }
  }
}

/// The description of a node.
public enum LoadedDescription: Equatable, Sendable {
  case none
  case text([UInt8])
  /// The application's own words for a type of color table.
  case ofColorType(Int32)
  /// The format does not define it.
  case unspecified
}
