import ByteReading

/// EntityValue ::= '"' ([^%&"] | PEReference | Reference)* '"' | "'" ([^%&'] | PEReference |
/// Reference)* "'"
///
/// A PEReference is not allowed here in the internal subset.
extension Processor {
  var passesOverValues: Bool {
    !doctype.countsDeclarations && !rules.checksDeclarationsThatDoNotCount
  }

  /// Returns the replacement text of a literal: character references are replaced, general ones
  /// stay (section 4.5).
  func readEntityValue(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) -> [UInt8] {
    if passesOverValues {
      _ = try readLiteral(s, &i)
      return []
    }
    let quote = s[i]
    let start = i
    var out: [UInt8] = []
    var j = i + 1
    while s[j] != quote {
      // WFC: PEs in Internal Subset
      if s[j] == 0x25 { throw declarationFault(s, j) }
      try appendEntityValueItem(s, &j, to: &out)
      if out.count > limits.valueLength { throw refusal(.valueLengthLimit, start) }
    }
    i = j + 1
    return out
  }

  private func appendEntityValueItem(
    _ s: Span<UInt8>, _ i: inout Int, to out: inout [UInt8]
  ) throws(ParseSuspension) {
    switch s[i] {
    case 0x26:
      if s[i + 1] == 0x23 {
        out.appendUTF8(try readCharacterReference(s, &i))
        return
      }
      let end = try endOfName(s, i + 1)
      guard end > i + 1, s[end] == 0x3B else { throw unexpected(s, end, .malformedReference) }
      for k in i...end { out.append(s[k]) }
      i = end + 1
    case 0x0D where !isInEntity:
      out.append(0x0A)
      i += s[i + 1] == 0x0A ? 2 : 1
    default:
      let length = try lengthOfAnyCharacter(s, i)
      for k in i..<(i + length) { out.append(s[k]) }
      i += length
    }
  }
}
