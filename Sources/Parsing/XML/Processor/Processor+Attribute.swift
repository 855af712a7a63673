import ByteReading

/// Attribute ::= Name Eq AttValue ; Eq ::= S? '=' S?
extension Processor {
  @inline(__always)
  mutating func readAttribute(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    let nameStart = i
    var j = i
    // Attributes recur in the same order: try the name that followed the last one first.
    let guess = tape.names.entries[Int(lastName)].successor
    let guessLength = Int(tape.names.entries[Int(guess)].length)
    let name: UInt32
    if guess != 0, tape.names.matches(guess, s, j, guessLength), s[j &+ guessLength] == 0x3D {
      name = guess
      j &+= guessLength
    } else {
      name = try readName(s, &j)
      tape.names.setSuccessor(of: lastName, name)
    }
    if tape.names.entries[Int(name)].stamp == tagSerial { throw refusal(.duplicateAttribute, i) }
    if s[j] != 0x3D {
      skipSpace(s, &j)
      if s[j] != 0x3D { throw unexpected(s, j, .missingEqualsSign) }
    }
    j &+= 1
    var quote = s[j]
    if quote != 0x22 && quote != 0x27 {
      skipSpace(s, &j)
      quote = s[j]
      guard quote == 0x22 || quote == 0x27 else { throw unexpected(s, j, .missingQuote) }
    }
    j &+= 1
    try readValue(s, &j, quote, name, nameStart)
    tape.names.stamp(name, tagSerial)
    lastName = name
    i = j
  }

  /// AttValue ::= '"' ([^<&"] | Reference)* '"' | "'" ([^<&'] | Reference)* "'"
  ///
  /// `i` begins after the opening quote and ends after the closing one.
  @inline(__always)
  private mutating func readValue(
    _ s: Span<UInt8>, _ i: inout Int, _ quote: UInt8, _ name: UInt32, _ nameStart: Int
  ) throws(ParseSuspension) {
    let start = i
    var j = i
    if scanned > base &+ j && !isInEntity { j = scanned &- base }
    scanned = 0
    // One comparison for '&' and the quote: they differ in one bit (0x22, 0x26; 0x27, 0x26).
    let same = quote == 0x22 ? ~Word.repeating(0x04) : ~Word.repeating(0x01)
    let mark = Word.repeating(quote) & same
    while true {
      let v = s.word(at: j)
      let m =
        ((((v & same) ^ mark) &- Word.ones) | ((v ^ Word.repeating(0x3C)) &- Word.ones)
          | (v &- Word.repeating(0x20)) | v) & Word.highs
      if m == 0 {
        j &+= 8
        continue
      }
      j &+= m.trailingZeroBitCount &>> 3
      let byte = s[j]
      if byte == quote { break }
      if byte >= 0x80 {
        if !isFinal, case .truncated = s.utf8Sequence(at: j, limit: limit) { scanned = base &+ j }
        j &+= try lengthOfCharacter(s, j)
        continue
      }
      if byte == 0x26 || byte.isXMLSpace {
        i = start
        return try readChangedValue(s, &i, quote, name, nameStart)
      }
      if j == limit { scanned = base &+ j }
      throw unexpected(s, j, byte == 0x3C ? .lessThanInAttributeValue : .illegalCharacter)
    }
    if isInEntity { return try copyValue(s, &i, start, j, name) }
    try checkAttribute(j &- start, nameStart)
    tape.attributes.append(
      Tape.Attribute(
        nameAndFlags: name, offset: UInt32(truncatingIfNeeded: base &+ start),
        lengthOrChange: UInt32(truncatingIfNeeded: j &- start)))
    i = j &+ 1
  }

  @inline(__always)
  func checkAttribute(_ length: Int, _ index: Int) throws(ParseSuspension) {
    if length > limits.valueLength { throw refusal(.valueLengthLimit, index) }
    let first = Int(tape.elements[tape.elements.count &- 1].firstAttribute)
    if tape.attributes.count &+ tape.droppedAttributes &- first >= limits.attributesPerElement {
      throw refusal(.attributeCountLimit, index)
    }
  }

  /// A clean value inside replacement text is copied, since the tape cannot point there.
  private mutating func copyValue(
    _ s: Span<UInt8>, _ i: inout Int, _ start: Int, _ end: Int, _ name: UInt32
  ) throws(ParseSuspension) {
    let at = tape.changed.count
    for k in start..<end { tape.changed.append(s[k]) }
    try appendChanged(name, valueOffset: origin, nameOffset: origin, start: at, start)
    i = end + 1
  }

  /// Reads a value with references or white space other than spaces.
  @inline(never)
  private mutating func readChangedValue(
    _ s: Span<UInt8>, _ i: inout Int, _ quote: UInt8, _ name: UInt32, _ nameStart: Int
  ) throws(ParseSuspension) {
    let valueOffset = offset(i)
    let value = try readNormalizedValue(s, &i, quote)
    let start = tape.changed.count
    tape.changed.append(contentsOf: value)
    scratch = value
    try appendChanged(
      name, valueOffset: valueOffset, nameOffset: offset(nameStart), start: start, nameStart)
  }

  /// Adds an attribute whose value is `tape.changed` from `start` on.
  private mutating func appendChanged(
    _ name: UInt32, valueOffset: Int, nameOffset: Int, start: Int, _ index: Int
  ) throws(ParseSuspension) {
    let length = tape.changed.count - start
    try checkAttribute(length, index)
    tape.attributes.append(
      Tape.Attribute(
        nameAndFlags: name | Tape.Attribute.changedFlag,
        offset: UInt32(truncatingIfNeeded: valueOffset),
        lengthOrChange: UInt32(truncatingIfNeeded: tape.changes.count)))
    tape.changes.append(
      Tape.Change(
        start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: length),
        nameOffset: UInt32(truncatingIfNeeded: nameOffset)))
  }
}
