import XMLReading

/// A node of a scene: a view of the scene's arrays, cheap to make and to pass.
public struct Node: Sendable {
  let contents: SceneContents
  /// Index in ``Scene/allNodes``.
  public let index: Int

  var record: NodeRecord { contents.records[index] }
  private var document: XMLDocument { contents.document }

  /// Class of the node after loading: a volume may have become a label map.
  public var type: NodeType { contents.rules.catalog.types[Int(record.type)] }
  /// Full class name.
  public var className: String { type.className }

  /// Name of the element as written; the class's own tag for a node without element.
  public var tag: String {
    element.map(document.elementName) ?? type.tags.first ?? type.name
  }

  /// Element of ``Scene/document`` that made the node; nil for the subject hierarchy that loading
  /// adds.
  public var element: Int? { record.element < 0 ? nil : Int(record.element) }
  /// Byte offset of the element, or 0.
  public var offset: Int {
    let element = contents.records[index].element
    return element < 0 ? 0 : contents.document.elementOffset(Int(element))
  }

  /// Identifier of the node in the scene; empty only inside scene views, where none is made.
  public var id: String { String(decoding: idBytes, as: UTF8.self) }
  /// Identifier in UTF-8, without a copy.
  public var idBytes: ArraySlice<UInt8> { string(record.id) ?? [] }
  /// Name of the node in the scene; empty only inside scene views.
  public var name: String { String(decoding: nameBytes, as: UTF8.self) }
  /// Name in UTF-8, without a copy: that of the document unless loading changed it.
  public var nameBytes: ArraySlice<UInt8> {
    record.name < -1
      ? document.attributeValueBytes(NodeRecord.attribute(ofName: record.name))
      : string(record.name) ?? []
  }
  /// Singleton tag; nil if the node is not a singleton.
  public var singletonTag: String? {
    string(record.singletonTag).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Scene view that holds the node; nil for a node of the scene itself.
  public var view: Node? {
    record.owner < 0 ? nil : Node(contents: contents, index: Int(record.owner))
  }

  /// Whether the node's content moved to an earlier singleton, so that the scene does not hold this
  /// node.
  public var isMerged: Bool { record.flags.contains(.merged) }

  /// Whether the last step of loading removed the node: a subject hierarchy that could not be
  /// resolved.
  public var isRemoved: Bool { record.flags.contains(.removed) }

  /// Whether the node is a singleton that took over the content of another element.
  public var hasTakenOver: Bool { record.content != record.element }

  /// Nodes in the scene of a scene view. Linear in all nodes of the scene.
  public var children: NodeList {
    let indexes = contents.records.indices.filter { contents.records[$0].owner == Int32(index) }
    return NodeList(contents: contents, indexes: indexes.map(Int32.init)[...])
  }

  /// XML attributes of the node in document order, verbatim, defaulted ones included.
  public var attributes: [NodeXMLAttribute] {
    guard record.content >= 0 else { return [] }
    let attributes = attributes(ofElement: Int(record.content))
    guard record.element >= 0, record.contentType >= 0, !inherits("ROI") else { return attributes }
    return attributes.filter { takesOver($0.nameBytes) }
      + self.attributes(ofElement: Int(record.element)).filter { !takesOver($0.nameBytes) }
  }

  /// Returns whether the node's attribute with that name comes from content that it took over: the
  /// common attributes except `selected`, and those that its class and that of the content both
  /// inherit, except for ``AttributeEffect/stays``.
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

  /// Whether the node took over content of a class unrelated to its own.
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

  /// Returns the value of the attribute with that name, verbatim.
  public func attribute(_ name: String) -> String? {
    attributes.first { $0.nameBytes.elementsEqual(name.utf8) }?.value
  }

  /// Custom attributes of the node, by name, including those that its class adds.
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

  /// References of the node in the scene, by role. Roles without a target are left out.
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

  /// Number of the targets of ``references``, without making them.
  package var referenceCount: Int {
    let record = record
    var count = 0
    for role in Int(record.firstRole)..<Int(record.firstRole + record.roleCount) {
      count += Int(contents.roles[role].targetCount)
    }
    return count
  }

  /// XML attributes that the class reads, with their decoded values.
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

/// XML attribute of a node, verbatim.
public struct NodeXMLAttribute: Sendable {
  /// Name as written, in UTF-8, prefix included.
  public let nameBytes: ArraySlice<UInt8>
  /// Value after expansion and normalization (XML 1.0, 3.3.3), before escapes of MRML are decoded.
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

  /// Name as text. Makes a new string.
  public var name: String { String(decoding: nameBytes, as: UTF8.self) }
  /// Value as text. Makes a new string.
  public var value: String { String(decoding: valueBytes, as: UTF8.self) }
}

/// Targets of one role of a node, in order.
public struct NodeReference: Equatable, Sendable {
  /// A referenced node; whether it exists is not checked.
  public struct Target: Equatable, Sendable {
    /// Identifier of the target after loading, which renames nodes, in UTF-8.
    public let idBytes: [UInt8]
    /// Properties of this reference, from the braces after the identifier, decoded, in the order of
    /// the text.
    public let properties: [NamedValue]
    /// Identifier as text.
    public var id: String { String(decoding: idBytes, as: UTF8.self) }
  }

  /// Name of the role, such as `display`, in UTF-8. Some contain a `/`.
  public let roleBytes: [UInt8]
  /// At least one target. The order counts: the application addresses targets by position.
  public let targets: [Target]
  /// Name of the role as text.
  public var role: String { String(decoding: roleBytes, as: UTF8.self) }
  /// Identifiers of the targets as text, in order.
  public var ids: [String] { targets.map(\.id) }
}

/// Nodes of a scene, in order.
public struct NodeList: RandomAccessCollection, Sendable {
  let contents: SceneContents
  /// Indexes of the nodes in ``Scene/allNodes``; nil for all of them.
  let indexes: ArraySlice<Int32>?

  /// Always 0: positions count in the list, not in the scene.
  public var startIndex: Int { 0 }
  /// Number of nodes in the list.
  public var endIndex: Int { indexes?.count ?? contents.records.count }
  /// Node at a position, which must be valid. Constant time; a node is a view of the scene.
  public subscript(position: Int) -> Node {
    precondition(position >= 0 && position < endIndex)
    return Node(
      contents: contents,
      index: indexes.map { Int($0[$0.startIndex + position]) } ?? position)
  }
}

extension Node {
  /// Attributes that no other part of the model represents: all but the identifier, the name, the
  /// singleton tag, custom attributes and references.
  var plainAttributes: [NodeXMLAttribute] {
    let type = Int(record.type)
    let plain = attributes.filter { !contents.rules.catalog.claims($0.nameBytes, of: type) }
    guard record.contentType >= 0, let tags = mergedTags else { return plain }
    let others = plain.filter { !$0.nameBytes.elementsEqual(Self.tagsName) }
    guard !tags.isEmpty else { return others }
    return others + [
      NodeXMLAttribute(
        name: Self.tagsName[...], valueBytes: tags[...], offset: offset, isDefaulted: false)
    ]
  }

  /// Returns the text of an attribute after loading: the new identifier where it names a renamed
  /// node, `false` where loading cleared the flag.
  func loadedBytes(of attribute: NodeXMLAttribute) -> ArraySlice<UInt8> {
    if clearsFlag(attribute.nameBytes) { return Array("false".utf8)[...] }
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
        $0.nameBytes == $1.nameBytes && loadedBytes(of: $0) == other.loadedBytes(of: $1)
      }
  }
}
