internal import ByteReading
internal import JSONReading
internal import SideFiles

extension FuzzTarget {
  /// `.mrk.json` files, and the JSON reader.
  public static let markupsJson = FuzzTarget(
    name: "markups-json",
    property: """
      The application's rules accept standard JSON, strings are equal with every character escaped, \
      every offset lies inside, and a markup survives writing and reading.
      """,
    maximumLength: 8192, fileExtension: "mrk.json", format: "markups-json"
  ) { input throws(PropertyViolation) in
    try JSONProperties.strictInLenient(input)
    let file: MarkupsFile
    do throws(SideFileError) {
      file = try MarkupsFile(reading: input)
    } catch {
      try MessageProperties.printable("\(error)", of: "refusal")
      return try PropertyCheck.offset(error.position.offset, isInside: input.count, of: "refusal")
    }
    try SideFileProperties.offsetsInside(file.report, count: input.count)
    if let version = file.schemaVersion {
      try PropertyCheck.atMost(
        0, min(version.minor, version.patch), property: "versions-count", place: "schema")
    }
    for point in file.markup.points {
      try PropertyCheck.offset(point.offset, isInside: input.count, of: "point")
      try PropertyCheck.equal(
        3, point.position.values.count, property: "vectors-whole", place: "position")
      try PropertyCheck.equal(
        9, point.orientation.values.count, property: "vectors-whole", place: "orientation")
    }
    // The application's fast number reading is inexact in the last digit.
    var nearest = MarkupsRules.slicer
    nearest.json.usesFastNumbers = false
    let written = file.markup.write()
    try CostProperties.written(written, factor: 512, count: input.count)
    let again: MarkupsFile
    do throws(SideFileError) {
      again = try MarkupsFile(reading: written.span, rules: nearest)
    } catch {
      throw SideFileProperties.unreadable(error)
    }
    try SideFileProperties.equal(file.markup, again.markup, "markup")
  }
}

/// Properties of the JSON reader.
enum JSONProperties {
  /// The application's rules accept all of standard JSON except numbers out of range, and both
  /// rules agree on the document.
  static func strictInLenient(_ input: Span<UInt8>) throws(PropertyViolation) {
    guard let strict = try? JSONDocument(reading: input, rules: .standard) else { return }
    try CostProperties.json(strict, count: input.count)
    let lenient: JSONDocument
    do throws(JSONError) {
      lenient = try JSONDocument(reading: input, rules: .slicer)
    } catch {
      if error.code == .numberTooLarge { return }
      throw PropertyViolation(
        property: "strict-in-lenient", place: "document", expected: "accepted",
        found: "\(error.code)")
    }
    try escapedIsEqual(input)
    let number = strict.root.number
    if number?.integer != nil {
      try PropertyCheck.equal(
        number, lenient.root.number, property: "strict-in-lenient", place: "number")
    }
    try PropertyCheck.equal(
      strict.depth, lenient.depth, property: "strict-in-lenient", place: "depth")
    try PropertyCheck.equal(
      strict.duplicateKeys, lenient.duplicateKeys, property: "strict-in-lenient",
      place: "duplicates")
    try PropertyCheck.equal(
      strict.root.kind.rawValue, lenient.root.kind.rawValue, property: "strict-in-lenient",
      place: "root")
  }
}

extension JSONProperties {
  /// A string with each of its characters escaped is the same string, by both rules.
  private static func escapedIsEqual(_ input: Span<UInt8>) throws(PropertyViolation) {
    let texts = strings(input, .standard, maximumSize: 2048)
    let written = escaped(texts)
    for rules in [JSONRules.standard, .slicer] {
      let again = strings(written.span, rules, maximumSize: .max)
      try PropertyCheck.equal(texts, again, property: "escaped-is-equal", place: "strings")
    }
  }

  /// JSON array of the strings, with each code unit of UTF-16 escaped.
  static func escaped(_ texts: [[UInt8]]) -> [UInt8] {
    var written = Array("[".utf8)
    for (index, text) in texts.enumerated() {
      written += (index > 0 ? ",\"" : "\"").utf8
      for unit in String(decoding: text, as: UTF8.self).utf16 {
        let digits = String(unit, radix: 16, uppercase: index.isMultiple(of: 2))
        written += "\\u".utf8
        written += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
        written += digits.utf8
      }
      written.append(UInt8(ascii: "\""))
    }
    written.append(UInt8(ascii: "]"))
    return written
  }

  /// Names and strings in document order, up to `maximumSize` bytes in total.
  private static func strings(
    _ input: Span<UInt8>, _ rules: JSONRules, maximumSize: Int
  ) -> [[UInt8]] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for index in input.indices { bytes.append(input[index]) }
    var reader = JSONEventReader(bytes, rules: rules)
    var texts: [[UInt8]] = []
    var count = 0
    while let event = try? reader.next() {
      switch event {
      case .key(let text), .string(let text):
        count += text.count
        guard count <= maximumSize else { return texts }
        texts.append(text)
      default: break
      }
    }
    return texts
  }
}

/// Properties of all side files.
enum SideFileProperties {
  static func offsetsInside(_ report: SideFileReport, count: Int) throws(PropertyViolation) {
    for note in report.notes {
      try PropertyCheck.offset(note.offset, isInside: count, of: "note \(note.code.rawValue)")
    }
    for hazard in report.hazards {
      try PropertyCheck.offset(hazard.offset, isInside: count, of: "hazard \(hazard.code.rawValue)")
    }
    for note in report.notes.prefix(MessageProperties.maximumCount) {
      try MessageProperties.printable(note.message, of: "note \(note.code.rawValue)")
    }
    for hazard in report.hazards.prefix(MessageProperties.maximumCount) {
      try MessageProperties.printable(
        "\(hazard.severity): \(hazard.message)", of: "hazard \(hazard.code.rawValue)")
    }
  }

  static func equal<Value: Equatable>(
    _ first: Value, _ again: Value, _ place: String
  ) throws(PropertyViolation) {
    guard first == again else {
      throw PropertyViolation(
        property: "write-read", place: place, expected: "an equal \(place)",
        found: "one that differs")
    }
  }

  static func unreadable(_ error: SideFileError) -> PropertyViolation {
    PropertyViolation(
      property: "written-is-readable", place: "file", expected: "accepted", found: error.name)
  }
}
