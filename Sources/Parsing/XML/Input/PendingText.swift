import ByteReading

/// Character data that no tag or processing instruction has ended yet.
///
/// It is a range while it is one unchanged stretch of the source. The first reference, line end or
/// gap (a comment, a CDATA section) moves it to the tape's `changed` bytes.
struct PendingText: Sendable {
  enum Place { case none, source, changed }
  var place = Place.none
  /// Offset of the first byte in the document.
  var offset = 0
  /// Offsets in the document, or the start in `changed`.
  var start = 0
  var end = 0
}

extension Processor {
  /// Adds the bytes `s[from..<to]` unchanged.
  @inline(__always)
  mutating func addText(_ s: Span<UInt8>, _ from: Int, _ to: Int) throws(ParseSuspension) {
    if from == to { return }
    if !isInEntity {
      if text.place == .none {
        text = PendingText(
          place: .source, offset: base &+ from, start: base &+ from, end: base &+ to)
        return try checkTextLength()
      }
      if text.place == .source && text.end == base &+ from {
        text.end = base &+ to
        return try checkTextLength()
      }
    }
    try addChangedText(s, from, to)
  }

  mutating func addChangedText(_ s: Span<UInt8>, _ from: Int, _ to: Int) throws(ParseSuspension) {
    beginChangedText(s, from)
    for k in from..<to { tape.changed.append(s[k]) }
    try checkTextLength()
  }

  /// Adds one character from a reference or a line end.
  mutating func addText(
    scalar: UInt32, _ s: Span<UInt8>, _ index: Int
  ) throws(ParseSuspension) {
    beginChangedText(s, index)
    tape.changed.appendUTF8(scalar)
    try checkTextLength()
  }

  private mutating func beginChangedText(_ s: Span<UInt8>, _ index: Int) {
    settleText(s)
    if text.place == .none {
      text = PendingText(
        place: .changed, offset: offset(index), start: tape.changed.count, end: 0)
    }
  }

  /// Copies pending text out of the source, which is about to change.
  mutating func settleText(_ s: Span<UInt8>) {
    guard text.place == .source else { return }
    let start = tape.changed.count
    for k in (text.start - base)..<(text.end - base) { tape.changed.append(s[k]) }
    text.place = .changed
    text.start = start
  }

  @inline(__always)
  private func checkTextLength() throws(ParseSuspension) {
    let end = text.place == .source ? text.end : tape.changed.count
    if end &- text.start > limits.valueLength {
      throw .refused(.valueLengthLimit, at: text.offset)
    }
  }

  /// Ends the pending text, if any, and delivers it.
  @inline(__always)
  mutating func flushText(_ index: Int) throws(ParseSuspension) {
    if text.place == .none { return }
    try countEvent(index)
    let isChanged = text.place == .changed
    let length = (isChanged ? tape.changed.count : text.end) &- text.start
    tape.appendEvent(Tape.text, tape.droppedTexts &+ tape.texts.count)
    tape.texts.append(
      Tape.Run(
        offset: UInt32(truncatingIfNeeded: text.offset),
        start: UInt32(truncatingIfNeeded: text.start),
        lengthAndFlag: UInt32(truncatingIfNeeded: length) | (isChanged ? Tape.Run.changedFlag : 0)))
    text.place = .none
  }
}
