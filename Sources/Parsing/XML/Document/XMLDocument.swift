public import ByteReading

/// A whole document as flat arrays in document order. There is no class tree, and releasing it does
/// not recurse.
///
/// Elements, attributes, texts and processing instructions are numbered from 0 in document order;
/// the attributes of one element are a range, defaulted ones last. Comments, CDATA boundaries and
/// references are not kept: one text is all character data between two tags or instructions. The
/// document retains the bytes it was read from and takes about 1.4 times the input.
public struct XMLDocument: Sendable {
  /// Step in document order, with the number of its element, text or instruction.
  public enum Event: Equatable, Sendable {
    case startElement(Int)
    case endElement(Int)
    case text(Int)
    case processingInstruction(Int)
  }

  let contents: XMLContents
  /// Skipped declarations and references in document order; at most `XMLLimits/notes`.
  public var notes: [XMLNote] { contents.notes }
  /// Cost of reading the document.
  public var spending: XMLSpending { contents.spending }

  /// Reads all of `input`.
  ///
  /// Throws at the first constraint of the Recommendation, of `rules` or of `limits` that the input
  /// breaks. Cost: linear in the input plus the allowed expansion.
  public init(
    reading input: Span<UInt8>, rules: XMLRules = .standard, limits: XMLLimits = .default
  ) throws(XMLError) {
    var source = PieceReader(rules: rules, limits: limits)
    try source.readWhole(input)
    contents = XMLContents(consume source)
  }

  /// Number of events: two for an element, one for a text or an instruction.
  public var eventCount: Int { contents.tape.events.count }
  /// Returns the event with the number `i`, from 0 in document order. Constant time.
  public func event(_ i: Int) -> Event { Tape.event(contents.tape.events[i]) }

  // MARK: Elements

  /// Number of elements; they are numbered from 0 in the order of their start tags.
  public var elementCount: Int { contents.tape.elements.count }
  /// Returns the name as written, with its prefix. Makes a new string; `elementNameBytes(_:)`
  /// copies nothing.
  public func elementName(_ e: Int) -> String { String(utf8: elementNameBytes(e)) }
  /// Returns the name in UTF-8, as written with its prefix, also with namespaces.
  public func elementNameBytes(_ e: Int) -> ArraySlice<UInt8> { contents.tape.elementName(e) }
  /// Returns the offset of the `<` of the start tag, or of the reference whose entity contains the
  /// element, in the bytes as given.
  public func elementOffset(_ e: Int) -> Int { contents.tape.elementOffset(e, contents.window) }
  /// Returns the position of the start tag. Linear in the offset: lines are counted on demand.
  public func elementPosition(_ e: Int) -> SourcePosition {
    contents.tape.elementPosition(e, contents.window)
  }
  /// Returns the numbers of the attributes of element `e`: those of its tag in order, then the
  /// defaulted ones.
  public func attributes(of e: Int) -> Range<Int> { contents.tape.attributeRange(of: e) }

  // MARK: Attributes

  /// Number of attributes of all elements, defaulted ones included.
  public var attributeCount: Int { contents.tape.attributes.count }
  /// Returns the name as written, with its prefix. Makes a new string.
  public func attributeName(_ a: Int) -> String { String(utf8: attributeNameBytes(a)) }
  /// Returns the name in UTF-8, as written with its prefix.
  public func attributeNameBytes(_ a: Int) -> ArraySlice<UInt8> { contents.tape.attributeName(a) }
  /// Returns the value after expansion and normalization.
  public func attributeValue(_ a: Int) -> String { String(utf8: attributeValueBytes(a)) }
  /// Returns the value in UTF-8 after expansion and normalization (XML 1.0, 3.3.3), without a copy.
  public func attributeValueBytes(_ a: Int) -> ArraySlice<UInt8> {
    contents.tape.attributeValue(a, contents.window)
  }
  /// Returns the offset of the name in the bytes as given; that of the declaration for a defaulted
  /// attribute.
  public func attributeOffset(_ a: Int) -> Int { contents.tape.attributeOffset(a, contents.window) }
  /// Returns the position of the name. Linear in the offset: lines are counted on demand.
  public func attributePosition(_ a: Int) -> SourcePosition {
    contents.tape.attributePosition(a, contents.window)
  }
  /// Returns whether the value comes from an attribute-list declaration.
  public func isDefaulted(_ a: Int) -> Bool { contents.tape.attribute(a).isDefaulted }

  // MARK: Texts and processing instructions

  /// Number of texts: maximal runs of character data between tags and instructions, CDATA included.
  public var textCount: Int { contents.tape.texts.count }
  /// Returns character data after expansion, with line ends as LF (XML 1.0, 2.11). Makes a new
  /// string.
  public func textValue(_ t: Int) -> String { String(utf8: textBytes(t)) }
  /// Returns character data in UTF-8, without a copy.
  public func textBytes(_ t: Int) -> ArraySlice<UInt8> { contents.tape.text(t, contents.window) }
  /// Number of processing instructions before, in and after the root. The XML declaration is not
  /// one.
  public var processingInstructionCount: Int { contents.tape.instructions.count }
  /// Returns the target: the name after `<?`.
  public func processingInstructionTarget(_ p: Int) -> String {
    String(utf8: contents.tape.instructionTarget(p))
  }
  /// Returns the data between target and `?>`, without leading white space; empty if there is none.
  /// References are not expanded (XML 1.0, 2.6).
  public func processingInstructionData(_ p: Int) -> String {
    String(utf8: contents.tape.instructionData(p, contents.window))
  }
  /// Returns the target in UTF-8, without a copy.
  public func processingInstructionTargetBytes(_ p: Int) -> ArraySlice<UInt8> {
    contents.tape.instructionTarget(p)
  }
  /// Returns the data in UTF-8, without a copy.
  public func processingInstructionDataBytes(_ p: Int) -> ArraySlice<UInt8> {
    contents.tape.instructionData(p, contents.window)
  }
}

/// Records of a document and the bytes to which they point, shared: a copy of a document copies no
/// array.
final class XMLContents: Sendable {
  let tape: Tape
  let window: Window
  /// Names of namespaces, by number; empty if they are not resolved.
  let namespaceNames: [[UInt8]]
  let notes: [XMLNote]
  let spending: XMLSpending

  init(_ source: PieceReader) {
    tape = source.processor.tape
    window = source.window
    namespaceNames = source.processor.rules.namespaces ? source.processor.scopes.names : []
    notes = source.notes
    spending = source.spending
  }
}

extension String {
  /// A string from bytes that the reader has validated as UTF-8.
  init(utf8 bytes: ArraySlice<UInt8>) { self.init(decoding: bytes, as: UTF8.self) }
}
