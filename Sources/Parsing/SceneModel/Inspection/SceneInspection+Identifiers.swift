extension SceneInspection {
  /// Finds identifiers that are long, unusual, or part of a file name.
  mutating func inspectIdentifiers() {
    for (index, record) in contents.records.enumerated() where record.id >= 0 {
      let id = contents.strings[record.id]
      let node = Int32(index)
      if id.count > 255 { find(.longID, node) }
      if id.contains(where: { $0 >= 0x80 }) { find(.nonASCIIID, node) }
      if id.contains(where: Self.isUnusual) {
        find(.unusualID, node)
      }
      // The screenshot of a scene view is stored under the view's identifier.
      if Int(record.type) == contents.rules.catalog.wellKnown.sceneView,
        id.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") })
      {
        find(.identifierInPath, node)
      }
    }
    for note in contents.notes.kept {
      switch (note.code, note.node) {
      case (.duplicateID, .some(let node)): find(.sharedID, Int32(node))
      case (.misplacedItem, _):
        hazards.append(SceneHazard(.itemOutsideHierarchy, at: note.offset))
      default: break
      }
    }
  }

  /// Returns whether the byte is white space, a control character, a quote, or part of the grammar
  /// of references or XML.
  private static func isUnusual(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// Finds singletons whose content came from a node of another class.
  mutating func inspectSingletons() {
    var creator: [Int32: Int32] = [:]
    for (index, record) in contents.records.enumerated()
    where record.flags.contains(.merged) {
      creator[record.element] = Int32(index)
    }
    for (index, record) in contents.records.enumerated() {
      if let from = creator[record.content], from != index,
        contents.records[Int(from)].type != record.type
      {
        find(.singletonAcrossClasses, Int32(index))
      }
    }
  }

  /// Finds scene views in scene views, and nodes that a view holds though its element does not
  /// contain theirs.
  mutating func inspectViews() {
    for (index, record) in contents.records.enumerated() where record.owner >= 0 {
      if record.flags.contains(.swallowed) { find(.swallowedNode, Int32(index)) }
      if Int(record.type) == contents.rules.catalog.wellKnown.sceneView {
        find(.nestedSceneViews, Int32(index))
      }
    }
  }
}
