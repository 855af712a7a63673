internal import ByteReading
@_exported public import TargetInterface
package import XMLReading

extension FuzzTarget {
  /// XML documents, by the rules of the Recommendation.
  public static let xml = FuzzTarget(
    name: "xml",
    property: """
      Any split has the events of the whole, stricter rules accept no more, a document survives writing and reading, \
      and reading is linear in the input.
      """,
    maximumLength: 65_536, fileExtension: "xml", format: "xml",
    module: "FuzzTargets",
    inTiers: { input, wantsWhole throws(PropertyViolation) in
      try XMLProperties.check(input, wantsWhole: wantsWhole)
    })
}

/// Properties of the XML reader, one function each.
package enum XMLProperties {
  /// Outcome of reading: a digest of the events, or the refusal.
  package enum Result: Equatable {
    case accepted(EventDigest)
    case refused(XMLError)
  }

  /// Limits of expansion far below the default, so that one input costs milliseconds.
  package static let limits: XMLLimits = {
    var limits = XMLLimits()
    limits.expansion = 1 << 20
    limits.expansionFloor = 1 << 18
    return limits
  }()

  /// Checks reading, cost and offsets, and then, if that is wanted, digests, splits, writing and
  /// other rules. Returns whether it was wanted.
  package static func check(
    _ input: Span<UInt8>, wantsWhole: (Span<UInt8>) -> Bool
  ) throws(PropertyViolation) -> Bool {
    let document: XMLDocument
    do throws(XMLError) {
      document = try XMLDocument(reading: input, rules: .standard, limits: limits)
    } catch {
      try PropertyCheck.offset(error.position.offset, isInside: input.count, of: "refusal")
      guard wantsWhole(input) else { return false }
      try splitEqualsWhole(input, .refused(error))
      try MessageProperties.printable("\(error)", of: "refusal")
      return true
    }
    try storesLinearly(document.spending, count: input.count)
    try CostProperties.isBounded(document, count: input.count)
    try offsetsInside(document, count: input.count)
    guard wantsWhole(input) else { return false }
    let result = Result.accepted(EventDigest(of: document))
    try splitEqualsWhole(input, result)
    try CostProperties.document(document, count: input.count)
    try strictIsLenient(input, result, limits)
    try writeRead(document, result, limits)
    try AccessorProperties.check(document, input, limits)
    if hasNamespaces(document) { try namespacesAreStricter(input, result, limits) }
    return true
  }

  /// Any split has the events of the whole.
  private static func splitEqualsWhole(
    _ input: Span<UInt8>, _ whole: Result
  ) throws(PropertyViolation) {
    let size = pieceSize(for: input)
    let pieces = outcome(input, inPiecesOf: size, .standard, limits)
    try PropertyCheck.equal(
      whole, pieces.result, property: "split-equals-whole", place: "pieces of \(size)")
    try examinesLinearly(pieces.spending, count: input.count)
  }

  package static func outcome(
    _ input: Span<UInt8>, _ rules: XMLRules, _ limits: XMLLimits
  ) -> (result: Result, document: XMLDocument?) {
    do throws(XMLError) {
      let document = try XMLDocument(reading: input, rules: rules, limits: limits)
      return (.accepted(EventDigest(of: document)), document)
    } catch {
      return (.refused(error), nil)
    }
  }

  package static func outcome(
    _ input: Span<UInt8>, inPiecesOf size: Int, _ rules: XMLRules, _ limits: XMLLimits
  ) -> (result: Result, spending: XMLSpending) {
    var digest = EventDigest()
    var reader = XMLEventReader(rules: rules, limits: limits)
    do throws(XMLError) {
      var start = 0
      while start < input.count {
        let end = min(start + size, input.count)
        try reader.feed(input.extracting(start..<end))
        while let event = reader.next() { digest.add(event, of: reader) }
        start = end
      }
      try reader.finish()
      while let event = reader.next() { digest.add(event, of: reader) }
    } catch {
      return (.refused(error), reader.spending)
    }
    return (.accepted(digest), reader.spending)
  }

  /// An incomplete item is read again when the input has grown by half, so each byte is examined
  /// about three times. UTF-16 and ISO-8859-1 at most double in UTF-8.
  package static func examinesLinearly(_ spending: XMLSpending, count: Int)
    throws(PropertyViolation)
  {
    try PropertyCheck.atMost(
      spending.bytesExamined, 8 * count + 64, property: "cost", place: "bytes examined")
  }

  /// The densest input has names of one letter, each of which enters the name table.
  package static func storesLinearly(_ spending: XMLSpending, count: Int) throws(PropertyViolation)
  {
    let bound = 64 * count + 32 * spending.bytesExpanded + 4_096
    try PropertyCheck.atMost(spending.bytesStored, bound, property: "cost", place: "bytes stored")
  }

  /// Piece size of 1 to 64 bytes, a function of the input, so that a run is repeatable and all
  /// sizes occur.
  package static func pieceSize(for input: Span<UInt8>) -> Int {
    var hash = UInt32(truncatingIfNeeded: input.count)
    for index in 0..<min(input.count, 64) { hash = hash &* 31 &+ UInt32(input[index]) }
    return 1 + Int(hash % 64)
  }

  package static func offsetsInside(_ document: XMLDocument, count: Int) throws(PropertyViolation) {
    for element in 0..<document.elementCount {
      try PropertyCheck.offset(document.elementOffset(element), isInside: count, of: "element")
      for attribute in document.attributes(of: element) {
        try PropertyCheck.offset(
          document.attributeOffset(attribute), isInside: count, of: "attribute")
      }
    }
    for note in document.notes {
      try PropertyCheck.offset(note.position.offset, isInside: count, of: "note")
    }
  }

  /// The names of the fourth edition are a subset of the fifth's: a document of the fourth is the
  /// same in the fifth.
  package static func strictIsLenient(
    _ input: Span<UInt8>, _ lenient: Result, _ limits: XMLLimits
  ) throws(PropertyViolation) {
    guard mayNameBeyondASCII(input) else { return }
    var rules = XMLRules.standard
    rules.usesFourthEditionNames = true
    let strict = outcome(input, rules, limits).result
    guard case .accepted = strict else { return }
    try PropertyCheck.equal(
      lenient, strict, property: "strict-is-lenient", place: "fourth edition names")
  }

  /// Whether a name can contain a character beyond ASCII, which is where the editions differ: the
  /// input has a byte of 0x80 or more, a `#` of a character reference, or a zero byte of UTF-16.
  package static func mayNameBeyondASCII(_ input: Span<UInt8>) -> Bool {
    var index = 0
    while index &+ 8 <= input.count {
      let word = input.word(at: index)
      let hash = word ^ Word.repeating(UInt8(ascii: "#"))
      let zeros = (word &- Word.ones) & ~word | (hash &- Word.ones) & ~hash
      if (word | zeros) & Word.highs != 0 { return true }
      index &+= 8
    }
    while index < input.count {
      let byte = input[index]
      if byte >= 0x80 || byte == 0 || byte == UInt8(ascii: "#") { return true }
      index &+= 1
    }
    return false
  }

  /// Whether any name has a colon or declares a namespace; otherwise nothing needs resolving.
  package static func hasNamespaces(_ document: XMLDocument) -> Bool {
    for element in 0..<document.elementCount {
      if document.elementNameBytes(element).contains(0x3A) { return true }
      for attribute in document.attributes(of: element) {
        let name = document.attributeNameBytes(attribute)
        if name.contains(0x3A) || name.elementsEqual("xmlns".utf8) { return true }
      }
    }
    return false
  }

  /// Namespaces in XML refuses some documents that XML accepts, and leaves the others unchanged.
  package static func namespacesAreStricter(
    _ input: Span<UInt8>, _ plain: Result, _ limits: XMLLimits
  ) throws(PropertyViolation) {
    var rules = XMLRules.standard
    rules.namespaces = true
    let named = outcome(input, rules, limits).result
    guard case .refused(let error) = named else {
      return try PropertyCheck.equal(
        plain, named, property: "strict-is-lenient", place: "namespaces")
    }
    try PropertyCheck.offset(
      error.position.offset, isInside: input.count, of: "refusal of a namespace")
    try MessageProperties.printable("\(error)", of: "refusal of a namespace")
  }

  package static func writeRead(
    _ document: XMLDocument, _ result: Result, _ limits: XMLLimits
  ) throws(PropertyViolation) {
    let written = XMLWriter.bytes(of: document)
    let again = outcome(written.span, .standard, limits).result
    try PropertyCheck.equal(result, again, property: "write-read", place: "document")
  }
}
