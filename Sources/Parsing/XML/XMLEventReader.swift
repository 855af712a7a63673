/// Reader of a document that arrives in pieces of any size. It delivers the same events as
/// `XMLDocument`, in order.
///
///     var reader = XMLEventReader()
///     try reader.feed(piece)
///     while let event = reader.next() { … }
///     try reader.finish()
///     while let event = reader.next() { … }
///
/// Numbers of elements, attributes, texts and instructions count through the whole document. Their
/// content is accessible until the next `feed` or `finish`; the name of an element also when its
/// end is delivered. Events that are not pulled are kept. If `feed` or `finish` throws, the events
/// before the error can still be pulled; nothing is delivered after them.
public struct XMLEventReader: Sendable {
  var reader: PieceReader
  private var nextEvent = 0
  /// Names of the elements whose start was delivered and whose end was not.
  private var open: [UInt32] = []
  private var ended: (element: Int, name: UInt32)?

  /// A reader at the start of a document. Whole documents and pieces follow the same rules and
  /// limits.
  public init(rules: XMLRules = .standard, limits: XMLLimits = .default) {
    reader = PieceReader(rules: rules, limits: limits)
  }

  /// Reads the next bytes. The result depends only on all bytes together, not on how they were cut.
  public mutating func feed(_ piece: Span<UInt8>) throws(XMLError) {
    dropDelivered()
    try reader.feed(piece)
  }

  /// Ends the input. Throws if the document is incomplete.
  public mutating func finish() throws(XMLError) {
    dropDelivered()
    try reader.finish()
  }

  /// Returns the next event, nil if more bytes are needed.
  public mutating func next() -> XMLDocument.Event? {
    guard nextEvent < reader.eventCount else { return nil }
    let event = reader.event(nextEvent)
    nextEvent += 1
    switch event {
    case .startElement(let e): open.append(reader.elementName(e))
    case .endElement(let e): ended = open.popLast().map { (e, $0) }
    case .text, .processingInstruction: break
    }
    return event
  }

  private mutating func dropDelivered() {
    if nextEvent > 0 && nextEvent == reader.eventCount && reader.failure == nil {
      reader.dropDelivered()
      nextEvent = 0
    }
  }

  /// Skipped declarations and references so far, in document order; at most `XMLLimits/notes`.
  public var notes: [XMLNote] { reader.notes }
  /// Cost of reading so far.
  public var spending: XMLSpending { reader.spending }

  /// Returns the name as written, with its prefix. Makes a new string.
  public func elementName(_ e: Int) -> String { String(utf8: elementNameBytes(e)) }
  /// Returns the name in UTF-8, as written with its prefix; also for an element whose end is the
  /// last event.
  public func elementNameBytes(_ e: Int) -> ArraySlice<UInt8> {
    if let ended, ended.element == e { return reader.processor.tape.names.bytes(of: ended.name) }
    return reader.processor.tape.elementName(e)
  }
  /// Returns the offset of the `<` of the start tag, or of the reference whose entity contains the
  /// element, from the first byte fed.
  public func elementOffset(_ e: Int) -> Int {
    reader.processor.tape.elementOffset(e, reader.window)
  }
  /// Returns the numbers of the attributes of element `e`: those of its tag in order, then the
  /// defaulted ones.
  public func attributes(of e: Int) -> Range<Int> { reader.processor.tape.attributeRange(of: e) }
  /// Returns the name as written, with its prefix. Makes a new string.
  public func attributeName(_ a: Int) -> String { String(utf8: attributeNameBytes(a)) }
  /// Returns the name in UTF-8, as written with its prefix.
  public func attributeNameBytes(_ a: Int) -> ArraySlice<UInt8> {
    reader.processor.tape.attributeName(a)
  }
  /// Returns the value after expansion and normalization (XML 1.0, 3.3.3).
  public func attributeValue(_ a: Int) -> String { String(utf8: attributeValueBytes(a)) }
  /// Returns the value in UTF-8, valid until the next `feed` or `finish` unless copied.
  public func attributeValueBytes(_ a: Int) -> ArraySlice<UInt8> {
    reader.processor.tape.attributeValue(a, reader.window)
  }
  /// Returns the offset of the name from the first byte fed; that of the declaration for a
  /// defaulted attribute.
  public func attributeOffset(_ a: Int) -> Int {
    reader.processor.tape.attributeOffset(a, reader.window)
  }
  /// Returns whether the value comes from an attribute-list declaration.
  public func isDefaulted(_ a: Int) -> Bool { reader.processor.tape.attribute(a).isDefaulted }
  /// Returns character data after expansion, with line ends as LF: the whole run, however the
  /// pieces were cut.
  public func textValue(_ t: Int) -> String { String(utf8: textBytes(t)) }
  /// Returns character data in UTF-8.
  public func textBytes(_ t: Int) -> ArraySlice<UInt8> {
    reader.processor.tape.text(t, reader.window)
  }
  /// Returns the target: the name after `<?`.
  public func processingInstructionTarget(_ p: Int) -> String {
    String(utf8: reader.processor.tape.instructionTarget(p))
  }
  /// Returns the data between target and `?>`, without leading white space; empty if there is none.
  public func processingInstructionData(_ p: Int) -> String {
    String(utf8: reader.processor.tape.instructionData(p, reader.window))
  }
}

extension PieceReader {
  var eventCount: Int { processor.tape.events.count }
  func event(_ i: Int) -> XMLDocument.Event { Tape.event(processor.tape.events[i]) }
  func elementName(_ e: Int) -> UInt32 {
    processor.tape.elements[e - processor.tape.droppedElements].name
  }
}
