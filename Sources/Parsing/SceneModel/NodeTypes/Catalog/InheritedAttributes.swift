/// Attributes of one class and its ancestors, by name. A class, so that a look-up copies no table.
final class InheritedAttributes: Sendable {
  private let whole: ByteStringMap<NodeAttribute>
  private let partial: [(word: [UInt8], attribute: NodeAttribute)]
  /// Names of the whole attributes whose values name nodes.
  private let namingNodes: ByteStringMap<Void>
  private let isAnyPartialNamingNodes: Bool
  let effective: [NodeAttribute]

  /// Attributes of a lineage that begins with the class itself, which takes precedence.
  init(_ lineage: [NodeType]) {
    var whole = ByteStringMap<NodeAttribute>()
    var partial: [(word: [UInt8], attribute: NodeAttribute)] = []
    for type in lineage {
      for attribute in type.attributes {
        if attribute.match == .whole {
          let name = Array(attribute.name.utf8)[...]
          if whole[name] == nil { whole[name] = attribute }
        } else {
          partial.append((Array(attribute.name.utf8), attribute))
        }
      }
    }
    effective = whole.all.sorted { $0.name < $1.name }.map { attribute in
      NodeAttribute(
        attribute.name, attribute.kind,
        default: Self.defaultText(of: attribute.name, lineage))
    }
    namingNodes = ByteStringMap(
      whole.all.filter(\.kind.namesNodes).map { ($0.name, ()) })
    isAnyPartialNamingNodes = partial.contains { $0.attribute.kind.namesNodes }
    (self.whole, self.partial) = (whole, partial)
  }

  /// Returns whether the value of the attribute is the identifier of a node, or several.
  func namesNodes(_ name: ArraySlice<UInt8>) -> Bool {
    if namingNodes[name] != nil { return true }
    return isAnyPartialNamingNodes && attribute(name)?.kind.namesNodes == true
  }

  /// Returns the default of the nearest class that has one.
  private static func defaultText(of name: String, _ lineage: [NodeType]) -> String? {
    for type in lineage {
      if let text = type.defaults[name] { return text }
      if let attribute = type.attributes.first(where: { $0.name == name && $0.match == .whole }),
        let text = attribute.defaultText
      {
        return text
      }
    }
    return nil
  }

  func attribute(_ name: ArraySlice<UInt8>) -> NodeAttribute? {
    if let attribute = whole[name] { return attribute }
    return partial.first { word, attribute in
      attribute.match == .prefix ? name.starts(with: word) : firstRange(of: word, in: name) != nil
    }?.attribute
  }
}
