import ByteReading

/// markupdecl ::= elementdecl | AttlistDecl | EntityDecl | NotationDecl | PI | Comment
extension Processor {
  mutating func readDeclaration(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    var j = i
    switch (s[i + 1], s[i + 2], s[i + 3]) {
    case (0x3F, _, _): return try readInstruction(s, &i)
    case (0x21, 0x2D, _): return try readComment(s, &i)
    case (0x21, 0x45, 0x4E):
      guard try take("<!ENTITY", s, &j) else { throw unexpected(s, i + 2, .malformedMarkup) }
      try readEntityDeclaration(s, &j)
    case (0x21, 0x45, _):
      guard try take("<!ELEMENT", s, &j) else { throw unexpected(s, i + 2, .malformedMarkup) }
      try readElementDeclaration(s, &j)
    case (0x21, 0x41, _):
      guard try take("<!ATTLIST", s, &j) else { throw unexpected(s, i + 2, .malformedMarkup) }
      try readAttributeList(s, &j)
    case (0x21, 0x4E, _):
      guard try take("<!NOTATION", s, &j) else { throw unexpected(s, i + 2, .malformedMarkup) }
      try readNotation(s, &j)
    case (0x21, _, _): throw unexpected(s, i + 2, .malformedMarkup)
    default: throw unexpected(s, i + 1, .malformedMarkup)
    }
    i = j
  }

  /// Returns the error for an unexpected byte in a declaration. WFC: PEs in Internal Subset has its
  /// own code.
  func declarationFault(
    _ s: Span<UInt8>, _ i: Int, _ code: XMLError.Code = .malformedDeclaration
  ) -> ParseSuspension {
    unexpected(s, i, s[i] == 0x25 && i < limit ? .parameterEntityInDeclaration : code)
  }

  func requireDeclarationSpace(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    if !skipSpace(s, &i) { throw declarationFault(s, i, .missingWhitespace) }
  }

  /// Reads the name of an element or attribute, or an unqualified name of an entity or notation.
  mutating func readDeclaredName(
    _ s: Span<UInt8>, _ i: inout Int, isQualified: Bool
  ) throws(ParseSuspension) -> UInt32 {
    if s[i] == 0x25 { throw declarationFault(s, i) }
    let start = i
    let name = try readName(s, &i)
    if isQualified {
      try requireQualifiedName(s, start..<i)
    } else {
      try requireNoColon(s, start..<i)
    }
    return name
  }

  /// S? '>'
  func endDeclaration(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    skipSpace(s, &i)
    guard s[i] == 0x3E else { throw declarationFault(s, i) }
    i += 1
  }

  /// NotationDecl ::= '<!NOTATION' S Name S (ExternalID | PublicID) S? '>'
  private mutating func readNotation(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    try requireDeclarationSpace(s, &i)
    _ = try readDeclaredName(s, &i, isQualified: false)
    try requireDeclarationSpace(s, &i)
    if s[i] == 0x25 { throw declarationFault(s, i) }
    _ = try readExternalIdentifier(s, &i, .malformedDeclaration)
    try endDeclaration(s, &i)
  }

  /// GEDecl ::= '<!ENTITY' S Name S EntityDef S? '>' ; PEDecl ::= '<!ENTITY' S '%' S Name S PEDef
  /// S? '>'
  private mutating func readEntityDeclaration(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) {
    let start = i
    try requireDeclarationSpace(s, &i)
    var isParameter = false
    if s[i] == 0x25 {
      if i + 1 == limit && !isFinal { throw .needMore }
      guard s[i + 1].isXMLSpace else { throw declarationFault(s, i) }
      isParameter = true
      i += 1
      skipSpace(s, &i)
    }
    let name = try readDeclaredName(s, &i, isQualified: false)
    try requireDeclarationSpace(s, &i)
    var entity = Doctype.Entity(
      kind: .internal, start: 0, end: 0, isDeclaredInParameterEntity: isInEntity)
    var value: [UInt8] = []
    if s[i] == 0x22 || s[i] == 0x27 {
      value = try readEntityValue(s, &i)
    } else {
      if s[i] == 0x25 { throw declarationFault(s, i) }
      let identifier = try readExternalIdentifier(s, &i, .malformedDeclaration)
      if case .publicOnly = identifier { throw declarationFault(s, i, .missingQuote) }
      entity.kind = .external
      if try readUnparsedNotation(s, &i, isParameter: isParameter) { entity.kind = .unparsed }
    }
    try endDeclaration(s, &i)
    try declare(entity, name, value, isParameter: isParameter, start)
  }

  /// NDataDecl ::= S 'NDATA' S Name
  private mutating func readUnparsedNotation(
    _ s: Span<UInt8>, _ i: inout Int, isParameter: Bool
  ) throws(ParseSuspension) -> Bool {
    var j = i
    let hadSpace = skipSpace(s, &j)
    if isParameter || s[j] != 0x4E { return false }
    if !hadSpace { throw unexpected(s, j, .missingWhitespace) }
    guard try take("NDATA", s, &j) else { throw unexpected(s, j, .malformedDeclaration) }
    try requireDeclarationSpace(s, &j)
    _ = try readDeclaredName(s, &j, isQualified: false)
    i = j
    return true
  }

  /// Enters an entity. The first declaration of a name binds (section 4.2).
  private mutating func declare(
    _ declared: Doctype.Entity, _ name: UInt32, _ value: [UInt8], isParameter: Bool, _ index: Int
  ) throws(ParseSuspension) {
    guard doctype.countsDeclarations else { return }
    if (isParameter ? doctype.parameter[name] : doctype.general[name]) != nil { return }
    if isInEntity { try charge(value.count, index) }
    var entity = declared
    entity.start = doctype.text.count
    entity.end = entity.start + value.count
    doctype.text.append(contentsOf: value)
    doctype.text.append(contentsOf: repeatElement(0, count: 8))
    let number = doctype.entities.count
    doctype.entities.append(entity)
    if isParameter { doctype.parameter[name] = number } else { doctype.general[name] = number }
  }
}
