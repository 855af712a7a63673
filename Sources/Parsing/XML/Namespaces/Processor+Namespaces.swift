import ByteReading

/// Namespaces in XML 1.0 (third edition), used only if `XMLRules.namespaces` is set.
extension Processor {
  /// Binds the declarations of the current start tag and resolves its names. All attributes are on
  /// the tape, defaulted ones included.
  mutating func resolveNamespaces(_ s: Span<UInt8>) throws(ParseSuspension) {
    let element = tape.elements[tape.elements.count - 1]
    let start = element.offset
    let first = Int(element.firstAttribute) - tape.droppedAttributes
    for a in first..<tape.attributes.count { try declareNamespace(s, a) }
    let name = scopes.parts(of: element.name, in: &tape.names)
    if !name.isQualified { throw .refused(.malformedQualifiedName, at: Int(start)) }
    // NSC: Reserved Prefixes and Namespace Names: element names must not have the prefix xmlns.
    if isXMLNS(name.prefix) { throw .refused(.reservedPrefix, at: Int(start)) }
    // NSC: Prefix Declared
    guard let namespace = scopes.namespace(of: name.prefix) else {
      throw .refused(.undeclaredPrefix, at: Int(start))
    }
    tape.elementNamespaces.append(namespace)
    for a in first..<tape.attributes.count { try resolveAttribute(s, a) }
  }

  /// NSAttName ::= 'xmlns' | 'xmlns:' NCName
  private mutating func declareNamespace(
    _ s: Span<UInt8>, _ a: Int
  ) throws(ParseSuspension) {
    let attribute = tape.attributes[a]
    let name = scopes.parts(of: attribute.name, in: &tape.names)
    let place = nameOffset(s, of: a)
    if !name.isQualified { throw .refused(.malformedQualifiedName, at: place) }
    let isDefault = name.prefix == NamespaceScopes.none && isXMLNS(name.local)
    guard isDefault || isXMLNS(name.prefix) else { return }
    let namespace = scopes.number(of: value(s, of: a))
    let prefix = isDefault ? NamespaceScopes.none : name.local
    // NSC: Reserved Prefixes and Namespace Names
    if isXMLNS(prefix) { throw .refused(.reservedPrefix, at: place) }
    let isXML = prefix != NamespaceScopes.none && isNamed(prefix, "xml")
    if isXML != (namespace == NamespaceScopes.xml) {
      throw .refused(isXML ? .reservedPrefix : .reservedNamespace, at: place)
    }
    if namespace == NamespaceScopes.xmlns { throw .refused(.reservedNamespace, at: place) }
    // NSC: No Prefix Undeclaring
    if !isDefault && namespace == NamespaceScopes.noNamespace {
      throw .refused(.undeclaredNamespace, at: place)
    }
    scopes.bind(prefix, to: namespace, depth: open.count)
  }

  /// Resolves the name of an attribute, to which the default namespace does not apply.
  private mutating func resolveAttribute(_ s: Span<UInt8>, _ a: Int) throws(ParseSuspension) {
    let name = scopes.parts(of: tape.attributes[a].name, in: &tape.names)
    if name.prefix == NamespaceScopes.none {
      let isDeclaration = isXMLNS(name.local)
      tape.attributeNamespaces.append(
        isDeclaration ? NamespaceScopes.xmlns : NamespaceScopes.noNamespace)
      return
    }
    let found =
      isXMLNS(name.prefix) ? NamespaceScopes.xmlns : scopes.namespace(of: name.prefix)
    guard let namespace = found else {
      throw .refused(.undeclaredPrefix, at: nameOffset(s, of: a))
    }
    // NSC: Attributes Unique
    if scopes.stamp(namespace, name.local, tagSerial) {
      throw .refused(.duplicateExpandedName, at: nameOffset(s, of: a))
    }
    tape.attributeNamespaces.append(namespace)
  }

  /// Binds the prefix xml, which needs no declaration.
  mutating func beginNamespaces() {
    scopes.bind(tape.names.number(of: Array("xml".utf8)[...]), to: NamespaceScopes.xml, depth: -1)
  }

  private func isXMLNS(_ name: UInt32) -> Bool {
    name != NamespaceScopes.none && isNamed(name, "xmlns")
  }

  private func isNamed(_ name: UInt32, _ text: String) -> Bool {
    tape.names.bytes(of: name).elementsEqual(text.utf8)
  }

  /// Returns the offset in the document of the name of an attribute of the current start tag.
  private func nameOffset(_ s: Span<UInt8>, of a: Int) -> Int {
    if isInEntity { return origin }
    let attribute = tape.attributes[a]
    if attribute.isChanged { return Int(tape.changes[Int(attribute.lengthOrChange)].nameOffset) }
    let length = tape.names.bytes(of: attribute.name).count
    return base
      + Tape.nameOffset(s, valueOffset: Int(attribute.offset) - base, nameLength: length)
  }

  private func value(_ s: Span<UInt8>, of a: Int) -> [UInt8] {
    let attribute = tape.attributes[a]
    if attribute.isChanged {
      let change = tape.changes[Int(attribute.lengthOrChange)]
      let range = Int(change.start)..<Int(change.start) + Int(change.length)
      return Array(attribute.isDefaulted ? tape.defaults[range] : tape.changed[range])
    }
    let start = Int(attribute.offset) - base
    return (start..<start + Int(attribute.lengthOrChange)).map { s[$0] }
  }

  /// NCName: names of entities, notations and targets of instructions contain no colon (section 7).
  func requireNoColon(_ s: Span<UInt8>, _ range: Range<Int>) throws(ParseSuspension) {
    guard rules.namespaces else { return }
    for k in range where s[k] == 0x3A { throw refusal(.malformedQualifiedName, range.lowerBound) }
  }

  /// QName: names of elements and attributes in declarations (section 4).
  func requireQualifiedName(_ s: Span<UInt8>, _ range: Range<Int>) throws(ParseSuspension) {
    guard rules.namespaces else { return }
    let bytes = range.map { s[$0] }
    guard let colon = bytes.firstIndex(of: 0x3A) else { return }
    let local = bytes[(colon + 1)...]
    if colon == 0 || local.isEmpty || local.contains(0x3A) || !NamespaceScopes.startsName(local) {
      throw refusal(.malformedQualifiedName, range.lowerBound)
    }
  }
}
