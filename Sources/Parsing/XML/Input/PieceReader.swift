import ByteReading

/// Driver of a processor: detects the encoding, keeps the window, and converts offsets to
/// positions.
struct PieceReader: Sendable {
  private(set) var processor: Processor
  private(set) var window = Window()
  /// First bytes, until the encoding is known.
  private var undecided: [UInt8] = []
  private var isDecided = false
  private var hasBegun = false
  /// Detection and reading wait for this many bytes. It doubles, so that an item is examined only a
  /// few times however small the pieces are.
  private var attemptAt = 0
  private(set) var failure: XMLError?
  /// Bytes passed to the processor, including those that it read again.
  private(set) var examined = 0

  init(rules: XMLRules, limits: XMLLimits) {
    processor = Processor(rules: rules, limits: limits)
  }

  var notes: [XMLNote] {
    processor.notes.map { XMLNote(kind: $0.kind, position: window.position($0.offset)) }
  }

  mutating func readWhole(_ input: Span<UInt8>) throws(XMLError) {
    decide(input, isFinal: true)
    begin(with: input)
    try run(isFinal: true)
  }

  mutating func feed(_ piece: Span<UInt8>) throws(XMLError) {
    if let failure { throw failure }
    if !isDecided && undecided.isEmpty { decide(piece, isFinal: false) }
    if isDecided {
      if hasBegun { window.append(piece) } else { begin(with: piece) }
    } else {
      for k in 0..<piece.count { undecided.append(piece[k]) }
      guard undecided.count >= attemptAt else { return }
      attemptAt = undecided.count * 2
      let first = undecided
      decide(first.span, isFinal: false)
      if !isDecided { return }
      undecided = []
      attemptAt = 0
      begin(with: first.span)
    }
    try run(isFinal: false)
  }

  mutating func finish() throws(XMLError) {
    if let failure { throw failure }
    if !isDecided {
      let first = undecided
      decide(first.span, isFinal: true)
      undecided = []
      begin(with: first.span)
    }
    try run(isFinal: true)
  }

  private mutating func begin(with first: Span<UInt8>) {
    hasBegun = true
    processor.tape.reserve(forBytes: first.count)
    window.begin(with: first)
  }

  private mutating func decide(_ s: Span<UInt8>, isFinal: Bool) {
    guard
      let encoding = Encoding.detect(
        s, isFinal: isFinal, prefersDeclared: processor.rules.prefersDeclaredEncodingToMark)
    else { return }
    isDecided = true
    window.encoding = encoding
    processor.encoding = encoding
  }

  private mutating func run(isFinal: Bool) throws(XMLError) {
    if isFinal { window.finish() }
    let maximum = min(processor.limits.inputLength, XMLLimits().inputLength)
    let isTooLong = window.base + window.count > maximum
    if isTooLong { window.cut(at: maximum) }
    if !isFinal && !isTooLong && window.base + window.count < attemptAt { return }
    try readOn(isFinal: isFinal && !isTooLong)
    // An error before the limit comes first, however the bytes were cut.
    if isTooLong { throw fail(.inputLengthLimit, maximum) }
  }

  private mutating func readOn(isFinal: Bool) throws(XMLError) {
    switch read(isFinal: isFinal) {
    case .refused(let code, let offset): throw fail(code, offset)
    case .needMore:
      let end = window.base + window.count
      let waiting = end - processor.base - processor.cursor
      attemptAt = end + (processor.isScanning ? 0 : waiting / 2)
      let storage = window.storage
      processor.settleText(storage.span)
    case nil: break
    }
  }

  private mutating func read(isFinal: Bool) -> ParseSuspension? {
    do throws(ParseSuspension) {
      try readWindow(isFinal: isFinal)
      return nil
    } catch {
      return error
    }
  }

  private mutating func readWindow(isFinal: Bool) throws(ParseSuspension) {
    let storage = window.storage
    let from = max(processor.base + processor.cursor, processor.scanned)
    examined += window.base + window.count - from
    try processor.read(storage.span, count: window.count, isFinal: isFinal)
  }

  private mutating func fail(_ code: XMLError.Code, _ offset: Int) -> XMLError {
    let error = XMLError(code: code, position: window.position(offset))
    failure = error
    return error
  }

  /// Drops all delivered records and the bytes that the remaining ones do not need.
  mutating func dropDelivered() {
    processor.dropDelivered()
    window.drop(before: processor.firstOffsetInUse)
    processor.move(base: window.base)
  }
}

extension Processor {
  /// Whether the current value continues where it was left, so that waiting for more costs nothing.
  var isScanning: Bool { scanned > 0 }

  /// First byte of the document that a record of the tape or the reader itself still points to.
  var firstOffsetInUse: Int {
    state == .tag ? Int(tape.elements[tape.elements.count - 1].offset) : base + cursor
  }

  mutating func move(base newBase: Int) {
    cursor -= newBase - base
    base = newBase
  }

  /// Empties the tape except for the current start tag and text.
  mutating func dropDelivered() {
    tape.events.removeAll(keepingCapacity: true)
    tape.elementNamespaces.removeAll(keepingCapacity: true)
    tape.attributeNamespaces.removeAll(keepingCapacity: true)
    tape.droppedTexts += tape.texts.count
    tape.texts.removeAll(keepingCapacity: true)
    tape.droppedInstructions += tape.instructions.count
    tape.instructions.removeAll(keepingCapacity: true)
    if state == .tag {
      let element = tape.elements.count - 1
      let first = Int(tape.elements[element].firstAttribute) - tape.droppedAttributes
      tape.droppedElements += element
      tape.elements.removeFirst(element)
      tape.droppedAttributes += first
      tape.attributes.removeFirst(first)
      return
    }
    tape.droppedElements += tape.elements.count
    tape.elements.removeAll(keepingCapacity: true)
    tape.droppedAttributes += tape.attributes.count
    tape.attributes.removeAll()
    tape.changes.removeAll(keepingCapacity: true)
    if text.place == .changed {
      tape.changed.removeFirst(text.start)
      text.start = 0
    } else {
      tape.changed.removeAll(keepingCapacity: true)
    }
  }
}
