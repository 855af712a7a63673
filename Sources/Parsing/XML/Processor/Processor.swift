import ByteReading

/// Why reading stopped: more bytes are wanted, or the document is refused at an offset of the UTF-8 form.
enum ParseSuspension: Error {
  case needMore
  case refused(XMLError.Code, at: Int)
}

/// A non-validating XML processor: reads a window of UTF-8 bytes onto a tape.
///
/// The window is a span with `limit` bytes to read and at least eight zeros behind them. A zero is no XML
/// character, so every scan stops there, and only then asks whether the window ended. An item (tag, attribute,
/// comment, declaration) that is not whole leaves the cursor at its start and throws `needMore`. Nesting of
/// elements and entities is on explicit stacks.
struct Processor: Sendable {
  enum State { case start, prolog, subset, afterSubset, prologAfterDoctype, content, tag, epilog }

  struct OpenElement {
    var name: UInt32
    var element: UInt32
  }

  let rules: XMLRules
  let limits: XMLLimits
  var tape = Tape()
  var doctype = Doctype()
  var notes: [(kind: XMLNote.Kind, offset: Int)] = []

  var state = State.start
  var open: [OpenElement] = []
  var text = PendingText()
  var scopes = NamespaceScopes()
  /// What was found of the encoding, to be compared with the declared one.
  var encoding = Encoding.utf8

  /// The window, or the replacement text of an entity.
  var hand: InputPosition
  /// Next byte of the window.
  var cursor = 0
  /// Elements open where the replacement text in hand began.
  var floor = 0

  // The start tag in hand.
  var tagName: UInt32 = 0
  var tagSerial: UInt32 = 0
  var lastName: UInt32 = 0
  /// Offset up to which the value in hand was found clean before the window ended.
  var scanned = 0
  /// Kept between values for its capacity.
  var scratch: [UInt8] = []

  /// Bytes of replacement text and defaults so far.
  var expanded = 0
  /// Offset of the last reference in a value that was counted: values that were not whole are read again.
  var lastCharged = -1
  var isCountedBefore = false
  var eventCount = 0

  init(rules: XMLRules, limits: XMLLimits) {
    self.rules = rules
    self.limits = limits
    hand = InputPosition(
      usesFourthEditionNames: rules.usesFourthEditionNames, nameLength: limits.nameLength)
    if rules.namespaces { beginNamespaces() }
  }

  /// Reads as far as the window goes: returns when all is read, throws `needMore` when an item is not whole.
  mutating func read(
    _ s: Span<UInt8>, count: Int, isFinal: Bool
  ) throws(ParseSuspension) {
    self.limit = count
    self.isFinal = isFinal
    var i = cursor
    defer { cursor = i }
    while true {
      switch state {
      case .start: try readStart(s, &i)
      case .prolog, .prologAfterDoctype: try readProlog(s, &i)
      case .subset: try readSubset(s, &i)
      case .afterSubset: try readDoctypeEnd(s, &i)
      case .tag: try readAttributes(s, &i)
      case .content:
        switch try readContent(s, &i) {
        case .rootClosed: state = .epilog
        case .entity(let entity, let offset): try include(entity, s, at: offset)
        case .end: throw isFinal ? .refused(.unclosedElement, at: base + limit) : .needMore
        }
      case .epilog:
        try readProlog(s, &i)
        return
      }
    }
  }

  /// One note of a kind at a place: an item that was not whole is read again from its start.
  mutating func note(_ kind: XMLNote.Kind, at offset: Int) {
    for known in notes.reversed() {
      if known.offset < offset { break }
      if known.offset > offset || known.kind == kind { return }
    }
    if notes.count < limits.notes { notes.append((kind, offset)) }
  }

  @inline(__always)
  mutating func countEvent(_ index: Int) throws(ParseSuspension) {
    eventCount &+= 1
    if eventCount > limits.events { throw refusal(.eventLimit, index) }
  }
}
