import ByteReading

/// prolog ::= XMLDecl? Misc* (doctypedecl Misc*)? ; document ::= prolog element Misc*
extension Processor {
  /// Reads the byte order mark, which is not part of the document, and the XML declaration.
  mutating func readStart(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    var j = i
    if j == limit && !isFinal { throw .needMore }
    if s[j] == 0xEF, s[j + 1] == 0xBB, s[j + 2] == 0xBF {
      j += 3
    } else if s[j] == 0xEF && j + 2 >= limit && !isFinal {
      throw .needMore
    }
    var k = j
    if try take("<?xml", s, &k) {
      if k == limit && !isFinal { throw .needMore }
      if s[k].isXMLSpace {
        try readXMLDeclaration(s, &k)
        j = k
      }
    }
    i = j
    state = .prolog
  }

  /// XMLDecl ::= '<?xml' VersionInfo EncodingDecl? SDDecl? S? '?>'
  private mutating func readXMLDeclaration(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) {
    skipSpace(s, &i)
    guard try take("version", s, &i) else { throw unexpected(s, i, .malformedXMLDeclaration) }
    let version = try readPseudoValue(s, &i)
    try checkVersion(s, version)
    var hadSpace = skipSpace(s, &i)
    if hadSpace, try take("encoding", s, &i) {
      let name = try readPseudoValue(s, &i)
      try checkEncoding(s, name)
      hadSpace = skipSpace(s, &i)
    }
    if hadSpace, try take("standalone", s, &i) {
      let value = try readPseudoValue(s, &i)
      var k = value.lowerBound
      if try take("yes", s, &k), k == value.upperBound {
        doctype.isStandalone = true
      } else {
        k = value.lowerBound
        guard try take("no", s, &k), k == value.upperBound else {
          throw refusal(.malformedXMLDeclaration, value.lowerBound)
        }
      }
      skipSpace(s, &i)
    }
    guard try take("?>", s, &i) else { throw unexpected(s, i, .malformedXMLDeclaration) }
  }

  /// Reads Eq and a quoted value.
  private func readPseudoValue(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) -> Range<Int> {
    skipSpace(s, &i)
    try expect(0x3D, s, &i, .malformedXMLDeclaration)
    skipSpace(s, &i)
    let quote = s[i]
    guard quote == 0x22 || quote == 0x27 else {
      throw unexpected(s, i, .malformedXMLDeclaration)
    }
    let start = i + 1
    var j = start
    while s[j] != quote {
      // EncName and VersionNum consist of these characters.
      guard CharacterClass.isASCIINameCharacter(s[j]), s[j] != 0x3A else {
        throw unexpected(s, j, .malformedXMLDeclaration)
      }
      j += 1
    }
    i = j + 1
    return start..<j
  }

  /// VersionNum ::= '1.' [0-9]+
  private func checkVersion(_ s: Span<UInt8>, _ version: Range<Int>) throws(ParseSuspension) {
    guard rules.requiresVersionOne else { return }
    let start = version.lowerBound
    var isVersionOne = version.count > 2 && s[start] == 0x31 && s[start + 1] == 0x2E
    for k in version.dropFirst(2) where !s[k].isASCIIDigit { isVersionOne = false }
    if !isVersionOne { throw refusal(.unsupportedVersion, start) }
  }

  /// EncName ::= [A-Za-z] ([A-Za-z0-9._] | '-')*
  private func checkEncoding(_ s: Span<UInt8>, _ name: Range<Int>) throws(ParseSuspension) {
    // For an empty name the first byte is the closing quote.
    if !s[name.lowerBound].isASCIILetter {
      throw refusal(.malformedXMLDeclaration, name.lowerBound)
    }
    guard let declared = Encoding.Declared(s, name) else {
      throw refusal(.unsupportedEncoding, name.lowerBound)
    }
    if !encoding.fits(declared) { throw refusal(.encodingMismatch, name.lowerBound) }
  }

  /// Misc ::= Comment | PI | S, up to the document type declaration or the root element; in the
  /// epilog to the end.
  mutating func readProlog(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    while true {
      skipSpace(s, &i)
      if i == limit {
        if !isFinal { throw .needMore }
        if state == .epilog { return }
        throw refusal(.noRootElement, i)
      }
      guard s[i] == 0x3C else { throw unexpected(s, i, .textOutsideRoot) }
      switch s[i + 1] {
      case 0x3F: try readInstruction(s, &i)
      case 0x21:
        if s[i + 2] == 0x44 { return try readDoctype(s, &i) }
        try readComment(s, &i)
      case 0x2F: throw refusal(.malformedMarkup, i)
      default:
        if state != .epilog { return try readStartTag(s, &i) }
        let end = try endOfName(s, i + 1)
        throw end == i + 1
          ? unexpected(s, i + 1, .malformedName) : refusal(.contentAfterRoot, i)
      }
    }
  }
}
