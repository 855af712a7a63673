import XMLReading

/// What the names of a document mean to the loader, worked out once for each distinct name.
struct NameClasses {
  enum Element: Equatable {
    case header
    case item
    /// The class to create, and whether a registered tag named it: only those close what they open.
    case node(type: Int, isRegistered: Bool)
    case unknown
  }

  enum Attribute: UInt8 {
    case other
    case id, name, singletonTag, attributes, references, labelMap
    /// May set a role of references, for some classes.
    case role
  }

  /// A role that one class registers under an attribute's name.
  struct RoleEntry {
    var type: Int
    var role: [UInt8]
  }

  private var elements: [Element?]
  /// Raw values of ``Attribute``; ``unknown`` where not worked out yet.
  private var attributes: [UInt8]
  private static let unknown: UInt8 = 255
  private var roleEntries: [Int: [RoleEntry]] = [:]
  private let registered: [(type: Int, role: ReferenceRole)]
  let catalog: NodeCatalog

  init(catalog: NodeCatalog, nameCount: Int) {
    self.catalog = catalog
    elements = Array(repeating: nil, count: nameCount)
    attributes = Array(repeating: Self.unknown, count: nameCount)
    registered = catalog.types.enumerated().flatMap { index, type in
      type.roles.map { (index, $0) }
    }
  }

  mutating func element(_ name: Int, in document: XMLDocument) -> Element {
    if let known = elements[name] { return known }
    let bytes = document.nameBytes(name)
    let element: Element
    if bytes.elementsEqual("MRML".utf8) {
      element = .header
    } else if bytes.elementsEqual("SubjectHierarchyItem".utf8) {
      element = .item
    } else if let type = catalog.typeCreated(forTag: bytes) {
      element = .node(type: type, isRegistered: catalog.type(forTag: bytes) != nil)
    } else {
      element = .unknown
    }
    elements[name] = element
    return element
  }

  mutating func attribute(_ name: Int, in document: XMLDocument) -> Attribute {
    let code = attributes[name]
    if code != Self.unknown, let known = Attribute(rawValue: code) { return known }
    return workOut(name, in: document)
  }

  private mutating func workOut(_ name: Int, in document: XMLDocument) -> Attribute {
    let bytes = document.nameBytes(name)
    let attribute: Attribute
    switch String(decoding: bytes.prefix(16), as: UTF8.self) {
    case "id": attribute = .id
    case "name": attribute = .name
    case "singletonTag": attribute = .singletonTag
    case "attributes": attribute = .attributes
    case "references": attribute = .references
    case "labelMap": attribute = .labelMap
    default:
      let entries = registered.compactMap { Self.entry($0.type, $0.role, name: bytes) }
      if !entries.isEmpty { roleEntries[name] = entries }
      attribute = entries.isEmpty ? .other : .role
    }
    attributes[name] = attribute.rawValue
    return attribute
  }

  /// The role that the attribute sets for nodes of class `type`: the class's own registration first.
  func role(_ name: Int, ofType type: Int) -> [UInt8]? {
    guard let entries = roleEntries[name] else { return nil }
    for ancestor in catalog.lineages[type] {
      if let entry = entries.first(where: { $0.type == ancestor }) { return entry.role }
    }
    return nil
  }

  private static func entry(
    _ type: Int, _ role: ReferenceRole, name: ArraySlice<UInt8>
  ) -> RoleEntry? {
    guard role.isGeneric else {
      guard name.elementsEqual(role.attribute.utf8) else { return nil }
      return RoleEntry(type: type, role: Array(role.role.utf8))
    }
    let suffix = Array(role.attribute.utf8)
    guard name.suffix(suffix.count).elementsEqual(suffix) else { return nil }
    return RoleEntry(type: type, role: Array(role.role.utf8) + name.dropLast(suffix.count))
  }
}
