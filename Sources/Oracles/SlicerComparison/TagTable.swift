package import SceneModel

/// Class names by tag, as one reader registers them.
package struct TagTable: Sendable {
  /// The full class name by tag, compared byte for byte.
  package let classes: [String: String]

  /// A table in hand, such as the one that the worker answers.
  package init(_ classes: [String: String]) { self.classes = classes }

  /// The table of a catalog.
  package init(_ catalog: NodeCatalog) {
    var classes: [String: String] = [:]
    for type in catalog.types {
      for tag in type.tags { classes[tag] = type.className }
    }
    self.classes = classes
  }

  /// What the two tables say differently, one sentence for each tag.
  package func differences(from other: TagTable) -> [String] {
    Set(classes.keys).union(other.classes.keys).sorted().compactMap { tag in
      let (ours, theirs) = (classes[tag], other.classes[tag])
      guard ours != theirs else { return nil }
      return "<\(tag)> is \(ours ?? "no class") here and \(theirs ?? "no class") there"
    }
  }

  /// Tags of this table that the other one lacks.
  package func tags(missingIn other: TagTable) -> Set<String> {
    Set(classes.keys.filter { other.classes[$0] == nil })
  }
}
