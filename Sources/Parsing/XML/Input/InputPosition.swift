import ByteReading

/// End of the current bytes and their place in the document: the state that a refusal needs.
///
/// Separate from the large processor, so that a method that only reads gets a copy of these few
/// words and not of everything.
struct InputPosition: Sendable {
  var limit = 0
  var isFinal = false
  /// Offset in the document of the first byte of the window.
  var base = 0
  /// Offset of the reference in the document while replacement text is read, otherwise -1.
  var origin = -1
  let usesFourthEditionNames: Bool
  let nameLength: Int

  init(usesFourthEditionNames: Bool, nameLength: Int) {
    self.usesFourthEditionNames = usesFourthEditionNames
    self.nameLength = nameLength
  }

  /// Returns the offset in the document of an index.
  @inline(__always)
  func offset(_ index: Int) -> Int { origin >= 0 ? origin : base &+ index }

  @inline(never)
  func refusal(_ code: XMLError.Code, _ index: Int) -> ParseSuspension {
    .refused(code, at: offset(index))
  }

  /// Returns the error for a byte at `index` that the grammar does not allow: `.needMore` at the
  /// end of the window, the fault of the character itself if it has one, otherwise `code`.
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

  /// Returns the length of the non-ASCII character at `index`, which XML must allow.
  @inline(never)
  func lengthOfCharacter(_ s: Span<UInt8>, _ index: Int) throws(ParseSuspension) -> Int {
    guard case .scalar(let scalar, let length) = s.utf8Sequence(at: index, limit: limit),
      CharacterClass.isCharacter(scalar)
    else { throw unexpected(s, index, .illegalCharacter) }
    return length
  }

  /// Nmtoken ::= (NameChar)+ ; Name ::= NameStartChar (NameChar)*
  ///
  /// Returns the end of the longest run of name characters from `start`; `start` itself if there is
  /// none.
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
      // Most names are letters alone, which are skipped a word at a time.
      let others = CharacterClass.nonLetters(in: s.word(at: i)) & Word.highs
      if others == 0 {
        i &+= 8
        continue
      }
      i &+= others.trailingZeroBitCount &>> 3
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

  /// Returns `end`, or asks for more input if it is the end of the window.
  @inline(__always)
  private func settled(_ end: Int) throws(ParseSuspension) -> Int {
    if end >= limit && !isFinal { throw .needMore }
    return end
  }

  /// Skips the non-ASCII character at `i` if the name from `start` may contain it there.
  private func takeNameCharacter(
    _ s: Span<UInt8>, _ i: inout Int, of start: Int, isFirst: Bool
  ) throws(ParseSuspension) {
    guard case .scalar(let scalar, let length) = s.utf8Sequence(at: i, limit: limit)
    else {
      // Read in pieces, the name would exceed the limit before its fault is met.
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

/// Accessors of the processor's input position.
extension Processor {
  @inline(__always)
  var limit: Int {
    get { input.limit }
    set { input.limit = newValue }
  }
  @inline(__always)
  var isFinal: Bool {
    get { input.isFinal }
    set { input.isFinal = newValue }
  }
  @inline(__always)
  var base: Int {
    get { input.base }
    set { input.base = newValue }
  }
  @inline(__always)
  var origin: Int {
    get { input.origin }
    set { input.origin = newValue }
  }
  @inline(__always)
  var isInEntity: Bool { input.origin >= 0 }

  @inline(__always)
  func offset(_ index: Int) -> Int { input.offset(index) }

  @inline(__always)
  func refusal(_ code: XMLError.Code, _ index: Int) -> ParseSuspension {
    input.refusal(code, index)
  }

  @inline(__always)
  func unexpected(_ s: Span<UInt8>, _ index: Int, _ code: XMLError.Code) -> ParseSuspension {
    input.unexpected(s, index, code)
  }

  @inline(__always)
  func lengthOfCharacter(_ s: Span<UInt8>, _ index: Int) throws(ParseSuspension) -> Int {
    try input.lengthOfCharacter(s, index)
  }

  @inline(__always)
  func endOfName(
    _ s: Span<UInt8>, _ start: Int, isToken: Bool = false
  ) throws(ParseSuspension) -> Int {
    try input.endOfName(s, start, isToken: isToken)
  }
}
