internal import ByteReading
internal import JSONReading
internal import SideFiles

extension FuzzTarget {
  /// `.mrk.json` files, and the JSON reader under them.
  public static let markupsJson = FuzzTarget(
    name: "markups-json",
    law: """
      What standard JSON accepts the application's rules accept, its strings are equal with every character escaped, \
      every offset lies inside, \
      and a written markup reads back equal.
      """,
    maximumLength: 8192, fileExtension: "mrk.json", mutation: .json
  ) { input throws(BrokenLaw) in
    try JSONLaws.strictInLenient(input)
    let file: MarkupsFile
    do throws(SideFileError) {
      file = try MarkupsFile(reading: input)
    } catch {
      try MessageLaws.sayable(error.message, of: "refusal")
      return try Law.offset(error.position.offset, isInside: input.count, of: "refusal")
    }
    try SideFileLaws.offsetsInside(file.report, count: input.count)
    if let version = file.schemaVersion {
      try Law.atMost(0, min(version.minor, version.patch), law: "versions-count", place: "schema")
    }
    for point in file.markup.points {
      try Law.offset(point.offset, isInside: input.count, of: "point")
      try Law.equal(3, point.position.values.count, law: "vectors-whole", place: "position")
      try Law.equal(9, point.orientation.values.count, law: "vectors-whole", place: "orientation")
    }
    // The application's fast numbers do not read back what was written to the last place.
    var nearest = MarkupsRules.slicer
    nearest.json.usesFastNumbers = false
    let written = file.markup.write()
    try CostLaws.written(written, factor: 512, count: input.count)
    let again: MarkupsFile
    do throws(SideFileError) {
      again = try MarkupsFile(reading: written.span, rules: nearest)
    } catch {
      throw SideFileLaws.unreadable(error)
    }
    try SideFileLaws.equal(file.markup, again.markup, "markup")
  }
}

/// The laws of the JSON reader.
enum JSONLaws {
  /// The application's library reads all of standard JSON but the numbers that it cannot hold, and both agree on
  /// what they read.
  static func strictInLenient(_ input: Span<UInt8>) throws(BrokenLaw) {
    guard let strict = try? JSONDocument(reading: input, rules: .standard) else { return }
    try CostLaws.json(strict, count: input.count)
    let lenient: JSONDocument
    do throws(JSONError) {
      lenient = try JSONDocument(reading: input, rules: .slicer)
    } catch {
      if error.code == .numberTooLarge { return }
      throw BrokenLaw(
        law: "strict-in-lenient", place: "document", expected: "accepted", found: "\(error.code)")
    }
    try escapedIsEqual(input)
    let number = strict.root.number
    if number?.integer != nil {
      try Law.equal(number, lenient.root.number, law: "strict-in-lenient", place: "number")
    }
    try Law.equal(strict.depth, lenient.depth, law: "strict-in-lenient", place: "depth")
    try Law.equal(
      strict.duplicateKeys, lenient.duplicateKeys, law: "strict-in-lenient", place: "duplicates")
    try Law.equal(
      strict.root.kind.rawValue, lenient.root.kind.rawValue, law: "strict-in-lenient",
      place: "root")
  }
}

extension JSONLaws {
  /// Every string with each of its characters escaped is the same string, by either rules.
  private static func escapedIsEqual(_ input: Span<UInt8>) throws(BrokenLaw) {
    let texts = strings(input, .standard, most: 2048)
    let written = escaped(texts)
    for rules in [JSONRules.standard, .slicer] {
      let again = strings(written.span, rules, most: .max)
      try Law.equal(texts, again, law: "escaped-is-equal", place: "strings")
    }
  }

  /// An array of the strings, with each code unit of UTF-16 as an escape.
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

  /// Names and strings in their order, as long as they have at most so many bytes together.
  private static func strings(_ input: Span<UInt8>, _ rules: JSONRules, most: Int) -> [[UInt8]] {
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
        guard count <= most else { return texts }
        texts.append(text)
      default: break
      }
    }
    return texts
  }
}

/// The laws of every side file.
enum SideFileLaws {
  static func offsetsInside(_ report: SideFileReport, count: Int) throws(BrokenLaw) {
    for remark in report.remarks {
      try Law.offset(remark.offset, isInside: count, of: "remark \(remark.code.rawValue)")
    }
    for finding in report.findings {
      try Law.offset(finding.offset, isInside: count, of: "finding \(finding.code.rawValue)")
    }
    for remark in report.remarks.prefix(MessageLaws.most) {
      try MessageLaws.sayable(remark.message, of: "remark \(remark.code.rawValue)")
    }
    for finding in report.findings.prefix(MessageLaws.most) {
      try MessageLaws.sayable(
        "\(finding.severity): \(finding.message)", of: "finding \(finding.code.rawValue)")
    }
  }

  static func equal<Value: Equatable>(
    _ first: Value, _ again: Value, _ place: String
  ) throws(BrokenLaw) {
    guard first == again else {
      throw BrokenLaw(
        law: "write-read", place: place, expected: "an equal \(place)", found: "one that differs")
    }
  }

  static func unreadable(_ error: SideFileError) -> BrokenLaw {
    BrokenLaw(law: "written-is-readable", place: "file", expected: "accepted", found: error.name)
  }
}
