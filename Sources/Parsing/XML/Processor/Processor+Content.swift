import ByteReading

/// Reason why reading of content stopped.
enum ContentStop {
  /// The current input is used up.
  case end
  /// The root element was closed.
  case rootClosed
  /// A reference to an internal general entity: its replacement text comes next.
  case entity(Int, at: Int)
}

/// content ::= CharData? ((element | Reference | CDSect | PI | Comment) CharData?)*
extension Processor {
  mutating func readContent(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) -> ContentStop {
    while true {
      switch s[i] {
      case 0x3C:
        switch s[i &+ 1] {
        case 0x2F:
          try readEndTag(s, &i)
          if open.isEmpty { return .rootClosed }
        case 0x21: try readCommentOrSection(s, &i)
        case 0x3F: try readInstruction(s, &i)
        default: try readStartTag(s, &i)
        }
      case 0x26:
        let start = i
        switch try readReference(s, &i) {
        case .character(let scalar): try addText(scalar: scalar, s, start)
        case .entity(let entity): return .entity(entity, at: offset(start))
        case .external:
          note(.externalEntitySkipped, at: offset(start))
        case .skipped: note(.undeclaredEntitySkipped, at: offset(start))
        }
      default:
        if i == limit { return .end }
        try readCharacterData(s, &i)
      }
    }
  }

  /// CharData ::= [^<&]* - ([^<&]* ']]>' [^<&]*)
  @inline(__always)
  private mutating func readCharacterData(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) {
    var j = i
    while true {
      let v = s.word(at: j)
      let marks =
        ((v ^ Word.repeating(0x3C)) &- Word.ones) | ((v ^ Word.repeating(0x26)) &- Word.ones)
        | ((v ^ Word.repeating(0x5D)) &- Word.ones)
      let m = (marks | (v &- Word.repeating(0x20)) | v) & Word.highs
      if m == 0 {
        j &+= 8
        continue
      }
      j &+= m.trailingZeroBitCount &>> 3
      let byte = s[j]
      switch byte {
      case 0x0A, 0x09: j &+= 1
      case 0x3C, 0x26:
        try addText(s, i, j)
        i = j
        return
      case 0x5D: try readBracket(s, &i, &j)
      case 0x0D:
        if isInEntity {
          j &+= 1
        } else {
          try addText(s, i, j)
          i = j
          try readLineEnd(s, &i)
          j = i
        }
      case 0x80...:
        // Truncated by the end of the window, or malformed: deliver the text before it, as shorter
        // pieces would.
        if case .scalar(let scalar, let length) = s.utf8Sequence(at: j, limit: limit),
          CharacterClass.isCharacter(scalar)
        {
          j &+= length
          continue
        }
        try addText(s, i, j)
        i = j
        throw unexpected(s, j, .illegalCharacter)
      default:
        try addText(s, i, j)
        i = j
        if j == limit { return }
        throw unexpected(s, j, .illegalCharacter)
      }
    }
  }

  /// Handles a `]` in text: `]]>` is refused. Text before it is delivered if the window ends too
  /// early to decide.
  private mutating func readBracket(
    _ s: Span<UInt8>, _ i: inout Int, _ j: inout Int
  ) throws(ParseSuspension) {
    if s[j + 1] == 0x5D && s[j + 2] == 0x3E {
      try addText(s, i, j)
      throw refusal(.sectionEndInText, j)
    }
    let isOpenEnded = j + 1 == limit || (s[j + 1] == 0x5D && j + 2 == limit)
    if isOpenEnded && !isFinal {
      try addText(s, i, j)
      i = j
      throw .needMore
    }
    j += 1
  }

  /// A CR, alone or before an LF, is one LF (section 2.11).
  private mutating func readLineEnd(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    if i + 1 == limit && !isFinal { throw .needMore }
    try addText(scalar: 0x0A, s, i)
    i += s[i + 1] == 0x0A ? 2 : 1
  }
}
