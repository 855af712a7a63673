internal import ByteReading
internal import SceneModel
internal import XMLReading

/// One thing is asked for in several ways: as bytes and as text, of the document and of its events, by place and by name.
/// For small inputs only, as these ways are not what many bytes are read by.
enum AccessorLaws {
  /// Most bytes of an input that is looked at.
  static let most = 768

  /// What a document says by its texts, its events say too, and what is written of these texts reads back equal.
  static func check(
    _ document: XMLDocument, _ input: Span<UInt8>, _ limits: XMLLimits
  ) throws(BrokenLaw) {
    guard input.count <= most else { return }
    let lines = document.pyxLines()
    var rules = XMLRules.standard
    rules.namespaces = XMLLaws.hasNamespaces(document)
    let named = rules.namespaces ? XMLLaws.outcome(input, rules, limits).document : document
    if let named { try events(of: named, rules, input, lines, limits) }
    for remark in document.remarks {
      try MessageLaws.sayable(remark.kind.sentence, of: "remark")
    }
    guard let written = written(document) else { return }
    guard let again = XMLLaws.outcome(written.span, .standard, limits).document else {
      throw BrokenLaw(
        law: "written-is-readable", place: "texts", expected: "accepted", found: "a refusal")
    }
    try Law.equal(lines, again.pyxLines(), law: "write-read", place: "texts")
  }

  private static func events(
    of document: XMLDocument, _ rules: XMLRules, _ input: Span<UInt8>, _ lines: [String],
    _ limits: XMLLimits
  ) throws(BrokenLaw) {
    var reader = XMLEventReader(rules: rules, limits: limits)
    var told: [String] = []
    var elements = 0
    func take(_ reader: inout XMLEventReader) throws(BrokenLaw) {
      while let event = reader.next() {
        told += reader.pyxLines(of: event)
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
    try Law.equal(lines, told, law: "accessors-agree", place: "events")
    try Law.equal(
      document.remarks.count, reader.remarks.count, law: "accessors-agree", place: "remarks")
  }

  /// The element of a document and that of an event, with their attributes.
  private static func same(
    _ document: XMLDocument, _ element: Int, _ reader: XMLEventReader, _ e: Int
  ) throws(BrokenLaw) {
    let law = "accessors-agree"
    try Law.equal(
      document.elementName(element), reader.elementName(e), law: law, place: "element")
    try Law.equal(
      document.elementOffset(element), reader.elementOffset(e), law: law, place: "offset")
    try Law.equal(
      document.elementNamespace(element), reader.elementNamespace(e), law: law, place: "namespace")
    for (a, b) in zip(document.attributes(of: element), reader.attributes(of: e)) {
      try Law.equal(
        document.attributeName(a), reader.attributeName(b), law: law, place: "attribute")
      try Law.equal(
        document.attributeValue(a), reader.attributeValue(b), law: law, place: "value")
      try Law.equal(
        document.attributePosition(a).offset, reader.attributeOffset(b), law: law,
        place: "offset of an attribute")
      try Law.equal(
        document.attributeNamespace(a), reader.attributeNamespace(b), law: law,
        place: "namespace of an attribute")
      try Law.equal(
        document.isDefaulted(a), reader.isDefaulted(b), law: law, place: "defaulted")
    }
  }

  /// The document written by its texts; nil where one holds what no instruction can.
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

  /// A scene says of its nodes by name what it says by place.
  static func check(_ scene: Scene, count: Int) throws(BrokenLaw) {
    guard count <= most else { return }
    let law = "accessors-agree"
    for node in scene.nodes.prefix(16) {
      let found = scene.node(withID: node.id)
      // A text that is no UTF-8 is told repaired, and is then no identifier.
      guard let found else { continue }
      try Law.equal(node.index, found.index, law: law, place: "identifier")
      try Law.equal(
        node.references.map(\.ids.count), node.references.map(\.targets.count), law: law,
        place: "references")
      for reference in node.references where !reference.roleBytes.isEmpty {
        try Law.equal(false, reference.role.isEmpty, law: law, place: "role")
      }
      try Law.equal(false, node.isRemoved, law: law, place: "removed")
    }
    for (view, children) in scene.childrenOfViews {
      try Law.equal(
        children.map(\.index), scene.allNodes[view].children.map(\.index), law: law,
        place: "children of a view")
    }
    try Law.equal(
      scene.unknownElements.isEmpty, scene.outcome == .accepted, law: law, place: "outcome")
    let report = scene.inspect()
    try Law.equal(report.findings, scene.findings, law: law, place: "findings")
    try Law.equal(report.remarks, scene.remarks, law: law, place: "remarks")
    // Severities have an order: of two that differ one is less.
    for (one, other) in zip(report.findings, report.findings.dropFirst()) {
      let (first, second) = (one.severity, other.severity)
      try Law.equal(
        first != second, (first < second) != (second < first), law: law, place: "severity")
    }
  }
}
