import ByteReading

/// White space, names and literals: productions 3 to 13.
extension Processor {
  /// Skips white space and returns whether there was any.
  @inline(__always)
  @discardableResult
  func skipSpace(_ s: Span<UInt8>, _ i: inout Int) -> Bool {
    let start = i
    while s[i].isXMLSpace { i &+= 1 }
    return i != start
  }

  func requireSpace(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    if !skipSpace(s, &i) { throw unexpected(s, i, .missingWhitespace) }
  }

  func expect(
    _ byte: UInt8, _ s: Span<UInt8>, _ i: inout Int, _ code: XMLError.Code
  ) throws(ParseSuspension) {
    guard s[i] == byte else { throw unexpected(s, i, code) }
    i += 1
  }

  /// Takes the ASCII `word` if it stands at `i`. Asks for more if the window ends inside it.
  func take(_ word: String, _ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) -> Bool {
    var j = i
    for byte in word.utf8 {
      if j >= limit {
        if !isFinal { throw .needMore }
        return false
      }
      if s[j] != byte { return false }
      j += 1
    }
    i = j
    return true
  }

  /// Reads a name and returns its number.
  mutating func readName(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) -> UInt32 {
    let end = try endOfName(s, i)
    if end == i { throw unexpected(s, i, .malformedName) }
    let name = tape.names.number(s, i, end)
    i = end
    return name
  }

  /// Reads a literal in either kind of quotes and returns the range between them. Every character
  /// is checked.
  func readLiteral(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) -> Range<Int> {
    let quote = s[i]
    guard quote == 0x22 || quote == 0x27 else { throw unexpected(s, i, .missingQuote) }
    var j = i + 1
    while s[j] != quote { j += try lengthOfAnyCharacter(s, j) }
    let range = i + 1..<j
    if range.count > limits.valueLength { throw refusal(.valueLengthLimit, i) }
    i = j + 1
    return range
  }

  /// Returns the length of the character at `index`, which XML must allow.
  @inline(__always)
  func lengthOfAnyCharacter(_ s: Span<UInt8>, _ index: Int) throws(ParseSuspension) -> Int {
    let byte = s[index]
    if byte >= 0x80 { return try lengthOfCharacter(s, index) }
    if byte < 0x20 && !byte.isXMLSpace {
      throw unexpected(s, index, .illegalCharacter)
    }
    return 1
  }

  /// Returns the bytes of a range with line ends as LF (section 2.11). Replacement text stays as it
  /// is: a CR in it came from a character reference.
  func normalizingLineEnds(_ s: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = s[i]
      if byte == 0x0D && !isInEntity {
        out.append(0x0A)
        if i + 1 < range.upperBound && s[i + 1] == 0x0A { i += 1 }
      } else {
        out.append(byte)
      }
      i += 1
    }
    return out
  }
}
