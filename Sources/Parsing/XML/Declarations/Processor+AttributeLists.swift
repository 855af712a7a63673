import ByteReading

/// AttlistDecl ::= '<!ATTLIST' S Name AttDef* S? '>' ; AttDef ::= S Name S AttType S DefaultDecl
extension Processor {
  mutating func readAttributeList(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    try requireDeclarationSpace(s, &i)
    let element = try readDeclaredName(s, &i, isQualified: true)
    // Definitions are entered once the declaration is complete: it may be read again from its
    // start.
    var found: [(Doctype.AttributeDefinition, [UInt8]?)] = []
    while true {
      let hadSpace = skipSpace(s, &i)
      if s[i] == 0x3E { break }
      if !hadSpace { throw declarationFault(s, i, .missingWhitespace) }
      let start = i
      let name = try readDeclaredName(s, &i, isQualified: true)
      try requireDeclarationSpace(s, &i)
      let isTokenized = try readAttributeType(s, &i)
      try requireDeclarationSpace(s, &i)
      var value = try readDefault(s, &i)
      if isTokenized, let plain = value { value = Self.collapsingSpaces(plain[...]) }
      let definition = Doctype.AttributeDefinition(
        name: name, isTokenized: isTokenized, defaultValue: nil, offset: offset(start))
      found.append((definition, value))
    }
    i += 1
    guard doctype.countsDeclarations else { return }
    for (definition, value) in found { define(definition, value, of: element) }
  }

  /// Enters a definition. The first one of an attribute counts (section 3.3).
  private mutating func define(
    _ given: Doctype.AttributeDefinition, _ value: [UInt8]?, of element: UInt32
  ) {
    let key = Doctype.AttributeKey(element: element, attribute: given.name)
    if doctype.definitions[key] != nil { return }
    var definition = given
    if let value {
      let start = tape.defaults.count
      tape.defaults.append(contentsOf: value)
      definition.defaultValue = start..<tape.defaults.count
    }
    var list = doctype.attributeLists.removeValue(forKey: element) ?? Doctype.AttributeList()
    let index = list.definitions.count
    doctype.definitions[key] = index
    if value != nil { list.withDefaults.append(index) }
    if definition.isTokenized { list.hasTokenized = true }
    list.definitions.append(definition)
    doctype.attributeLists[element] = list
  }

  /// AttType ::= 'CDATA' | TokenizedType | EnumeratedType. Returns whether it is other than CDATA.
  private func readAttributeType(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) -> Bool {
    if s[i] == 0x28 {
      try readEnumeration(s, &i, ofTokens: true)
      return true
    }
    let end = try endOfName(s, i)
    if end == i { throw declarationFault(s, i) }
    let start = i
    for type in ["CDATA", "ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NMTOKEN", "NMTOKENS"]
    where type.utf8.count == end - start {
      i = start
      if try take(type, s, &i) { return type != "CDATA" }
    }
    i = start
    guard end - start == 8, try take("NOTATION", s, &i) else {
      throw refusal(.malformedDeclaration, start)
    }
    try requireDeclarationSpace(s, &i)
    guard s[i] == 0x28 else { throw declarationFault(s, i) }
    try readEnumeration(s, &i, ofTokens: false)
    return true
  }

  /// Enumeration ::= '(' S? Nmtoken (S? '|' S? Nmtoken)* S? ')' ; NotationType has names in place
  /// of tokens.
  private func readEnumeration(
    _ s: Span<UInt8>, _ i: inout Int, ofTokens isToken: Bool
  ) throws(ParseSuspension) {
    repeat {
      i += 1
      skipSpace(s, &i)
      let end = try endOfName(s, i, isToken: isToken)
      if end == i { throw declarationFault(s, i) }
      i = end
      skipSpace(s, &i)
    } while s[i] == 0x7C
    guard s[i] == 0x29 else { throw declarationFault(s, i) }
    i += 1
  }

  /// DefaultDecl ::= '#REQUIRED' | '#IMPLIED' | (('#FIXED' S)? AttValue)
  private mutating func readDefault(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) -> [UInt8]? {
    if s[i] == 0x23 {
      if try take("#REQUIRED", s, &i) { return nil }
      if try take("#IMPLIED", s, &i) { return nil }
      guard try take("#FIXED", s, &i) else { throw unexpected(s, i, .malformedDeclaration) }
      try requireDeclarationSpace(s, &i)
    }
    let quote = s[i]
    guard quote == 0x22 || quote == 0x27 else { throw declarationFault(s, i, .missingQuote) }
    if passesOverValues {
      _ = try readLiteral(s, &i)
      return nil
    }
    i += 1
    return try readNormalizedValue(s, &i, quote)
  }

  /// Normalizes written values by their type and adds defaults for missing attributes, in declared
  /// order.
  mutating func applyAttributeList(_ s: Span<UInt8>, _ index: Int) throws(ParseSuspension) {
    guard let list = doctype.attributeLists[tagName] else { return }
    if list.hasTokenized { normalizeTokenized(s, list) }
    for number in list.withDefaults {
      let definition = list.definitions[number]
      guard let value = definition.defaultValue,
        tape.names.entries[Int(definition.name)].stamp != tagSerial
      else { continue }
      let nameLength = Int(tape.names.entries[Int(definition.name)].length)
      try charge(value.count + nameLength, index)
      try checkAttribute(value.count, index)
      tape.attributes.append(
        Tape.Attribute(
          nameAndFlags: definition.name | Tape.Attribute.changedFlag
            | Tape.Attribute.defaultedFlag,
          offset: UInt32(truncatingIfNeeded: definition.offset),
          lengthOrChange: UInt32(truncatingIfNeeded: tape.changes.count)))
      tape.changes.append(
        Tape.Change(
          start: UInt32(truncatingIfNeeded: value.lowerBound),
          length: UInt32(truncatingIfNeeded: value.count),
          nameOffset: UInt32(truncatingIfNeeded: definition.offset)))
    }
  }

  private mutating func normalizeTokenized(_ s: Span<UInt8>, _ list: Doctype.AttributeList) {
    let first =
      Int(tape.elements[tape.elements.count - 1].firstAttribute) - tape.droppedAttributes
    for a in first..<tape.attributes.count {
      let attribute = tape.attributes[a]
      let key = Doctype.AttributeKey(element: tagName, attribute: attribute.name)
      guard let number = doctype.definitions[key], list.definitions[number].isTokenized
      else { continue }
      var value: [UInt8] = []
      if attribute.isChanged {
        let change = tape.changes[Int(attribute.lengthOrChange)]
        let start = Int(change.start)
        value = Array(tape.changed[start..<start + Int(change.length)])
      } else {
        let start = Int(attribute.offset) - base
        for k in start..<start + Int(attribute.lengthOrChange) { value.append(s[k]) }
      }
      let collapsed = Self.collapsingSpaces(value[...])
      if collapsed.count != value.count { replaceValue(of: a, s, with: collapsed) }
    }
  }

  private mutating func replaceValue(of a: Int, _ s: Span<UInt8>, with value: [UInt8]) {
    let attribute = tape.attributes[a]
    let start = UInt32(truncatingIfNeeded: tape.changed.count)
    let length = UInt32(truncatingIfNeeded: value.count)
    tape.changed.append(contentsOf: value)
    if attribute.isChanged {
      let index = Int(attribute.lengthOrChange)
      tape.changes[index].start = start
      tape.changes[index].length = length
      return
    }
    let nameLength = Int(tape.names.entries[Int(attribute.name)].length)
    let nameOffset = Tape.nameOffset(
      s, valueOffset: Int(attribute.offset) - base, nameLength: nameLength)
    tape.attributes[a].nameAndFlags |= Tape.Attribute.changedFlag
    tape.attributes[a].lengthOrChange = UInt32(truncatingIfNeeded: tape.changes.count)
    tape.changes.append(
      Tape.Change(
        start: start, length: length, nameOffset: UInt32(truncatingIfNeeded: nameOffset + base)))
  }
}

extension Tape {
  /// Returns the index of an attribute's name from that of its value: back over the quote, Eq and
  /// the name.
  static func nameOffset(_ s: Span<UInt8>, valueOffset: Int, nameLength: Int) -> Int {
    var i = valueOffset - 2
    while s[i].isXMLSpace { i -= 1 }
    i -= 1
    while s[i].isXMLSpace { i -= 1 }
    return i + 1 - nameLength
  }
}
