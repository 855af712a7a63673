import ByteReading

extension Processor {
  /// Reads attributes as long as they are plain, which nearly all of a scene's are: white space, the name that came
  /// behind the last one before, `="`, ASCII without references and line ends, `"`. Stops at the first that is not,
  /// whatever it is, and leaves it to `readAttribute`.
  ///
  /// One loop over spans and numbers in registers; nothing is refused here.
  @inline(__always)
  mutating func readPlainAttributes(_ s: Span<UInt8>, _ i: inout Int) {
    if isInEntity || scanned != 0 || s[i] != 0x20 { return }
    tape.attributes.makeRoom(
      for: 32, filledWith: Tape.Attribute(nameAndFlags: 0, offset: 0, lengthOrChange: 0))
    let before = tape.attributes.count
    let allowed = limits.attributesPerElement &- (before &- firstAttributeInHand)
    var run = PlainRun(
      cursor: i, last: lastName, count: before,
      most: min(tape.attributes.room.count, before &+ allowed), serial: tagSerial,
      base: UInt32(truncatingIfNeeded: base), longest: limits.valueLength)
    run.read(s, tape.names.bytes, &tape.names.entries, &tape.attributes.room)
    tape.attributes.use(upTo: run.count)
    lastName = run.last
    i = run.cursor
  }

  /// Index on the tape of the first attribute of the start tag in hand.
  @inline(__always)
  private var firstAttributeInHand: Int {
    Int(tape.elements[tape.elements.count &- 1].firstAttribute) &- tape.droppedAttributes
  }
}

/// A run of plain attributes.
private struct PlainRun {
  /// Behind the last attribute that was read.
  var cursor: Int
  /// The name that was read last.
  var last: UInt32
  /// Attributes on the tape, and the most that may be there.
  var count: Int
  let most: Int
  /// Number of the start tag: a name that has it already is a duplicate.
  let serial: UInt32
  /// Offset in the document of the first byte of the window.
  let base: UInt32
  /// Most bytes of a value.
  let longest: Int

  @inline(__always)
  mutating func read(
    _ s: Span<UInt8>, _ names: [UInt8], _ entryRoom: inout [NameTable.Entry],
    _ attributeRoom: inout [Tape.Attribute]
  ) {
    let nameBytes = names.span
    var entries = entryRoom.mutableSpan
    var attributes = attributeRoom.mutableSpan
    while count < most {
      guard let start = Self.endOfSpaces(s, cursor) else { return }
      // Name Eq, of the name that is expected.
      let name = entries[Int(last)].successor
      let entry = entries[Int(name)]
      if entry.stamp == serial { return }
      guard entry.stands(in: s, at: start, nameBytes) else { return }
      let end = start &+ Int(entry.length)
      if s[end] != 0x3D || s[end &+ 1] != 0x22 { return }
      // AttValue
      let value = end &+ 2
      guard let quote = Self.endOfValue(s, value) else { return }
      if quote &- value > longest { return }
      attributes[count] = Tape.Attribute(
        nameAndFlags: name, offset: base &+ UInt32(truncatingIfNeeded: value),
        lengthOrChange: UInt32(truncatingIfNeeded: quote &- value))
      entries[Int(name)].stamp = serial
      last = name
      count &+= 1
      cursor = quote &+ 1
    }
  }

  /// Behind the spaces at `start`, of which there must be one.
  @inline(__always)
  private static func endOfSpaces(_ s: Span<UInt8>, _ start: Int) -> Int? {
    var i = start
    var others = s.word(at: i) ^ Word.repeating(0x20)
    if others & 0xFF != 0 { return nil }
    while others == 0 {
      i &+= 8
      others = s.word(at: i) ^ Word.repeating(0x20)
    }
    return i &+ others.trailingZeroBitCount &>> 3
  }

  /// The index of the quote that ends a value, when nothing else stops it.
  @inline(__always)
  private static func endOfValue(_ s: Span<UInt8>, _ start: Int) -> Int? {
    var i = start
    var word = s.word(at: i)
    var stops = Self.stops(in: word) & Word.highs
    if stops == 0 {
      i &+= 8
      while true {
        let words = s.fourWords(at: i)
        let any =
          Self.stops(in: words.0) | Self.stops(in: words.1) | Self.stops(in: words.2)
          | Self.stops(in: words.3)
        if any & Word.highs != 0 { break }
        i &+= 32
      }
      repeat {
        word = s.word(at: i)
        stops = Self.stops(in: word) & Word.highs
        i &+= 8
      } while stops == 0
      i &-= 8
    }
    let shift = stops.trailingZeroBitCount & ~7
    return word &>> UInt64(truncatingIfNeeded: shift) & 0xFF == 0x22 ? i &+ shift &>> 3 : nil
  }

  /// High bits where a quote, an ampersand, a less-than sign, a control character or no ASCII stands, exact for the
  /// first of them.
  @inline(__always)
  private static func stops(in word: UInt64) -> UInt64 {
    // One comparison for the quote and the ampersand: they differ in one bit.
    let quoteOrAmpersand =
      ((word & ~Word.repeating(0x04)) ^ Word.repeating(0x22)) &- Word.ones
    let lessThan = (word ^ Word.repeating(0x3C)) &- Word.ones
    return quoteOrAmpersand | lessThan | (word &- Word.repeating(0x20)) | word
  }
}
