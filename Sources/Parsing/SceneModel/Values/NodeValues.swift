/// Values of one node while its attributes are read: the defaults of its class, changed by one
/// attribute after the other, base class first, as the application's readers do.
struct NodeValues {
  struct Entry {
    var kind: ValueKind
    var value: AttributeValue
    var isDefault: Bool
  }

  let node: Node
  private(set) var entries: [[UInt8]: Entry] = [:]

  init(_ node: Node) {
    self.node = node
    let catalog = node.contents.rules.catalog
    let type = Int(node.record.type)
    let contentType = Int(node.record.contentType)
    let ofContent = contentType < 0 ? [] : catalog.effectiveAttributes(of: contentType)
    for attribute in catalog.effectiveAttributes(of: type) {
      let name = Array(attribute.name.utf8)
      // An attribute that was taken over and not given has the default of the other class.
      let origin =
        node.takesOver(name[...])
        ? ofContent.first { $0.name == attribute.name } ?? attribute : attribute
      guard let text = origin.defaultText else { continue }
      entries[name] = Entry(
        kind: attribute.kind,
        value: AttributeValue(reading: Array(text.utf8)[...], as: attribute.kind), isDefault: true)
    }
    let given = node.attributes
    for ancestor in catalog.lineages[type].reversed() {
      for attribute in given {
        if let known = catalog.types[ancestor].attribute(attribute.nameBytes) {
          read(attribute, as: known)
        }
      }
    }
    if let tags = node.mergedTags, !tags.isEmpty || isGiven("userTags") {
      set("userTags", AttributeValue(reading: tags[...], as: .keyValueWords))
    }
    for ancestor in catalog.lineages[type].reversed() {
      if let rule = catalog.types[ancestor].rule { apply(rule) }
    }
  }

  private mutating func read(_ attribute: NodeXMLAttribute, as known: NodeAttribute) {
    var value = AttributeValue(reading: attribute.valueBytes, as: known.kind)
    var name = Array(attribute.nameBytes)
    for effect in known.effects {
      switch effect {
      case .limits(let lower, let upper): value = value.clamped(between: lower, and: upper)
      case .goesTo(let other): name = Array(other.utf8)
      case .sets(let other, let text): set(other, to: text)
      case .accepts(let lower, let upper):
        if value.clamped(between: lower, and: upper) != value { value = .rejected }
      case .alsoGoesTo(let other): if !isGiven(other) { set(other, value) }
      case .setsWhenPositive(let other, let text):
        if case .term(_, let number) = value, number > 0, CNumber.int(attribute.valueBytes) ?? 0 > 0
        {
          set(other, to: text)
        }
      case .follows: value = value.followed { node.contents.followed($0) }
      case .truncated: value = value.truncated
      case .isNonZero: value = value.isZero ? value : .integer(1)
      case .replaces(let text, let other):
        if attribute.valueBytes.elementsEqual(text.utf8) {
          value = AttributeValue(reading: Array(other.utf8)[...], as: known.kind)
        }
      case .makesFormat: value = value.decimalsFormat
      case .stays: break
      case .completes: value = value.completed(by: entries[name]?.value)
      case .inverted: value = value.inverse
      }
    }
    if value == .rejected || value == .ignored { return }
    let isOther = !attribute.nameBytes.elementsEqual(name)
    if isOther {
      set(String(decoding: name, as: UTF8.self), value)
    } else {
      entries[name] = Entry(kind: known.kind, value: value, isDefault: false)
    }
  }

  /// Sets a value as if it had been read from `text`.
  mutating func set(_ name: String, to text: String) {
    let key = Array(name.utf8)
    let catalog = node.contents.rules.catalog
    guard let kind = catalog.attribute(key[...], of: Int(node.record.type))?.kind else { return }
    set(name, AttributeValue(reading: Array(text.utf8)[...], as: kind))
  }

  mutating func set(_ name: String, _ value: AttributeValue) {
    let key = Array(name.utf8)
    let catalog = node.contents.rules.catalog
    guard let kind = catalog.attribute(key[...], of: Int(node.record.type))?.kind else { return }
    entries[key] = Entry(kind: kind, value: value, isDefault: false)
  }

  mutating func remove(_ name: [UInt8]) -> Entry? { entries.removeValue(forKey: name) }

  mutating func insert(_ entry: Entry, as name: [UInt8]) { entries[name] = entry }

  subscript(name: String) -> AttributeValue? { entries[Array(name.utf8)]?.value }

  /// Returns whether the node has the attribute.
  func isGiven(_ name: String) -> Bool { node.attribute(name) != nil }
}

extension NodeType {
  /// Returns how the class itself reads an attribute with that name.
  func attribute(_ name: ArraySlice<UInt8>) -> NodeAttribute? {
    attributes.first { $0.matches(name) }
  }
}

extension NodeAttribute {
  func matches(_ other: ArraySlice<UInt8>) -> Bool {
    switch match {
    case .whole: other.elementsEqual(name.utf8)
    case .prefix: other.starts(with: name.utf8)
    case .contains: firstRange(of: Array(name.utf8), in: other) != nil
    }
  }
}
