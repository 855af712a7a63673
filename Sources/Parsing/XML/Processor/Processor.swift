import ByteReading

/// Reason why reading stopped: more bytes are needed, or the document is refused at an offset of
/// its UTF-8 form.
enum ParseSuspension: Error {
  case needMore
  case refused(XMLError.Code, at: Int)
}

/// Non-validating XML processor: reads a window of UTF-8 bytes onto a tape.
///
/// The window is a span with `limit` bytes to read, followed by at least eight zeros. A zero is not
/// an XML character, so every scan stops there and only then tests for the end of the window. An
/// incomplete item (tag, attribute, comment, declaration) leaves the cursor at its start and throws
/// `needMore`. Nesting of elements and entities is on explicit stacks.
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
  /// Detected encoding, to be compared with the declared one.
  var encoding = Encoding.utf8

  /// Place of the window, or of the replacement text of an entity.
  var input: InputPosition
  /// Next byte of the window.
  var cursor = 0
  /// Number of open elements where the current replacement text began.
  var floor = 0

  // The current start tag.
  var tagName: UInt32 = 0
  var tagSerial: UInt32 = 0
  var lastName: UInt32 = 0
  /// Offset up to which the current value was found clean before the window ended.
  var scanned = 0
  /// Buffer kept between values for its capacity.
  var scratch: [UInt8] = []

  /// Bytes of replacement text and defaults so far.
  var expanded = 0
  /// Offset of the last counted reference in a value: incomplete values are read again.
  var lastCharged = -1
  var isCountedBefore = false
  var eventCount = 0

  init(rules: XMLRules, limits: XMLLimits) {
    self.rules = rules
    self.limits = limits
    input = InputPosition(
      usesFourthEditionNames: rules.usesFourthEditionNames, nameLength: limits.nameLength)
    if rules.namespaces { beginNamespaces() }
  }

  /// Reads to the end of the window. Returns at the end of the document; throws `needMore` if an
  /// item is incomplete.
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

  /// Adds a note, once for each kind and offset: an incomplete item is read again from its start.
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
