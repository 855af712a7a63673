import ByteReading

/// The document type declaration and its internal subset: productions 28 to 29, 75, 83.
extension Processor {
  /// doctypedecl ::= '<!DOCTYPE' S Name (S ExternalID)? S? ('[' intSubset ']' S?)? '>'
  mutating func readDoctype(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    var j = i
    guard try take("<!DOCTYPE", s, &j) else { throw unexpected(s, i + 2, .malformedMarkup) }
    guard state == .prolog else { throw refusal(.misplacedDoctype, i) }
    try requireSpace(s, &j)
    let nameStart = j
    _ = try readName(s, &j)
    try requireQualifiedName(s, nameStart..<j)
    let hadSpace = skipSpace(s, &j)
    if hadSpace, s[j] == 0x53 || s[j] == 0x50 {
      let start = j
      if case .publicOnly = try readExternalIdentifier(s, &j, .malformedDoctype) {
        throw unexpected(s, j, .missingQuote)
      }
      note(.externalSubsetSkipped, at: offset(start))
      doctype.mayHaveUnreadDeclarations = true
      skipSpace(s, &j)
    }
    switch s[j] {
    case 0x5B: state = .subset
    case 0x3E: state = .prologAfterDoctype
    default: throw unexpected(s, j, .malformedDoctype)
    }
    i = j + 1
  }

  /// S? '>' after the internal subset.
  mutating func readDoctypeEnd(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    skipSpace(s, &i)
    try expect(0x3E, s, &i, .malformedDoctype)
    state = .prologAfterDoctype
  }

  enum ExternalIdentifier { case system, `public`, publicOnly }

  /// ExternalID ::= 'SYSTEM' S SystemLiteral | 'PUBLIC' S PubidLiteral S SystemLiteral
  ///
  /// Without a system literal after the public one it is a PublicID, which only notations may have.
  func readExternalIdentifier(
    _ s: Span<UInt8>, _ i: inout Int, _ code: XMLError.Code
  ) throws(ParseSuspension) -> ExternalIdentifier {
    if try take("SYSTEM", s, &i) {
      try requireSpace(s, &i)
      _ = try readLiteral(s, &i)
      return .system
    }
    guard try take("PUBLIC", s, &i) else { throw unexpected(s, i, code) }
    try requireSpace(s, &i)
    let range = try readLiteral(s, &i)
    for k in range where !CharacterClass.isPublicIdentifier(s[k]) {
      throw refusal(.malformedPublicIdentifier, k)
    }
    var j = i
    let hadSpace = skipSpace(s, &j)
    if j == limit && !isFinal { throw .needMore }
    guard s[j] == 0x22 || s[j] == 0x27 else { return .publicOnly }
    if !hadSpace { throw refusal(.missingWhitespace, j) }
    _ = try readLiteral(s, &j)
    i = j
    return .public
  }

  enum SubsetStop { case end, closed, parameterEntity(Int, at: Int) }

  /// intSubset ::= (markupdecl | DeclSep)* ; DeclSep ::= PEReference | S
  mutating func readSubset(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    while true {
      switch try readDeclarations(s, &i) {
      case .closed:
        state = .afterSubset
        return
      case .end: throw unexpected(s, i, .malformedDoctype)
      case .parameterEntity(let entity, let offset):
        try includeParameterEntity(entity, at: offset)
      }
    }
  }

  private mutating func readDeclarations(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) -> SubsetStop {
    while true {
      skipSpace(s, &i)
      if i == limit { return .end }
      switch s[i] {
      case 0x5D where !isInEntity:
        i += 1
        return .closed
      case 0x25:
        let start = i
        if let entity = try readParameterReference(s, &i) {
          return .parameterEntity(entity, at: offset(start))
        }
      case 0x3C: try readDeclaration(s, &i)
      default: throw unexpected(s, i, .malformedDoctype)
      }
    }
  }

  /// PEReference ::= '%' Name ';'
  ///
  /// Returns the entity to include; nil for one that is not read. Later declarations then do not
  /// count, since the entity may override them, unless the document is standalone.
  mutating func readParameterReference(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) -> Int? {
    let end = try endOfName(s, i + 1)
    guard end > i + 1, s[end] == 0x3B else { throw unexpected(s, end, .malformedReference) }
    try requireNoColon(s, i + 1..<end)
    doctype.mayHaveUnreadDeclarations = true
    let name = tape.names.find(s, i + 1, end)
    let start = i
    i = end + 1
    guard rules.readsParameterEntities else {
      if !doctype.isStandalone { doctype.countsDeclarations = false }
      return nil
    }
    guard let name, let index = doctype.parameter[name] else {
      // WFC: Entity Declared applies to general entities only; an undeclared parameter entity is
      // skipped.
      if !doctype.isStandalone { doctype.countsDeclarations = false }
      note(.undeclaredParameterEntitySkipped, at: offset(start))
      return nil
    }
    if doctype.entities[index].isOpen { throw refusal(.recursiveEntity, start) }
    if doctype.entities[index].kind == .internal { return index }
    if !doctype.isStandalone { doctype.countsDeclarations = false }
    note(.externalParameterEntitySkipped, at: offset(start))
    return nil
  }

  /// Reads the replacement text of a parameter entity as declarations (WFC: PE Between
  /// Declarations).
  private mutating func includeParameterEntity(
    _ entity: Int, at reference: Int
  ) throws(ParseSuspension) {
    let saved = (limit, isFinal)
    origin = reference
    isFinal = true
    var frames: [EntityFrame] = []
    // A copy for each frame: its declarations append to the text of the doctype.
    var texts: [[UInt8]] = []
    try pushParameterEntity(entity, &frames, &texts)
    while let frame = frames.last, let text = texts.last {
      limit = frame.end
      var i = frame.next
      switch try readDeclarations(text.span, &i) {
      case .end:
        doctype.entities[frame.entity].isOpen = false
        frames.removeLast()
        texts.removeLast()
      case .closed: throw refusal(.entityNotNested, i)
      case .parameterEntity(let nested, _):
        frames[frames.count - 1].next = i
        try pushParameterEntity(nested, &frames, &texts)
      }
    }
    (limit, isFinal) = saved
    origin = -1
  }

  private mutating func pushParameterEntity(
    _ entity: Int, _ frames: inout [EntityFrame], _ texts: inout [[UInt8]]
  ) throws(ParseSuspension) {
    try push(entity, onto: &frames)
    let frame = frames[frames.count - 1]
    texts.append(Array(doctype.text[frame.next..<frame.end + 8]))
    frames[frames.count - 1] = EntityFrame(
      entity: entity, next: 0, end: frame.end - frame.next, floor: 0)
  }
}
