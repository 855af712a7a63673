import ByteReading

extension Processor {
  /// Reads attributes while they are plain, as nearly all of a scene's are: a space, the name that
  /// last followed the previous one, `="`, ASCII without references and line ends, `"`. Stops
  /// before the first other one and leaves it to `readAttribute`.
  ///
  /// One loop over spans, with its state in registers. It refuses nothing.
  @inline(__always)
  mutating func readPlainAttributes(_ s: Span<UInt8>, _ i: inout Int) {
    if isInEntity || scanned != 0 || s[i] != 0x20 { return }
    // The first name is that of an element, so this is the mark of a name without a successor. An
    // attribute with that name is read one by one.
    if tape.names.entries[Int(lastName)].successor == 0 { return }
    tape.attributes.makeRoom(
      for: Tape.attributesAtATime,
      filledWith: Tape.Attribute(nameAndFlags: 0, offset: 0, lengthOrChange: 0))
    let before = tape.attributes.count
    let allowed = limits.attributesPerElement &- (before &- firstAttributeOfTag)
    var run = PlainRun(
      cursor: i, last: lastName, count: before,
      maximumCount: min(tape.attributes.room.count, before &+ allowed), serial: tagSerial,
      base: UInt32(truncatingIfNeeded: base), maximumLength: limits.valueLength)
    run.read(s, tape.names.bytes, &tape.names.entries, &tape.attributes.room)
    tape.attributes.use(upTo: run.count)
    lastName = run.last
    i = run.cursor
  }

  /// Index on the tape of the first attribute of the current start tag.
  @inline(__always)
  private var firstAttributeOfTag: Int {
    Int(tape.elements[tape.elements.count &- 1].firstAttribute) &- tape.droppedAttributes
  }
}

/// Run of plain attributes.
private struct PlainRun {
  /// Index after the last attribute read.
  var cursor: Int
  /// Name of the last attribute read.
  var last: UInt32
  /// Number of attributes on the tape, and its maximum.
  var count: Int
  let maximumCount: Int
  /// Serial number of the start tag: a name that already carries it is a duplicate.
  let serial: UInt32
  /// Offset in the document of the first byte of the window.
  let base: UInt32
  /// Maximum number of bytes of a value.
  let maximumLength: Int

  @inline(__always)
  mutating func read(
    _ s: Span<UInt8>, _ names: [UInt8], _ entryRoom: inout [NameTable.Entry],
    _ attributeRoom: inout [Tape.Attribute]
  ) {
    let nameBytes = names.span
    var entries = entryRoom.mutableSpan
    var attributes = attributeRoom.mutableSpan
    while count < maximumCount {
      guard let start = Self.endOfSpaces(s, cursor) else { return }
      // Name Eq, of the expected name.
      let name = entries[Int(last)].successor
      let entry = entries[Int(name)]
      if entry.stamp == serial { return }
      guard entry.stands(in: s, at: start, nameBytes) else { return }
      let end = start &+ Int(entry.length)
      if s[end] != 0x3D || s[end &+ 1] != 0x22 { return }
      // AttValue
      let value = end &+ 2
      guard let quote = Self.endOfValue(s, value) else { return }
      if quote &- value > maximumLength { return }
      attributes[count] = Tape.Attribute(
        nameAndFlags: name, offset: base &+ UInt32(truncatingIfNeeded: value),
        lengthOrChange: UInt32(truncatingIfNeeded: quote &- value))
      entries[Int(name)].stamp = serial
      last = name
      count &+= 1
      cursor = quote &+ 1
    }
  }

  /// Returns the index after the spaces at `start`, nil if there are none.
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

  /// Returns the index of the quote that ends a value, if nothing else comes first.
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

  /// Sets the high bit of each quote, ampersand, less-than sign, control character and non-ASCII
  /// byte, exact for the first of them.
  @inline(__always)
  private static func stops(in word: UInt64) -> UInt64 {
    // One comparison for the quote and the ampersand: they differ in one bit.
    let quoteOrAmpersand =
      ((word & ~Word.repeating(0x04)) ^ Word.repeating(0x22)) &- Word.ones
    let lessThan = (word ^ Word.repeating(0x3C)) &- Word.ones
    return quoteOrAmpersand | lessThan | (word &- Word.repeating(0x20)) | word
  }
}
