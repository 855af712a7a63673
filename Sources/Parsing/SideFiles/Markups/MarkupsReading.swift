internal import ByteReading
internal import JSONReading

/// Reads the values of a markups file from its JSON document, as the storage node does.
struct MarkupsReading {
  let document: JSONDocument
  let rules: MarkupsRules
  let limits: SideFileLimits
  var report: SideFileReport
  var records = 0

  init(document: JSONDocument, rules: MarkupsRules, limits: SideFileLimits) {
    self.document = document
    self.rules = rules
    self.limits = limits
    report = SideFileReport(limit: limits.maximumNotes)
  }

  mutating func read() throws(Refusal) -> (schema: [UInt8]?, markup: Markup) {
    for offset in document.duplicateKeys { report.addHazard(.duplicateName, at: offset) }
    if document.depth > 100 { report.addHazard(.deepNesting, at: 0) }
    guard document.root.kind == .object || document.root.kind == .array else {
      throw Refusal(code: .rootNotContainer, offset: document.root.offset)
    }
    let root = members(of: document.root, known: ["@schema", "markups"])
    let schema = text("@schema", of: root)
    if schema.flatMap({ Self.version(ofSchema: $0) }) == nil {
      report.addNote(.unknownSchema, at: root["@schema"]?.offset ?? document.root.offset)
    }
    guard let list = root["markups"], list.kind == .array else {
      throw Refusal(
        code: .missingMarkups, offset: root["markups"]?.offset ?? document.root.offset)
    }
    let elements = list.elements
    for element in elements where !Self.hasType(element) {
      report.addHazard(.elementWithoutType, at: element.offset)
    }
    for element in elements.dropFirst() { report.addNote(.furtherElement, at: element.offset) }
    guard let first = elements.first else {
      throw Refusal(code: .emptyMarkups, offset: list.offset)
    }
    guard first.kind == .object else {
      throw Refusal(code: .elementNotObject, offset: first.offset)
    }
    return (schema, try readElement(first))
  }

  private static func hasType(_ element: JSONValue) -> Bool {
    element.members.first { $0.name.elementsEqual("type".utf8) }?.value.kind == .string
  }

  static let elementNames = [
    "type", "name", "coordinateSystem", "coordinateUnits", "locked", "labelFormat",
    "fixedNumberOfControlPoints", "lastUsedControlPointNumber", "controlPoints", "measurements",
    "display", "planeType", "sizeMode", "autoScalingFactor", "autoScalingSizeFactor", "size",
    "planeBounds", "objectToBase", "baseToNode", "roiType", "center", "orientation", "insideOut",
  ]

  private mutating func readElement(_ element: JSONValue) throws(Refusal) -> Markup {
    let members = members(of: element, known: Self.elementNames)
    guard let typeValue = members["type"], typeValue.kind == .string else {
      throw Refusal(code: .missingType, offset: members["type"]?.offset ?? element.offset)
    }
    let type = String(decoding: text("type", of: members) ?? [], as: UTF8.self)
    guard rules.types.contains(type) else {
      throw Refusal(code: .unknownType, offset: typeValue.offset)
    }
    try checkUnits(members["coordinateUnits"])
    let system = coordinateSystem(members["coordinateSystem"])
    var markup = Markup(type: type, coordinateSystem: system ?? .ras)
    let isFlipped = system == .lps
    markup.isLocked = bool("locked", of: members) ?? false
    markup.labelFormat = members["labelFormat"].map { _ in text("labelFormat", of: members) ?? [] }
    if let format = markup.labelFormat, LabelFormat.isUnexpected(format) {
      report.addHazard(.formatConversion, at: members["labelFormat"]?.offset ?? element.offset)
    }
    markup.hasFixedNumberOfPoints = bool("fixedNumberOfControlPoints", of: members) ?? false
    markup.lastUsedPointNumber = int("lastUsedControlPointNumber", of: members) ?? 0
    try readPoints(members["controlPoints"], into: &markup, isFlipped: isFlipped)
    try readMeasurements(members["measurements"], into: &markup)
    if type == "Plane" { markup.plane = try readPlane(members, isFlipped: isFlipped) }
    if type == "ROI" { markup.region = try readRegion(members) }
    return markup
  }

  /// Coordinate system: left-posterior-superior when absent, empty or of another type; nil when
  /// unknown.
  private mutating func coordinateSystem(_ value: JSONValue?) -> CoordinateSystem? {
    guard let value else { return .lps }
    guard let string = value.string, !string.isEmpty else {
      if value.kind != .string { report.addHazard(.wrongType, at: value.offset) }
      return .lps
    }
    if let system = CoordinateSystem(cut(string)) { return system }
    report.addNote(.unknownCoordinateSystem, at: value.offset)
    return nil
  }

  /// Refuses coded units of another scheme than UCUM.
  private mutating func checkUnits(_ value: JSONValue?) throws(Refusal) {
    guard let value, value.kind == .array, let entry = codedEntry(value) else { return }
    guard entry.scheme == Array("UCUM".utf8) else {
      throw Refusal(code: .foreignUnits, offset: value.offset)
    }
  }

  mutating func count(at offset: Int) throws(Refusal) {
    guard records < limits.maximumRecords else { throw Refusal(code: .recordLimit, offset: offset) }
    records += 1
  }

  /// Parses the version of a schema name that ends, in lower case, in `markups-schema-v1.N.N.json`,
  /// with or without a `#`.
  static func version(ofSchema schema: [UInt8]) -> (minor: Int, patch: Int)? {
    var rest = schema.suffix(64)
    if rest.last == UInt8(ascii: "#") { rest.removeLast() }
    func takeWord(_ word: String) -> Bool {
      guard rest.count >= word.utf8.count,
        zip(rest.suffix(word.utf8.count), word.utf8).allSatisfy({ $0.asciiLowercased == $1 })
      else { return false }
      rest.removeLast(word.utf8.count)
      return true
    }
    func takeNumber() -> Int? {
      let digits = Array(rest.reversed().prefix(while: \.isASCIIDigit).reversed())
      guard (1...3).contains(digits.count) else { return nil }
      rest.removeLast(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    guard takeWord(".json"), let patch = takeNumber(), takeWord("."), let minor = takeNumber(),
      takeWord("markups-schema-v1.")
    else { return nil }
    return (minor, patch)
  }
}

/// Checks label formats of new points, which are made from a name and a number.
enum LabelFormat {
  /// Whether `format` has other conversions than `%N`, a string and one number of at most three
  /// digits of width.
  static func isUnexpected(_ format: [UInt8]) -> Bool {
    var conversions = 0
    var rest = format[...]
    while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
      rest = rest[(percent + 1)...]
      let flags = rest.prefix { "0123456789.-+ #lh".utf8.contains($0) }
      rest = rest.dropFirst(flags.count)
      guard let conversion = rest.popFirst() else { return true }
      switch conversion {
      case UInt8(ascii: "%"), UInt8(ascii: "N"): break
      case _ where "diuSsfgeGEFxX".utf8.contains(conversion): conversions += 1
      default: return true
      }
      if flags.filter({ $0 >= UInt8(ascii: "0") }).count > 3 { return true }
    }
    return conversions > 2 || format.count > 255
  }
}
