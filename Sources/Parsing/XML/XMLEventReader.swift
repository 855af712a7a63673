/// Reads a document that comes in pieces of any size, and delivers the same events as `XMLDocument` in order.
///
///     var reader = XMLEventReader()
///     try reader.feed(piece)
///     while let event = reader.next() { … }
///     try reader.finish()
///     while let event = reader.next() { … }
///
/// Numbers of elements, attributes, texts and instructions count through the whole document. What they stand for
/// may be asked until the next `feed` or `finish`; the name of an element also when its end is delivered. Events
/// that are not pulled are kept. When `feed` or `finish` throws, the events before the error may still be pulled,
/// and after them nothing is delivered.
public struct XMLEventReader: Sendable {
  var reader: PieceReader
  private var nextEvent = 0
  /// Names of the elements whose start was delivered and whose end was not.
  private var open: [UInt32] = []
  private var ended: (element: Int, name: UInt32)?

  /// Begins a document. Whole documents and pieces are read by the same rules and limits.
  public init(rules: XMLRules = .standard, limits: XMLLimits = .default) {
    reader = PieceReader(rules: rules, limits: limits)
  }

  /// Takes the next bytes. What is read depends only on all bytes together, not on how they were cut.
  public mutating func feed(_ piece: Span<UInt8>) throws(XMLError) {
    dropDelivered()
    try reader.feed(piece)
  }

  /// Says that no bytes follow: throws when the document is not whole.
  public mutating func finish() throws(XMLError) {
    dropDelivered()
    try reader.finish()
  }

  /// The next event, nil when more bytes are needed.
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

  /// What was passed over so far, in document order; at most `XMLLimits/notes`.
  public var notes: [XMLNote] { reader.notes }
  /// What reading has cost so far.
  public var spending: XMLSpending { reader.spending }

  /// The name as written, with its prefix. A new string each time.
  public func elementName(_ e: Int) -> String { String(utf8: elementNameBytes(e)) }
  /// The name in UTF-8, as written with its prefix; also for the element that the event pulled last has ended.
  public func elementNameBytes(_ e: Int) -> ArraySlice<UInt8> {
    if let ended, ended.element == e { return reader.processor.tape.names.bytes(of: ended.name) }
    return reader.processor.tape.elementName(e)
  }
  /// Offset of the `<` of the start tag, or of the reference that brought the element, from the first byte fed.
  public func elementOffset(_ e: Int) -> Int {
    reader.processor.tape.elementOffset(e, reader.window)
  }
  /// Numbers of the attributes of element `e`: those of its tag in order, then the defaulted ones.
  public func attributes(of e: Int) -> Range<Int> { reader.processor.tape.attributeRange(of: e) }
  /// The name as written, with its prefix. A new string each time.
  public func attributeName(_ a: Int) -> String { String(utf8: attributeNameBytes(a)) }
  /// The name in UTF-8, as written with its prefix.
  public func attributeNameBytes(_ a: Int) -> ArraySlice<UInt8> {
    reader.processor.tape.attributeName(a)
  }
  /// The value after expansion and normalization (XML 1.0, 3.3.3).
  public func attributeValue(_ a: Int) -> String { String(utf8: attributeValueBytes(a)) }
  /// The same in UTF-8, valid until the next `feed` or `finish` when not copied.
  public func attributeValueBytes(_ a: Int) -> ArraySlice<UInt8> {
    reader.processor.tape.attributeValue(a, reader.window)
  }
  /// Offset of the name from the first byte fed; of its declaration when defaulted.
  public func attributeOffset(_ a: Int) -> Int {
    reader.processor.tape.attributeOffset(a, reader.window)
  }
  /// True when the value comes from an attribute-list declaration.
  public func isDefaulted(_ a: Int) -> Bool { reader.processor.tape.attribute(a).isDefaulted }
  /// Character data after expansion, line ends as LF. The whole run, however the pieces were cut.
  public func textValue(_ t: Int) -> String { String(utf8: textBytes(t)) }
  /// The same in UTF-8.
  public func textBytes(_ t: Int) -> ArraySlice<UInt8> {
    reader.processor.tape.text(t, reader.window)
  }
  /// The target: the name behind `<?`.
  public func processingInstructionTarget(_ p: Int) -> String {
    String(utf8: reader.processor.tape.instructionTarget(p))
  }
  /// What stands between target and `?>`, without the white space before it; empty when there is nothing.
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
