import ByteReading
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
    elements = Array(filledWith: nil, count: nameCount)
    attributes = Array(filledWith: Self.unknown, count: nameCount)
  }

  mutating func element(_ name: Int, in document: XMLDocument) -> Element {
    if let known = elements[name] { return known }
    let element = catalog.meanings.element(document.nameBytes(name), in: catalog)
    elements[name] = element
    return element
  }

  mutating func attribute(_ name: Int, in document: XMLDocument) -> Attribute {
    let code = attributes[name]
    if code != Self.unknown, let known = Attribute(rawValue: code) { return known }
    let attribute = catalog.meanings.attribute(document.nameBytes(name), in: catalog)
    attributes[name] = attribute.rawValue
    return attribute
  }

  /// Returns the role that the attribute sets for nodes of class `type`: the class's own
  /// registration first.
  mutating func role(_ name: Int, in document: XMLDocument, ofType type: Int) -> [UInt8]? {
    guard attribute(name, in: document) == .role else { return nil }
    if roleEntries[name] == nil {
      roleEntries[name] = catalog.roleTable.entries(for: document.nameBytes(name))
    }
    guard let entries = roleEntries[name] else { return nil }
    for ancestor in catalog.lineages[type] {
      if let entry = entries.first(where: { $0.type == ancestor }) { return entry.role }
    }
    return nil
  }
}

/// Meaning of every name of a catalog, so that a name of a document takes one look-up.
///
/// A class, so that passing it copies no table.
final class NameMeanings: Sendable {
  private let elements: ByteStringMap<NameClasses.Element>
  private let attributes: ByteStringMap<NameClasses.Attribute>

  /// - Parameter tags: registered tags with their classes; of two for one tag the later counts.
  init(tags: [(String, type: Int)], roles: [ReferenceRole]) {
    elements = ByteStringMap(
      tags.map { ($0, .node(type: $1, isRegistered: true)) }
        + [("MRML", .header), ("SubjectHierarchyItem", .item)])
    attributes = ByteStringMap(
      roles.filter { !$0.isGeneric }.map { ($0.attribute, .role) }
        + [
          ("id", .id), ("name", .name), ("singletonTag", .singletonTag),
          ("attributes", .attributes), ("references", .references), ("labelMap", .labelMap),
        ])
  }

  func element(_ name: ArraySlice<UInt8>, in catalog: NodeCatalog) -> NameClasses.Element {
    if let known = elements[name] { return known }
    guard let type = catalog.typeCreated(forTag: name) else { return .unknown }
    return .node(type: type, isRegistered: false)
  }

  func attribute(_ name: ArraySlice<UInt8>, in catalog: NodeCatalog) -> NameClasses.Attribute {
    if let known = attributes[name] { return known }
    return catalog.roleTable.isGeneric(name) ? .role : .other
  }
}
