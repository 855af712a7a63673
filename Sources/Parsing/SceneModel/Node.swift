import XMLReading

/// One node of a scene: a view of the scene's arrays, so cheap to make and to pass.
public struct Node: Sendable {
  let contents: SceneContents
  /// Index in ``Scene/allNodes``.
  public let index: Int

  var record: NodeRecord { contents.records[index] }
  private var document: XMLDocument { contents.document }

  /// The class that the node is an instance of after loading: a volume may have become a label map.
  public var type: NodeType { contents.rules.catalog.types[Int(record.type)] }
  /// The full class name.
  public var className: String { type.className }

  /// The element's name as written; the class's own tag for a node that no element made.
  public var tag: String {
    element.map(document.elementName) ?? type.tags.first ?? type.name
  }

  /// The element of ``Scene/document`` that made the node; nil for the subject hierarchy that a scene gets when it
  /// has none.
  public var element: Int? { record.element < 0 ? nil : Int(record.element) }
  /// Byte offset of that element, or 0.
  public var offset: Int { element.map(document.elementOffset) ?? 0 }

  /// The identifier that the node has in the scene; empty only inside scene views, where none is made.
  public var id: String { String(decoding: idBytes, as: UTF8.self) }
  /// The identifier in UTF-8, without a copy.
  public var idBytes: ArraySlice<UInt8> { string(record.id) ?? [] }
  /// The name that the node has in the scene; empty only inside scene views.
  public var name: String { String(decoding: nameBytes, as: UTF8.self) }
  /// The name in UTF-8, without a copy: as the document has it where loading did not change it.
  public var nameBytes: ArraySlice<UInt8> {
    record.name < -1
      ? document.attributeValueBytes(NodeRecord.attribute(ofName: record.name))
      : string(record.name) ?? []
  }
  /// Nil when the node is no singleton.
  public var singletonTag: String? {
    string(record.singletonTag).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The scene view that holds the node, or nil for a node of the scene itself.
  public var view: Node? {
    record.owner < 0 ? nil : Node(contents: contents, index: Int(record.owner))
  }

  /// Whether the node's content went to an earlier singleton, so that the scene holds this one no longer.
  public var isMerged: Bool { record.flags.contains(.merged) }

  /// Whether the last step of loading took the node out again: a subject hierarchy that could not be resolved.
  public var isRemoved: Bool { record.flags.contains(.removed) }

  /// Whether the content of another element came to the node: a singleton that met another one.
  public var hasTakenOver: Bool { record.content != record.element }

  /// The nodes of a scene view's own scene. Linear in all nodes of the scene.
  public var children: NodeList {
    let indexes = contents.records.indices.filter { contents.records[$0].owner == Int32(index) }
    return NodeList(contents: contents, indexes: indexes.map(Int32.init)[...])
  }

  /// The XML attributes of the node in document order, verbatim, defaulted ones included.
  public var attributes: [NodeXMLAttribute] {
    guard record.content >= 0 else { return [] }
    let attributes = attributes(ofElement: Int(record.content))
    guard record.element >= 0, record.contentType >= 0, !inherits("ROI") else { return attributes }
    return attributes.filter { takesOver($0.nameBytes) }
      + self.attributes(ofElement: Int(record.element)).filter { !takesOver($0.nameBytes) }
  }

  /// Whether the node has the attribute of that name from the content that it took over: what every node has, but for
  /// being selected, and what both its class and that of the content inherit, but for what stays.
  func takesOver(_ name: ArraySlice<UInt8>) -> Bool {
    guard record.contentType >= 0, !name.elementsEqual("selected".utf8) else { return false }
    if Self.identity.contains(where: { name.elementsEqual($0.utf8) }) { return true }
    let catalog = contents.rules.catalog
    for ancestor in catalog.lineages[Int(record.type)].reversed() {
      guard let attribute = catalog.types[ancestor].attribute(name) else { continue }
      return catalog.type(Int(record.contentType), isA: ancestor)
        && !attribute.effects.contains(.stays)
    }
    return !hasForeignContent
  }

  /// Whether the node took over content of a class that has nothing to do with its own.
  private var hasForeignContent: Bool {
    guard record.contentType >= 0 else { return false }
    let (own, other) = (Int(record.type), Int(record.contentType))
    let catalog = contents.rules.catalog
    return !catalog.type(own, isA: other) && !catalog.type(other, isA: own)
  }

  func attributes(ofElement element: Int) -> [NodeXMLAttribute] {
    document.attributes(of: element).map { attribute in
      NodeXMLAttribute(
        name: document.nameBytes(document.attributeNameIndex(attribute)),
        valueBytes: document.attributeValueBytes(attribute),
        offset: document.attributeOffset(attribute), isDefaulted: document.isDefaulted(attribute))
    }
  }

  /// The value of the attribute of that name, verbatim.
  public func attribute(_ name: String) -> String? {
    attributes.first { $0.nameBytes.elementsEqual(name.utf8) }?.value
  }

  /// The node's map of custom attributes, by name, with those that its class adds.
  public var customAttributes: [NamedValue] {
    var entries: [NamedValue] = []
    if record.customAttributes >= 0 {
      let value = document.attributeValueBytes(Int(record.customAttributes))
      entries = CustomAttributes(reading: value).entries
    }
    if record.flags.contains(.becameLabelMap) {
      entries.removeAll { $0.name.elementsEqual("LabelMap".utf8) }
    }
    let implied = type.impliedAttributes
    guard !implied.isEmpty, record.content >= 0 else { return entries }
    for attribute in implied {
      let value = attributes.first { $0.nameBytes.elementsEqual(attribute.attribute.utf8) }
      let name = Array(attribute.name.utf8)
      if let value {
        entries.removeAll { $0.name == name }
        entries.append(NamedValue(name: name, value: type.decoded(value)))
      } else if let value = attribute.defaultValue, !hasForeignContent,
        !entries.contains(where: { $0.name == name })
      {
        entries.append(NamedValue(name: name, value: Array(value.utf8)))
      }
    }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// The references that the node has in the scene, by role. Roles without a target are left out.
  public var references: [NodeReference] {
    contents.roles[Int(record.firstRole)..<Int(record.firstRole + record.roleCount)].compactMap {
      role in
      guard role.targetCount > 0 else { return nil }
      let first = Int(role.firstTarget)
      let targets = contents.targets[first..<first + Int(role.targetCount)]
      return NodeReference(
        roleBytes: Array(contents.strings[role.name]),
        targets: targets.map { target in
          NodeReference.Target(
            idBytes: Array(contents.strings[target.id]),
            properties: target.properties < 0 ? [] : contents.properties[Int(target.properties)])
        })
    }
  }

  /// Each XML attribute that the class reads, with what the class makes of it.
  public var values: [(attribute: NodeXMLAttribute, kind: ValueKind, value: AttributeValue)] {
    attributes.compactMap { attribute in
      guard
        let known = contents.rules.catalog.attribute(attribute.nameBytes, of: Int(record.type))
      else { return nil }
      return (attribute, known.kind, AttributeValue(reading: attribute.valueBytes, as: known.kind))
    }
  }

  private func string(_ index: Int32) -> ArraySlice<UInt8>? {
    index < 0 ? nil : contents.strings[index]
  }
}

/// An XML attribute of a node, verbatim.
public struct NodeXMLAttribute: Sendable {
  /// The name as written, in UTF-8; a prefix is part of it.
  public let nameBytes: ArraySlice<UInt8>
  /// The value after XML's expansion and normalization (XML 1.0, 3.3.3), before any escape of MRML is decoded.
  public let valueBytes: ArraySlice<UInt8>
  /// Byte offset of the attribute.
  public let offset: Int
  /// Whether a declaration of the document supplied it.
  public let isDefaulted: Bool

  init(name: ArraySlice<UInt8>, valueBytes: ArraySlice<UInt8>, offset: Int, isDefaulted: Bool) {
    nameBytes = name
    self.valueBytes = valueBytes
    self.offset = offset
    self.isDefaulted = isDefaulted
  }

  /// The name as text; a new string each time.
  public var name: String { String(decoding: nameBytes, as: UTF8.self) }
  /// The value as text; a new string each time.
  public var value: String { String(decoding: valueBytes, as: UTF8.self) }
}

/// The targets of one role of a node, in order.
public struct NodeReference: Equatable, Sendable {
  /// One referenced node, as the reference names it: whether there is such a node is not asked.
  public struct Target: Equatable, Sendable {
    /// Identifier of the target after loading, which renames nodes, in UTF-8.
    public let idBytes: [UInt8]
    /// Properties of this reference, from the braces behind the identifier, decoded, in the order of the text.
    public let properties: [NamedValue]
    /// The identifier as text.
    public var id: String { String(decoding: idBytes, as: UTF8.self) }
  }

  /// Name of the role, such as `display`, in UTF-8. Some hold a `/`.
  public let roleBytes: [UInt8]
  /// At least one; the order counts, as the application asks for the nth target.
  public let targets: [Target]
  /// The name of the role as text.
  public var role: String { String(decoding: roleBytes, as: UTF8.self) }
  /// The identifiers of the targets as texts, in order.
  public var ids: [String] { targets.map(\.id) }
}

/// Some nodes of a scene, in order.
public struct NodeList: RandomAccessCollection, Sendable {
  let contents: SceneContents
  let indexes: ArraySlice<Int32>

  /// Always 0: positions count in the list, not in the scene.
  public var startIndex: Int { 0 }
  /// How many nodes the list has.
  public var endIndex: Int { indexes.count }
  /// The node at that position, which must be inside. Constant time; a node is a view of the scene.
  public subscript(position: Int) -> Node {
    Node(contents: contents, index: Int(indexes[indexes.startIndex + position]))
  }
}

extension Node {
  /// The attributes that no part of the model takes up: all but the identifier, the name, the singleton tag, custom
  /// attributes and references.
  var plainAttributes: [NodeXMLAttribute] {
    let type = Int(record.type)
    let plain = attributes.filter { !contents.rules.catalog.claims($0.nameBytes, of: type) }
    guard record.contentType >= 0, let tags = unitedTags else { return plain }
    let others = plain.filter { !$0.nameBytes.elementsEqual(Self.tagsName) }
    guard !tags.isEmpty else { return others }
    return others + [
      NodeXMLAttribute(
        name: Self.tagsName[...], valueBytes: tags[...], offset: offset, isDefaulted: false)
    ]
  }

  /// The text of an attribute in the scene as it is: where it names a node that loading gave another identifier, that one;
  /// where it is a flag that loading took away, `false`.
  func settledBytes(of attribute: NodeXMLAttribute) -> ArraySlice<UInt8> {
    if losesFlag(attribute.nameBytes) { return Array("false".utf8)[...] }
    guard contents.movesIdentifiers,
      let known = contents.rules.catalog.attribute(attribute.nameBytes, of: Int(record.type)),
      known.kind == .nodeID, known.effects.contains(.follows)
    else { return attribute.valueBytes }
    return contents.followed(Array(attribute.valueBytes))[...]
  }

  func holdsSame(as other: Node) -> Bool {
    guard record.type == other.record.type, idBytes == other.idBytes, nameBytes == other.nameBytes,
      singletonTag == other.singletonTag, customAttributes == other.customAttributes,
      references == other.references
    else { return false }
    let (one, two) = (plainAttributes, other.plainAttributes)
    return one.count == two.count
      && zip(one, two).allSatisfy {
        $0.nameBytes == $1.nameBytes && settledBytes(of: $0) == other.settledBytes(of: $1)
      }
  }
}
