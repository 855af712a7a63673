import ByteReading

/// An entity whose replacement text is being read.
struct EntityFrame {
  let entity: Int
  var next: Int
  let end: Int
  /// Number of open elements where it began.
  let floor: Int
}

/// Meaning of a reference.
enum Reference {
  case character(UInt32)
  case entity(Int)
  case external
  /// Undeclared in what was read; possibly declared in what was not.
  case skipped
}

/// Reference ::= EntityRef | CharRef ; sections 4.1 and 4.4
extension Processor {
  mutating func readReference(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) -> Reference {
    if s[i + 1] == 0x23 { return .character(try readCharacterReference(s, &i)) }
    let start = i + 1
    let end = try endOfName(s, start)
    guard end > start, s[end] == 0x3B else { throw unexpected(s, end, .malformedReference) }
    try requireNoColon(s, start..<end)
    let reference = try resolve(s, start, end)
    i = end + 1
    return reference
  }

  /// CharRef ::= '&#' [0-9]+ ';' | '&#x' [0-9a-fA-F]+ ';'
  func readCharacterReference(
    _ s: Span<UInt8>, _ i: inout Int
  ) throws(ParseSuspension) -> UInt32 {
    var j = i + 2
    let isHex = s[j] == 0x78
    if isHex { j += 1 }
    let start = j
    var value: UInt32 = 0
    while true {
      if s[j] == 0x3B && j > start {
        // WFC: Legal Character
        guard CharacterClass.isCharacter(value) else {
          throw refusal(.illegalCharacterReference, i)
        }
        i = j + 1
        return value
      }
      guard let digit = s[j].hexDigitValue, isHex || digit < 10 else {
        throw unexpected(s, j, .malformedReference)
      }
      // Beyond the last character the value saturates, however many digits follow.
      value = min(value * (isHex ? 16 : 10) + UInt32(digit), 0x110000)
      j += 1
    }
  }

  /// WFC: Entity Declared, Parsed Entity. Declaring a predefined name changes nothing.
  private func resolve(
    _ s: Span<UInt8>, _ start: Int, _ end: Int
  ) throws(ParseSuspension) -> Reference {
    if let scalar = Self.predefined(s, start, end) { return .character(scalar) }
    let isClosed = doctype.isStandalone || !doctype.mayHaveUnreadDeclarations
    guard let name = tape.names.find(s, start, end), let index = doctype.general[name] else {
      if isClosed { throw refusal(.undeclaredEntity, start - 1) }
      return .skipped
    }
    let entity = doctype.entities[index]
    if isClosed && entity.isDeclaredInParameterEntity {
      throw refusal(.entityDeclaredInParameterEntity, start - 1)
    }
    switch entity.kind {
    case .unparsed: throw refusal(.unparsedEntityReference, start - 1)
    case .external: return .external
    case .internal:
      // WFC: No Recursion
      if entity.isOpen { throw refusal(.recursiveEntity, start - 1) }
      return .entity(index)
    }
  }

  /// lt, gt, amp, apos, quot: section 4.6.
  private static func predefined(_ s: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
    switch (end - start, s[start], s[start + 1], s[end - 1]) {
    case (2, 0x6C, 0x74, _): 0x3C
    case (2, 0x67, 0x74, _): 0x3E
    case (3, 0x61, 0x6D, 0x70): 0x26
    case (4, 0x61, 0x70, 0x73) where s[start + 2] == 0x6F: 0x27
    case (4, 0x71, 0x75, 0x74) where s[start + 2] == 0x6F: 0x22
    default: nil
    }
  }

  mutating func push(
    _ entity: Int, onto frames: inout [EntityFrame]
  ) throws(ParseSuspension) {
    if frames.count >= limits.entityDepth { throw refusal(.entityDepthLimit, limit) }
    let declared = doctype.entities[entity]
    try charge(declared.end - declared.start, limit)
    doctype.entities[entity].isOpen = true
    frames.append(
      EntityFrame(
        entity: entity, next: declared.start, end: declared.end, floor: open.count))
  }

  /// Counts bytes of replacement text and defaults against the length of the document so far.
  mutating func charge(_ bytes: Int, _ index: Int) throws(ParseSuspension) {
    if isCountedBefore { return }
    expanded += bytes
    if expanded > limits.expansion { throw refusal(.expansionLimit, index) }
    if expanded > limits.expansionFloor
      && expanded / max(limits.expansionRatio, 1) > max(offset(index), 1)
    {
      throw refusal(.expansionRatioLimit, index)
    }
  }

  /// Reads the replacement text of an internal entity as content, which must be complete in itself
  /// (section 4.3.2).
  mutating func include(
    _ entity: Int, _ s: Span<UInt8>, at reference: Int
  ) throws(ParseSuspension) {
    settleText(s)
    let text = doctype.text
    let saved = (limit, isFinal, floor)
    origin = reference
    isFinal = true
    var frames: [EntityFrame] = []
    try push(entity, onto: &frames)
    while let frame = frames.last {
      (limit, floor) = (frame.end, frame.floor)
      var i = frame.next
      switch try readContent(text.span, &i) {
      case .end where open.count == frame.floor:
        doctype.entities[frame.entity].isOpen = false
        frames.removeLast()
      case .end, .rootClosed: throw refusal(.entityNotNested, i)
      case .entity(let nested, _):
        frames[frames.count - 1].next = i
        try push(nested, onto: &frames)
      }
    }
    (limit, isFinal, floor) = saved
    origin = -1
  }
}
