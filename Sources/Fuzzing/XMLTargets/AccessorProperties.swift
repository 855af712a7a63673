internal import ByteReading
package import TargetInterface
package import XMLReading

/// Agreement of accessors: bytes and text, document and events, by position and by name.
///
/// Checked for small inputs only: these accessors are not on the path of large ones.
package enum AccessorProperties {
  /// Maximum size of an input that is checked, in bytes.
  package static let maximumSize = 768

  /// The texts of a document equal those of its events, and survive writing and reading.
  package static func check(
    _ document: XMLDocument, _ input: Span<UInt8>, _ limits: XMLLimits
  ) throws(PropertyViolation) {
    guard input.count <= maximumSize else { return }
    let lines = document.pyxLines()
    var rules = XMLRules.standard
    rules.namespaces = XMLProperties.hasNamespaces(document)
    let named = rules.namespaces ? XMLProperties.outcome(input, rules, limits).document : document
    if let named { try events(of: named, rules, input, lines, limits) }
    for note in document.notes {
      try MessageProperties.printable(note.kind.sentence, of: "note")
    }
    guard let written = written(document) else { return }
    guard let again = XMLProperties.outcome(written.span, .standard, limits).document else {
      throw PropertyViolation(
        property: "written-is-readable", place: "texts", expected: "accepted", found: "a refusal")
    }
    try PropertyCheck.equal(lines, again.pyxLines(), property: "write-read", place: "texts")
  }

  private static func events(
    of document: XMLDocument, _ rules: XMLRules, _ input: Span<UInt8>, _ lines: [String],
    _ limits: XMLLimits
  ) throws(PropertyViolation) {
    var reader = XMLEventReader(rules: rules, limits: limits)
    var eventLines: [String] = []
    var elements = 0
    func take(_ reader: inout XMLEventReader) throws(PropertyViolation) {
      while let event = reader.next() {
        eventLines += reader.pyxLines(of: event)
        if case .startElement(let e) = event {
          try same(document, elements, reader, e)
          elements += 1
        }
      }
    }
    do throws(XMLError) { try reader.feed(input) } catch { return }
    try take(&reader)
    do throws(XMLError) { try reader.finish() } catch { return }
    try take(&reader)
    try PropertyCheck.equal(lines, eventLines, property: "accessors-agree", place: "events")
    try PropertyCheck.equal(
      document.notes.count, reader.notes.count, property: "accessors-agree", place: "notes")
  }

  /// An element of the document equals that of its event, with all attributes.
  private static func same(
    _ document: XMLDocument, _ element: Int, _ reader: XMLEventReader, _ e: Int
  ) throws(PropertyViolation) {
    let property = "accessors-agree"
    try PropertyCheck.equal(
      document.elementName(element), reader.elementName(e), property: property, place: "element")
    try PropertyCheck.equal(
      document.elementOffset(element), reader.elementOffset(e), property: property, place: "offset")
    try PropertyCheck.equal(
      document.elementNamespace(element), reader.elementNamespace(e), property: property,
      place: "namespace")
    for (a, b) in zip(document.attributes(of: element), reader.attributes(of: e)) {
      try PropertyCheck.equal(
        document.attributeName(a), reader.attributeName(b), property: property, place: "attribute")
      try PropertyCheck.equal(
        document.attributeValue(a), reader.attributeValue(b), property: property, place: "value")
      try PropertyCheck.equal(
        document.attributePosition(a).offset, reader.attributeOffset(b), property: property,
        place: "offset of an attribute")
      try PropertyCheck.equal(
        document.attributeNamespace(a), reader.attributeNamespace(b), property: property,
        place: "namespace of an attribute")
      try PropertyCheck.equal(
        document.isDefaulted(a), reader.isDefaulted(b), property: property, place: "defaulted")
    }
  }

  /// The document written from its texts; nil when an instruction contains a carriage return, which
  /// cannot be written.
  private static func written(_ document: XMLDocument) -> [UInt8]? {
    var writer = XMLWriter()
    writer.xmlDeclaration()
    for index in 0..<document.eventCount {
      switch document.event(index) {
      case .startElement(let e):
        writer.startElement(document.elementName(e))
        for a in document.attributes(of: e) {
          writer.attribute(document.attributeName(a), document.attributeValue(a))
        }
      case .endElement: writer.endElement()
      case .text(let t): writer.text(document.textValue(t))
      case .processingInstruction(let p):
        let data = document.processingInstructionData(p)
        if data.utf8.contains(0x0D) { return nil }
        writer.processingInstruction(document.processingInstructionTarget(p), data)
      }
    }
    writer.lineEnd()
    return writer.bytes
  }
}
