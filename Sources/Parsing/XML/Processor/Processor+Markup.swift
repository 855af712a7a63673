import ByteReading

/// Comments, CDATA sections and processing instructions: productions 15 to 21.
extension Processor {
  mutating func readCommentOrSection(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) {
    if s[i + 2] == 0x5B { return try readSection(s, &i) }
    try readComment(s, &i)
  }

  /// Comment ::= '<!--' ((Char - '-') | ('-' (Char - '-')))* '-->'
  func readComment(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    var j = i
    guard try take("<!--", s, &j) else { throw unexpected(s, i + 2, .malformedMarkup) }
    while true {
      try skipCharacters(s, &j, until: 0x2D)
      if s[j + 1] == 0x2D {
        guard s[j + 2] == 0x3E else { throw unexpected(s, j + 2, .doubleHyphenInComment) }
        i = j + 3
        return
      }
      j += 1
    }
  }

  /// CDSect ::= '<![CDATA[' (Char* - (Char* ']]>' Char*)) ']]>'
  private mutating func readSection(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    var j = i
    guard try take("<![CDATA[", s, &j) else { throw unexpected(s, i + 2, .malformedMarkup) }
    let start = j
    var hasCarriageReturn = false
    while true {
      try skipCharacters(s, &j, until: 0x5D, &hasCarriageReturn)
      if s[j + 1] == 0x5D && s[j + 2] == 0x3E { break }
      j += 1
    }
    if hasCarriageReturn && !isInEntity {
      try addChangedText(s, start, start)
      tape.changed.append(contentsOf: normalizingLineEnds(s, start..<j))
    } else {
      try addText(s, start, j)
    }
    i = j + 3
  }

  /// PI ::= '<?' PITarget (S (Char* - (Char* '?>' Char*)))? '?>'
  mutating func readInstruction(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    var j = i + 2
    let targetStart = j
    let end = try endOfName(s, j)
    if end == j { throw unexpected(s, j, .malformedProcessingInstruction) }
    try requireNoColon(s, j..<end)
    // PITarget ::= Name - (('X' | 'x') ('M' | 'm') ('L' | 'l'))
    if end - j == 3, s[j] | 0x20 == 0x78, s[j + 1] | 0x20 == 0x6D, s[j + 2] | 0x20 == 0x6C {
      throw refusal(.reservedTarget, i)
    }
    j = end
    let hadSpace = skipSpace(s, &j)
    let start = j
    var hasCarriageReturn = false
    if !hadSpace && s[j] != 0x3F { throw unexpected(s, j, .malformedProcessingInstruction) }
    while true {
      try skipCharacters(s, &j, until: 0x3F, &hasCarriageReturn)
      if s[j + 1] == 0x3E { break }
      if !hadSpace { throw unexpected(s, j + 1, .malformedProcessingInstruction) }
      j += 1
    }
    if j - start > limits.valueLength { throw refusal(.valueLengthLimit, i) }
    let target = tape.names.number(s, targetStart, end)
    try deliverInstruction(target, s, i, start..<j, isPlain: !hasCarriageReturn)
    i = j + 2
  }

  private mutating func deliverInstruction(
    _ target: UInt32, _ s: Span<UInt8>, _ index: Int, _ data: Range<Int>, isPlain: Bool
  ) throws(ParseSuspension) {
    try flushText(index)
    try countEvent(index)
    tape.appendEvent(
      Tape.instruction, tape.droppedInstructions + tape.instructions.count)
    let run: Tape.Run
    if isPlain && !isInEntity {
      run = Tape.Run(
        offset: UInt32(truncatingIfNeeded: offset(index)),
        start: UInt32(truncatingIfNeeded: base + data.lowerBound),
        lengthAndFlag: UInt32(data.count))
    } else {
      let start = tape.changed.count
      tape.changed.append(contentsOf: normalizingLineEnds(s, data))
      run = Tape.Run(
        offset: UInt32(truncatingIfNeeded: offset(index)),
        start: UInt32(truncatingIfNeeded: start),
        lengthAndFlag: UInt32(tape.changed.count - start) | Tape.Run.changedFlag)
    }
    tape.instructions.append(Tape.Instruction(target: target, data: run))
  }

  func skipCharacters(
    _ s: Span<UInt8>, _ i: inout Int, until mark: UInt8
  ) throws(ParseSuspension) {
    var ignored = false
    try skipCharacters(s, &i, until: mark, &ignored)
  }

  /// Skips characters up to the next `mark`, checking each, and records whether there was a CR.
  func skipCharacters(
    _ s: Span<UInt8>, _ i: inout Int, until mark: UInt8, _ hasCarriageReturn: inout Bool
  ) throws(ParseSuspension) {
    let marks = Word.repeating(mark)
    while true {
      let v = s.word(at: i)
      let m = (((v ^ marks) &- Word.ones) | (v &- Word.repeating(0x20)) | v) & Word.highs
      if m == 0 {
        i &+= 8
        continue
      }
      i &+= m.trailingZeroBitCount &>> 3
      let byte = s[i]
      if byte == mark { return }
      if byte == 0x0D { hasCarriageReturn = true }
      i &+= try lengthOfAnyCharacter(s, i)
    }
  }
}
