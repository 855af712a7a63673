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

  public var remarks: [XMLRemark] { reader.remarks }
  /// What reading has cost so far.
  public var spending: XMLSpending { reader.spending }

  public func elementName(_ e: Int) -> String { String(utf8: elementNameBytes(e)) }
  public func elementNameBytes(_ e: Int) -> ArraySlice<UInt8> {
    if let ended, ended.element == e { return reader.processor.tape.names.bytes(of: ended.name) }
    return reader.processor.tape.elementName(e)
  }
  public func elementOffset(_ e: Int) -> Int {
    reader.processor.tape.elementOffset(e, reader.window)
  }
  public func attributes(of e: Int) -> Range<Int> { reader.processor.tape.attributeRange(of: e) }
  public func attributeName(_ a: Int) -> String { String(utf8: attributeNameBytes(a)) }
  public func attributeNameBytes(_ a: Int) -> ArraySlice<UInt8> {
    reader.processor.tape.attributeName(a)
  }
  public func attributeValue(_ a: Int) -> String { String(utf8: attributeValueBytes(a)) }
  public func attributeValueBytes(_ a: Int) -> ArraySlice<UInt8> {
    reader.processor.tape.attributeValue(a, reader.window)
  }
  public func attributeOffset(_ a: Int) -> Int {
    reader.processor.tape.attributeOffset(a, reader.window)
  }
  public func isDefaulted(_ a: Int) -> Bool { reader.processor.tape.attribute(a).isDefaulted }
  public func textValue(_ t: Int) -> String { String(utf8: textBytes(t)) }
  public func textBytes(_ t: Int) -> ArraySlice<UInt8> {
    reader.processor.tape.text(t, reader.window)
  }
  public func processingInstructionTarget(_ p: Int) -> String {
    String(utf8: reader.processor.tape.instructionTarget(p))
  }
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
