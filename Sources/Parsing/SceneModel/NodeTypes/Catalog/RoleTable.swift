/// Attributes that set roles of references, for a whole catalog and for each class, computed once.
///
/// A class, so that passing it copies no table.
final class RoleTable: Sendable {
  /// Role that one class registers under an attribute's name.
  struct Entry: Sendable {
    /// Position among all registrations of the catalog.
    let order: Int
    let type: Int
    let role: [UInt8]
    /// Name of the attribute, or its suffix for a generic role.
    let attribute: [UInt8]
  }

  private let named: ByteStringMap<[Entry]>
  private let generic: [Entry]
  /// Suffixes of the attributes of generic roles, each once.
  private let genericEnds: [[UInt8]]

  init(_ types: [NodeType]) {
    var named = ByteStringMap<[Entry]>()
    var generic: [Entry] = []
    var order = 0
    for (index, type) in types.enumerated() {
      for role in type.roles {
        let entry = Entry(
          order: order, type: index, role: Array(role.role.utf8),
          attribute: Array(role.attribute.utf8))
        order += 1
        if role.isGeneric {
          generic.append(entry)
        } else {
          named[entry.attribute[...]] = (named[entry.attribute[...]] ?? []) + [entry]
        }
      }
    }
    self.named = named
    self.generic = generic
    genericEnds = Array(Set(generic.map(\.attribute)))
  }

  /// Returns whether a generic role has an attribute with that name.
  func isGeneric(_ name: ArraySlice<UInt8>) -> Bool {
    genericEnds.contains { name.ends(with: $0) }
  }

  /// Returns every registration for an attribute with that name, in the order of the catalog. A
  /// generic role is completed with the part of the name before its suffix.
  func entries(for name: ArraySlice<UInt8>) -> [Entry] {
    let exact = named[name] ?? []
    let ends = generic.compactMap { entry -> Entry? in
      guard name.ends(with: entry.attribute) else { return nil }
      return Entry(
        order: entry.order, type: entry.type,
        role: entry.role + name.dropLast(entry.attribute.count), attribute: entry.attribute)
    }
    return ends.isEmpty ? exact : (exact + ends).sorted { $0.order < $1.order }
  }
}

/// Names of attributes that set roles of one class, and further ones. A class, so that passing it
/// copies no table.
final class AttributeNames: Sendable {
  /// Attributes of every class that the model does not represent as plain ones.
  static let ofEveryNode = ["id", "name", "singletonTag", "attributes", "references"]

  private let whole: ByteStringMap<Void>
  private let ends: [[UInt8]]

  init(settingRoles roles: [ReferenceRole], and others: [String] = []) {
    whole = ByteStringMap(
      (others + roles.filter { !$0.isGeneric }.map(\.attribute)).map { ($0, ()) })
    ends = roles.filter(\.isGeneric).map { Array($0.attribute.utf8) }
  }

  func contains(_ name: ArraySlice<UInt8>) -> Bool {
    if whole[name] != nil { return true }
    return ends.contains { name.ends(with: $0) }
  }
}

extension RandomAccessCollection<UInt8> {
  func ends(with end: [UInt8]) -> Bool {
    last == end.last && suffix(end.count).elementsEqual(end)
  }
}
