/// Which attributes set roles of references, for all classes of a catalog and for each: worked out once.
///
/// A class, so that asking it copies no table.
final class RoleTable: Sendable {
  /// A role that one class registers under an attribute's name.
  struct Entry: Sendable {
    /// The place among all registrations of the catalog.
    let order: Int
    let type: Int
    let role: [UInt8]
    /// The attribute's name, or for a generic role its end.
    let attribute: [UInt8]
  }

  private let named: ByteStringMap<[Entry]>
  private let generic: [Entry]

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
  }

  /// Every registration that an attribute of that name serves, in the order of the catalog; a generic role with what
  /// the name has in front of its end.
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

/// Names of attributes that set roles of one class, with others beside them. A class, so that asking it copies no table.
final class AttributeNames: Sendable {
  /// What the model takes up elsewhere than among a node's plain attributes, whatever its class.
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
  func ends(with end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
