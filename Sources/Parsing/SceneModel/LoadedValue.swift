/// Value of one attribute of a node after loading: the given one, or the default of the class.
public struct LoadedValue: Sendable {
  /// Name of the XML attribute to which the value is written.
  public let nameBytes: [UInt8]
  /// Kind of the attribute, which decides how the class reads its text.
  public let kind: ValueKind
  /// Value after loading, in the form that `kind` decodes to.
  public let value: AttributeValue
  /// Whether the value is the default: the attribute is missing, or its text was rejected.
  public let isDefault: Bool

  /// Name as text; bytes that are not UTF-8 are repaired.
  public var name: String { String(decoding: nameBytes, as: UTF8.self) }
}

extension Node {
  /// Attributes of node identity, excluded from values.
  static let identity: Set = [
    "id", "name", "singletonTag", "description", "attributes", "references", "hideFromEditors",
    "selectable", "selected", "undoEnabled",
  ]

  /// All values of the node after loading, by name, without the attributes of identity. Cost: the
  /// attributes of the class and its ancestors, times those of the node.
  public var loadedValues: [LoadedValue] {
    allValues.filter { !Self.identity.contains($0.name) }
  }

  /// Flags common to all nodes: `hideFromEditors`, `selectable`, `selected` and `undoEnabled`.
  public var flags: [String: Bool] {
    var flags: [String: Bool] = [:]
    for value in allValues {
      if ["hideFromEditors", "selectable", "selected", "undoEnabled"].contains(value.name),
        case .bool(let flag) = value.value
      {
        flags[value.name] = flag && !clearsFlag(value.nameBytes[...])
      }
    }
    return flags
  }

  /// Returns whether loading clears the flag with that name, whatever the element says.
  func clearsFlag(_ name: ArraySlice<UInt8>) -> Bool {
    // Scene views under their old tag, and subject hierarchies of the old version, are always
    // visible in editors.
    if name.elementsEqual("hideFromEditors".utf8) {
      return tag == "SceneSnapshot" || type.name == "SubjectHierarchyLegacy"
    }
    // Conversion to a label map copies everything but this flag.
    return record.flags.contains(.becameLabelMap) && name.elementsEqual("selected".utf8)
  }

  /// Description after loading. Markups lose theirs, and the type of a color table replaces it.
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

  /// Types of color tables with a description of their own.
  private static let describedColorTypes: Set<Int32> = Set(0...38).subtracting([11])

  /// Returns whether the class has that short name or inherits from one that has.
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

/// Description of a node.
public enum LoadedDescription: Equatable, Sendable {
  case none
  case text([UInt8])
  /// Text of the application for a type of color table.
  case ofColorType(Int32)
  /// The format does not define it.
  case unspecified
}
