public import ByteReading

/// A whole document as flat arrays in document order: no class tree, nothing recursive when it is freed.
///
/// Elements, attributes, texts and processing instructions are numbered from 0 in document order; the attributes
/// of one element are a range, defaulted ones last. Comments, CDATA boundaries and references are not kept: one
/// text is all character data between two tags or instructions. The document keeps the bytes that it was read
/// from, so it takes about 1.4 times the input.
public struct XMLDocument: Sendable {
  /// One step in document order, with the number of the element, text or instruction that it is about.
  public enum Event: Equatable, Sendable {
    case startElement(Int)
    case endElement(Int)
    case text(Int)
    case processingInstruction(Int)
  }

  let tape: Tape
  let window: Window
  /// Names of the namespaces, by number; only where they are resolved.
  let namespaceNames: [[UInt8]]
  /// What was passed over, in document order; at most `XMLLimits/notes`.
  public let notes: [XMLNote]
  /// What reading cost.
  public let spending: XMLSpending

  /// Reads all of `input`. Linear in its length and in the limits' share of expansion.
  ///
  /// Throws at the first constraint of the Recommendation, of `rules` or of `limits` that does not hold.
  public init(
    reading input: Span<UInt8>, rules: XMLRules = .standard, limits: XMLLimits = .default
  ) throws(XMLError) {
    var source = PieceReader(rules: rules, limits: limits)
    try source.readWhole(input)
    tape = source.processor.tape
    window = source.window
    namespaceNames = rules.namespaces ? source.processor.scopes.names : []
    notes = source.notes
    spending = source.spending
  }

  /// Events of the document: two for an element, one for a text or an instruction.
  public var eventCount: Int { tape.events.count }
  /// The event with the number `i`, from 0 in document order. Constant time.
  public func event(_ i: Int) -> Event { Tape.event(tape.events[i]) }

  // MARK: Elements

  /// Elements of the document; numbers of elements run from 0 in the order of their start tags.
  public var elementCount: Int { tape.elements.count }
  /// The name as written, with its prefix. A new string each time: `elementNameBytes(_:)` costs nothing.
  public func elementName(_ e: Int) -> String { String(utf8: elementNameBytes(e)) }
  /// The name in UTF-8, as written with its prefix; with namespaces, the prefix still stands in it.
  public func elementNameBytes(_ e: Int) -> ArraySlice<UInt8> { tape.elementName(e) }
  /// Offset of the `<` of the start tag, or of the reference that brought the element, in the bytes as given.
  public func elementOffset(_ e: Int) -> Int { tape.elementOffset(e, window) }
  /// Linear in the offset: lines are counted when asked for.
  public func elementPosition(_ e: Int) -> SourcePosition { tape.elementPosition(e, window) }
  /// Numbers of the attributes of element `e`: those of its tag in order, then the defaulted ones.
  public func attributes(of e: Int) -> Range<Int> { tape.attributeRange(of: e) }

  // MARK: Attributes

  /// Attributes of all elements together, defaulted ones included.
  public var attributeCount: Int { tape.attributes.count }
  /// The name as written, with its prefix. A new string each time, as for elements.
  public func attributeName(_ a: Int) -> String { String(utf8: attributeNameBytes(a)) }
  /// The name in UTF-8, as written with its prefix.
  public func attributeNameBytes(_ a: Int) -> ArraySlice<UInt8> { tape.attributeName(a) }
  /// The value after expansion and normalization.
  public func attributeValue(_ a: Int) -> String { String(utf8: attributeValueBytes(a)) }
  /// The value in UTF-8 after expansion and normalization (XML 1.0, 3.3.3), without a copy.
  public func attributeValueBytes(_ a: Int) -> ArraySlice<UInt8> { tape.attributeValue(a, window) }
  /// Offset of the name in the bytes as given; of its declaration when defaulted.
  public func attributeOffset(_ a: Int) -> Int { tape.attributeOffset(a, window) }
  /// Linear in the offset: lines are counted when asked for.
  public func attributePosition(_ a: Int) -> SourcePosition { tape.attributePosition(a, window) }
  /// True when the value comes from an attribute-list declaration.
  public func isDefaulted(_ a: Int) -> Bool { tape.attribute(a).isDefaulted }

  // MARK: Texts and processing instructions

  /// Texts of the document: maximal runs of character data between tags and instructions, CDATA included.
  public var textCount: Int { tape.texts.count }
  /// Character data after expansion, line ends as LF (XML 1.0, 2.11). A new string each time.
  public func textValue(_ t: Int) -> String { String(utf8: textBytes(t)) }
  /// The same in UTF-8, without a copy.
  public func textBytes(_ t: Int) -> ArraySlice<UInt8> { tape.text(t, window) }
  /// Processing instructions of the document, before, in and after the root. The XML declaration is none.
  public var processingInstructionCount: Int { tape.instructions.count }
  /// The target: the name behind `<?`.
  public func processingInstructionTarget(_ p: Int) -> String {
    String(utf8: tape.instructionTarget(p))
  }
  /// What stands between target and `?>`, without the white space before it; empty when there is nothing. References
  /// are not expanded (XML 1.0, 2.6).
  public func processingInstructionData(_ p: Int) -> String {
    String(utf8: tape.instructionData(p, window))
  }
  /// The target in UTF-8, without a copy.
  public func processingInstructionTargetBytes(_ p: Int) -> ArraySlice<UInt8> {
    tape.instructionTarget(p)
  }
  /// The data in UTF-8, without a copy.
  public func processingInstructionDataBytes(_ p: Int) -> ArraySlice<UInt8> {
    tape.instructionData(p, window)
  }
}

extension String {
  /// Bytes that were checked to be UTF-8 when they were read.
  init(utf8 bytes: ArraySlice<UInt8>) { self.init(decoding: bytes, as: UTF8.self) }
}
