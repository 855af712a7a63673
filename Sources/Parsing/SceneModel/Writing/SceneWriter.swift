internal import ByteReading

extension Scene {
  /// Writes the scene as text in the form of 3D Slicer, escaping also what its writer leaves raw.
  ///
  /// Reading it returns an equal scene. Every class is written under its own tag. Throws if the
  /// scene contains something that the format cannot express. Linear.
  public func write() throws(SceneWritingError) -> [UInt8] {
    var writer = SceneWriter(contents: contents)
    return try writer.write()
  }
}

/// Writes a scene with an explicit stack: scene views may nest to any depth.
struct SceneWriter {
  private enum Step {
    case open(Int32)
    case close([UInt8])
  }

  /// Identifier of a hierarchy that loading adds if no node has it.
  private static let firstHierarchy = Array("vtkMRMLSubjectHierarchyNode1".utf8)

  let contents: SceneContents
  private let children: [Int32: [Int32]]
  private let items: [Int: [SubjectHierarchyItem]]
  private var text: [UInt8] = []

  init(contents: SceneContents) {
    self.contents = contents
    children = contents.childrenOfViews
    items = Dictionary(grouping: contents.items.map { contents.item($0) }, by: \.hierarchy)
  }

  mutating func write() throws(SceneWritingError) -> [UInt8] {
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<MRML")
    let header = contents.header
    // User tags last: a reader without a table of tags stops there.
    for (name, value) in [
      ("version", header.version), ("extensions", header.extensions), ("userTags", header.userTags),
    ] {
      if let value { append(attribute: Array(name.utf8)[...], value[...]) }
    }
    append(">\n")
    var steps = contents.main.reversed().map(Step.open)
    var takenOver: [SubjectHierarchyItem] = []
    while let step = steps.popLast() {
      switch step {
      case .close(let tag): append(endTag: tag)
      case .open(let index):
        let node = Node(contents: contents, index: Int(index))
        // Loading adds these again.
        guard node.element != nil else {
          let own = items[node.index] ?? []
          let isFirst = node.idBytes.elementsEqual(Self.firstHierarchy)
          if node.view != nil {
            guard isFirst else { throw SceneWritingError(.movedHierarchy, node: node.index) }
            // Items go to the first hierarchy of the enclosing view, which exists by now.
            for item in own { append(item) }
          } else {
            guard own.isEmpty || isFirst else {
              throw SceneWritingError(.takenOverHierarchy, node: node.index)
            }
            // Items that it takes over again follow at the end.
            takenOver = own
          }
          continue
        }
        let tag = node.writtenTag
        try append(startTagOf: node, tag)
        for item in items[node.index] ?? [] { append(item) }
        steps.append(.close(tag))
        steps.append(contentsOf: (children[index] ?? []).reversed().map(Step.open))
      }
    }
    if !takenOver.isEmpty {
      append("<SubjectHierarchy attributes=\"SubjectHierarchyVersion:2\">")
      for item in takenOver { append(item) }
      append("</SubjectHierarchy>")
    }
    append("</MRML>\n")
    return text
  }

  private mutating func append(startTagOf node: Node, _ tag: [UInt8]) throws(SceneWritingError) {
    guard !node.record.flags.contains(.adoptedTag) else {
      throw SceneWritingError(.adoptedSingleton, node: node.index)
    }
    append("<")
    text += tag
    if node.record.id >= 0 { append(attribute: "id", node.idBytes) }
    if node.record.name != -1 { append(attribute: "name", node.nameBytes) }
    if node.record.singletonTag >= 0 {
      append(attribute: "singletonTag", contents.strings[node.record.singletonTag])
    }
    for attribute in node.plainAttributes {
      append(attribute: attribute.nameBytes, node.loadedBytes(of: attribute))
    }
    let custom = node.customAttributes
    if !custom.isEmpty {
      var value: [UInt8] = []
      for entry in custom {
        value += entry.name + [UInt8(ascii: ":")] + Escape.customAttribute.encode(entry.value)
        value.append(UInt8(ascii: ";"))
      }
      append(attribute: "attributes", value[...])
    }
    let references = node.references
    if !references.isEmpty {
      append(attribute: "references", try Self.text(of: references, of: node)[...])
    }
    append(">")
  }

  /// Returns `role:id id {name=value,name=value};`.
  private static func text(
    of references: [NodeReference], of node: Node
  ) throws(SceneWritingError) -> [UInt8] {
    var text: [UInt8] = []
    for reference in references {
      guard !reference.roleBytes.isEmpty,
        !reference.roleBytes.contains(where: { ";:".utf8.contains($0) })
      else { throw SceneWritingError(.unwritableRole, node: node.index) }
      text += reference.roleBytes + [UInt8(ascii: ":")]
      for (index, target) in reference.targets.enumerated() {
        let id = target.idBytes
        guard !id.contains(where: { $0 == UInt8(ascii: ";") || $0.isASCIISpace }),
          !(id.contains(UInt8(ascii: "{")) && id.contains(UInt8(ascii: "}")))
        else { throw SceneWritingError(.unwritableTarget, node: node.index) }
        if index > 0 { text.append(UInt8(ascii: " ")) }
        text += id
        if !target.properties.isEmpty { text += " {".utf8 + block(target.properties) + "}".utf8 }
      }
      text.append(UInt8(ascii: ";"))
    }
    return text
  }

  private static func block(_ properties: [NamedValue]) -> [UInt8] {
    let escape = Escape.referenceProperty
    let words = properties.map { property in
      escape.encode(property.name) + [UInt8(ascii: "=")] + escape.encode(property.value)
    }
    return Array(words.joined(separator: [UInt8(ascii: ",")]))
  }

  private mutating func append(_ item: SubjectHierarchyItem) {
    append("<SubjectHierarchyItem")
    append(attribute: "id", Array("\(item.id)".utf8)[...])
    if let dataNode = item.dataNode { append(attribute: "dataNode", dataNode[...]) }
    if let name = item.name { append(attribute: "name", name[...]) }
    append(attribute: "parent", Array("\(item.parent)".utf8)[...])
    append(attribute: "type", item.type[...])
    append(attribute: "expanded", Array("\(item.isExpanded)".utf8)[...])
    for (name, pairs) in [("uids", item.uids), ("attributes", item.attributes)] where !pairs.isEmpty
    {
      let value = pairs.flatMap {
        $0.name + [UInt8(ascii: "^")] + $0.value + [UInt8(ascii: "|")]
      }
      append(attribute: Array(name.utf8)[...], value[...])
    }
    append("></SubjectHierarchyItem>\n")
  }
}

extension SceneWriter {
  private mutating func append(_ text: StaticString) {
    self.text += "\(text)".utf8
  }

  private mutating func append(endTag tag: [UInt8]) {
    append("</")
    text += tag
    append(">\n")
  }

  private mutating func append(attribute name: StaticString, _ value: ArraySlice<UInt8>) {
    append(attribute: Array("\(name)".utf8)[...], value)
  }

  /// Appends a name and its value, escaping every character that would be read as another one.
  private mutating func append(attribute name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
    append("\n  ")
    text += name
    append("=\"")
    for byte in value {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "\""): append("&quot;")
      case UInt8(ascii: "'"): append("&apos;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case 0x09: append("&#9;")
      case 0x0A: append("&#10;")
      case 0x0D: append("&#13;")
      default: text.append(byte)
      }
    }
    append("\"")
  }
}

extension Node {
  /// Tag under which the class is written. A subject hierarchy of the old version has the tag of
  /// the new one.
  var writtenTag: [UInt8] {
    Array((type.tags.first ?? "SubjectHierarchy").utf8)
  }
}
