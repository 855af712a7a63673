import ByteReading

/// elementdecl ::= '<!ELEMENT' S Name S contentspec S? '>' ; contentspec ::= 'EMPTY' | 'ANY' |
/// Mixed | children
///
/// A non-validating processor checks the form of a model and discards it.
extension Processor {
  mutating func readElementDeclaration(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) {
    try requireDeclarationSpace(s, &i)
    _ = try readDeclaredName(s, &i, isQualified: true)
    try requireDeclarationSpace(s, &i)
    switch s[i] {
    case 0x28: try readModel(s, &i)
    case 0x45:
      guard try take("EMPTY", s, &i) else { throw unexpected(s, i, .malformedContentModel) }
    case 0x41:
      guard try take("ANY", s, &i) else { throw unexpected(s, i, .malformedContentModel) }
    default: throw declarationFault(s, i, .malformedContentModel)
    }
    try endDeclaration(s, &i)
  }

  private func readModel(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    var j = i + 1
    skipSpace(s, &j)
    if s[j] == 0x23 {
      guard try take("#PCDATA", s, &j) else { throw unexpected(s, j, .malformedContentModel) }
      try readMixed(s, &j)
      i = j
    } else {
      try readChildren(s, &i)
    }
  }

  /// Mixed ::= '(' S? '#PCDATA' (S? '|' S? Name)* S? ')*' | '(' S? '#PCDATA' S? ')'
  private func readMixed(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    var hasNames = false
    while true {
      skipSpace(s, &i)
      if s[i] == 0x29 { break }
      guard s[i] == 0x7C else { throw declarationFault(s, i, .malformedContentModel) }
      i += 1
      skipSpace(s, &i)
      let end = try endOfName(s, i)
      if end == i { throw declarationFault(s, i, .malformedContentModel) }
      try requireQualifiedName(s, i..<end)
      i = end
      hasNames = true
    }
    i += 1
    if s[i] == 0x2A {
      i += 1
    } else if hasNames {
      throw unexpected(s, i, .malformedContentModel)
    }
  }

  /// children ::= (choice | seq) ('?' | '*' | '+')? ; cp ::= (Name | choice | seq) ('?' | '*' |
  /// '+')?
  ///
  /// A stack holds the separator of each open group: zero until the group has shown one.
  private func readChildren(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    var separators: [UInt8] = []
    repeat {
      // A particle must follow.
      skipSpace(s, &i)
      if s[i] == 0x28 {
        if separators.count >= limits.depth { throw refusal(.depthLimit, i) }
        separators.append(0)
        i += 1
        continue
      }
      let end = try endOfName(s, i)
      if end == i { throw declarationFault(s, i, .malformedContentModel) }
      try requireQualifiedName(s, i..<end)
      i = end
      skipOccurrence(s, &i)
      try closeGroups(s, &i, &separators)
    } while !separators.isEmpty
  }

  /// After a particle: closes all groups that end here and takes the separator before the next
  /// particle.
  private func closeGroups(
    _ s: Span<UInt8>, _ i: inout Int, _ separators: inout [UInt8]
  ) throws(ParseSuspension) {
    while let separator = separators.last {
      skipSpace(s, &i)
      let byte = s[i]
      if byte == 0x29 {
        separators.removeLast()
        i += 1
        skipOccurrence(s, &i)
        continue
      }
      guard byte == 0x7C || byte == 0x2C, separator == 0 || separator == byte else {
        throw declarationFault(s, i, .malformedContentModel)
      }
      separators[separators.count - 1] = byte
      i += 1
      return
    }
  }

  private func skipOccurrence(_ s: Span<UInt8>, _ i: inout Int) {
    if s[i] == 0x3F || s[i] == 0x2A || s[i] == 0x2B { i += 1 }
  }
}
