import ByteReading

/// Where the bytes in hand end and where they stand in the document: what a refusal needs to know.
///
/// Apart from the processor, which is large: a method that only asks is then handed these few words, not a copy of
/// everything.
struct InputPosition: Sendable {
  var limit = 0
  var isFinal = false
  /// Offset of the first byte of the window in the document.
  var base = 0
  /// Offset of the reference in the document while replacement text is read, else -1.
  var origin = -1
  let usesFourthEditionNames: Bool
  let nameLength: Int

  init(usesFourthEditionNames: Bool, nameLength: Int) {
    self.usesFourthEditionNames = usesFourthEditionNames
    self.nameLength = nameLength
  }

  /// The offset in the document that belongs to an index.
  @inline(__always)
  func offset(_ index: Int) -> Int { origin >= 0 ? origin : base &+ index }

  @inline(never)
  func refusal(_ code: XMLError.Code, _ index: Int) -> ParseSuspension {
    .refused(code, at: offset(index))
  }

  /// What to throw when the byte at `index` is not one that the grammar takes here: a wish for more when the
  /// window ends, the fault of the character itself if it has one, else `code`.
  @inline(never)
  func unexpected(_ s: Span<UInt8>, _ index: Int, _ code: XMLError.Code) -> ParseSuspension {
    if index >= limit {
      if !isFinal { return .needMore }
      return refusal(origin >= 0 ? .entityNotNested : .unexpectedEnd, limit)
    }
    switch s.utf8Sequence(at: index, limit: limit) {
    case .truncated: return isFinal ? refusal(.malformedEncoding, index) : .needMore
    case .malformed: return refusal(.malformedEncoding, index)
    case .scalar(let scalar, _):
      return refusal(CharacterClass.isCharacter(scalar) ? code : .illegalCharacter, index)
    }
  }

  /// The length of the character beyond ASCII at `index`, which must be one that XML allows.
  @inline(never)
  func lengthOfCharacter(_ s: Span<UInt8>, _ index: Int) throws(ParseSuspension) -> Int {
    guard case .scalar(let scalar, let length) = s.utf8Sequence(at: index, limit: limit),
      CharacterClass.isCharacter(scalar)
    else { throw unexpected(s, index, .illegalCharacter) }
    return length
  }

  /// Nmtoken ::= (NameChar)+ ; Name ::= NameStartChar (NameChar)*
  ///
  /// The end of the longest run of name characters from `start`; `start` itself when there is none.
  @inline(never)
  func endOfName(
    _ s: Span<UInt8>, _ start: Int, isToken: Bool
  ) throws(ParseSuspension) -> Int {
    var i = start
    if !isToken && !CharacterClass.isASCIINameStart(s[i]) {
      if s[i] < 0x80 { return try settled(start) }
      try takeNameCharacter(s, &i, of: start, isFirst: true)
      if i == start { return start }
    }
    while true {
      if CharacterClass.isASCIINameCharacter(s[i]) {
        i &+= 1
        continue
      }
      if s[i] < 0x80 { break }
      let before = i
      try takeNameCharacter(s, &i, of: start, isFirst: false)
      if i == before { break }
    }
    if i &- start > nameLength { throw refusal(.nameLengthLimit, start) }
    return try settled(i)
  }

  /// An end that lies at the end of the window may not be the end.
  @inline(__always)
  private func settled(_ end: Int) throws(ParseSuspension) -> Int {
    if end >= limit && !isFinal { throw .needMore }
    return end
  }

  /// Passes over the character beyond ASCII at `i` if the name that begins at `start` may have it there.
  private func takeNameCharacter(
    _ s: Span<UInt8>, _ i: inout Int, of start: Int, isFirst: Bool
  ) throws(ParseSuspension) {
    guard case .scalar(let scalar, let length) = s.utf8Sequence(at: i, limit: limit)
    else {
      // In pieces the name would have been too long before its fault was met.
      if i &- start > nameLength { throw refusal(.nameLengthLimit, start) }
      throw unexpected(s, i, .malformedEncoding)
    }
    let fits =
      switch (isFirst, usesFourthEditionNames) {
      case (true, true): FourthEditionNames.isStart(scalar)
      case (true, false): CharacterClass.isNameStart(scalar)
      case (false, true): FourthEditionNames.isCharacter(scalar)
      case (false, false): CharacterClass.isNameCharacter(scalar)
      }
    if fits { i &+= length }
  }
}

/// The processor asks through these.
extension Processor {
  @inline(__always)
  var limit: Int {
    get { hand.limit }
    set { hand.limit = newValue }
  }
  @inline(__always)
  var isFinal: Bool {
    get { hand.isFinal }
    set { hand.isFinal = newValue }
  }
  @inline(__always)
  var base: Int {
    get { hand.base }
    set { hand.base = newValue }
  }
  @inline(__always)
  var origin: Int {
    get { hand.origin }
    set { hand.origin = newValue }
  }
  @inline(__always)
  var isInEntity: Bool { hand.origin >= 0 }

  @inline(__always)
  func offset(_ index: Int) -> Int { hand.offset(index) }

  @inline(__always)
  func refusal(_ code: XMLError.Code, _ index: Int) -> ParseSuspension { hand.refusal(code, index) }

  @inline(__always)
  func unexpected(_ s: Span<UInt8>, _ index: Int, _ code: XMLError.Code) -> ParseSuspension {
    hand.unexpected(s, index, code)
  }

  @inline(__always)
  func lengthOfCharacter(_ s: Span<UInt8>, _ index: Int) throws(ParseSuspension) -> Int {
    try hand.lengthOfCharacter(s, index)
  }

  @inline(__always)
  func endOfName(
    _ s: Span<UInt8>, _ start: Int, isToken: Bool = false
  ) throws(ParseSuspension) -> Int {
    try hand.endOfName(s, start, isToken: isToken)
  }
}
