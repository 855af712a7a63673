import XMLReading

/// Meaning of the document's names for the loader, computed once for each distinct name.
struct NameClasses {
  enum Element: Equatable {
    case header
    case item
    /// Class to create, and whether a registered tag named it: only those close what they open.
    case node(type: Int, isRegistered: Bool)
    case unknown
  }

  enum Attribute: UInt8 {
    case other
    case id, name, singletonTag, attributes, references, labelMap
    /// Sets a role of references for some classes.
    case role
  }

  private var elements: [Element?]
  /// Raw values of ``Attribute``; ``unknown`` if not computed yet.
  private var attributes: [UInt8]
  private static let unknown: UInt8 = 255
  private var roleEntries: [Int: [RoleTable.Entry]] = [:]
  let catalog: NodeCatalog

  init(catalog: NodeCatalog, nameCount: Int) {
    self.catalog = catalog
    elements = Array(repeating: nil, count: nameCount)
    attributes = Array(repeating: Self.unknown, count: nameCount)
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

  private static let wellKnown = ByteStringMap<Attribute>([
    ("id", .id), ("name", .name), ("singletonTag", .singletonTag), ("attributes", .attributes),
    ("references", .references), ("labelMap", .labelMap),
  ])

  mutating func attribute(_ name: Int, in document: XMLDocument) -> Attribute {
    let code = attributes[name]
    if code != Self.unknown, let known = Attribute(rawValue: code) { return known }
    return classify(name, in: document)
  }

  private mutating func classify(_ name: Int, in document: XMLDocument) -> Attribute {
    let bytes = document.nameBytes(name)
    let attribute: Attribute
    if let known = Self.wellKnown[bytes] {
      attribute = known
    } else {
      let entries = catalog.roleTable.entries(for: bytes)
      if !entries.isEmpty { roleEntries[name] = entries }
      attribute = entries.isEmpty ? .other : .role
    }
    attributes[name] = attribute.rawValue
    return attribute
  }

  /// Returns the role that the attribute sets for nodes of class `type`: the class's own
  /// registration first.
  func role(_ name: Int, ofType type: Int) -> [UInt8]? {
    guard let entries = roleEntries[name] else { return nil }
    for ancestor in catalog.lineages[type] {
      if let entry = entries.first(where: { $0.type == ancestor }) { return entry.role }
    }
    return nil
  }
}
