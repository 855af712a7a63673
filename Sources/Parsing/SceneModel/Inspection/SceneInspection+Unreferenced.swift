import ByteReading
import XMLReading

extension SceneInspection {
  /// Notes display, storage and hierarchy nodes of the scene that nothing in the file refers to. A
  /// hierarchy node that stands for another node is in use by itself. Linear in the document.
  mutating func inspectUnreferenced() {
    let catalog = contents.rules.catalog
    let families = catalog.families
    let ancestors = [families.display, families.storage, families.hierarchy].compactMap(\.self)
    let candidates = contents.main.filter { index in
      let type = Int(contents.records[Int(index)].type)
      return ancestors.contains { catalog.type(type, isA: $0) }
    }
    guard !candidates.isEmpty else { return }
    let (referenced, standing) = referencedIDs()
    for index in candidates {
      let record = contents.records[Int(index)]
      let isHierarchy = families.hierarchy.map { catalog.type(Int(record.type), isA: $0) } ?? false
      guard !referenced.contains(record.id), !(isHierarchy && standing.contains(index)) else {
        continue
      }
      let node = Node(contents: contents, index: Int(index))
      notes.append(SceneNote(.unreferencedNode, node: Int(index), at: node.offset))
    }
  }

  /// Returns the identifiers that another node, an item or an element of an unknown class names,
  /// and the nodes that name an existing node.
  private func referencedIDs() -> (ids: DenseSet, sources: Set<Int32>) {
    var ids = DenseSet()
    var sources: Set<Int32> = []
    let existing = DenseSet(contents.main.lazy.map { [contents] in contents.records[Int($0)].id })
    for index in contents.main {
      let record = contents.records[Int(index)]
      func add(_ id: Int32) {
        guard id != record.id else { return }
        ids.insert(id)
        if existing.contains(id) { sources.insert(index) }
      }
      for role in contents.roles[Int(record.firstRole)..<Int(record.firstRole + record.roleCount)] {
        let first = Int(role.firstTarget)
        for target in contents.targets[first..<first + Int(role.targetCount)] { add(target.id) }
      }
      forEachIdentifierText(of: index) { text in
        for id in identifiers(in: text) { add(id) }
      }
    }
    for item in contents.items {
      if let id = contents.item(item).dataNode, let number = number(of: id[...]) {
        ids.insert(number)
      }
    }
    let document = contents.document
    for element in contents.unknownElements {
      for attribute in document.attributes(of: Int(element)) {
        for id in identifiers(in: document.attributeValueBytes(attribute)) { ids.insert(id) }
      }
    }
    return (ids, sources)
  }

  /// Passes on the text of each attribute that the class of a node reads as identifiers.
  private func forEachIdentifierText(
    of index: Int32, _ body: (ArraySlice<UInt8>) -> Void
  ) {
    let record = contents.records[Int(index)]
    let type = Int(record.type)
    let (catalog, document) = (contents.rules.catalog, contents.document)
    // Only content that was taken over mixes the attributes of two elements.
    guard record.contentType < 0 else {
      for attribute in Node(contents: contents, index: Int(index)).attributes
      where catalog.namesNodes(attribute.nameBytes, of: type) {
        body(attribute.valueBytes)
      }
      return
    }
    guard record.content >= 0 else { return }
    for attribute in document.attributes(of: Int(record.content)) {
      let name = document.nameBytes(document.attributeNameIndex(attribute))
      if catalog.namesNodes(name, of: type) { body(document.attributeValueBytes(attribute)) }
    }
  }

  /// Returns the numbers of the known identifiers among the words of a text.
  private func identifiers(in text: ArraySlice<UInt8>) -> [Int32] {
    text.split { $0.isXMLSpace || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ":") }
      .compactMap { number(of: $0) }
  }

  /// Returns the number of an identifier after the renaming of nodes.
  private func number(of id: ArraySlice<UInt8>) -> Int32? {
    guard contents.movesIdentifiers else { return contents.strings.index(of: id) }
    return contents.strings.index(of: contents.followed(Array(id))[...])
  }
}
