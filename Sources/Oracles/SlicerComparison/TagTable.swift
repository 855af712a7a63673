package import SceneModel

/// Class names by element tag, as registered by one reader.
package struct TagTable: Sendable {
  /// Full class names by tag.
  package let classes: [String: String]

  package init(_ classes: [String: String]) { self.classes = classes }

  /// The tags of the model's catalog.
  package init(_ catalog: NodeCatalog) {
    var classes: [String: String] = [:]
    for type in catalog.types {
      for tag in type.tags { classes[tag] = type.className }
    }
    self.classes = classes
  }

  /// One sentence for each tag with different classes in the two tables.
  package func differences(from other: TagTable) -> [String] {
    Set(classes.keys).union(other.classes.keys).sorted().compactMap { tag in
      let (ours, theirs) = (classes[tag], other.classes[tag])
      guard ours != theirs else { return nil }
      return "<\(tag)>: \(ours ?? "no class") in the model, \(theirs ?? "no class") in 3D Slicer"
    }
  }

  /// Tags of this table that are not in `other`.
  package func tags(missingIn other: TagTable) -> Set<String> {
    Set(classes.keys.filter { other.classes[$0] == nil })
  }
}
