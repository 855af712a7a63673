internal import SceneModel

extension FuzzTarget {
  /// Grammars of attribute values: references, custom attributes, escapes, numbers, records.
  public static let references = FuzzTarget(
    name: "references",
    property: """
      Every grammar of attribute values reads any text in bounded work, values survive writing and reading, \
      numbers, attributes and properties equal those of a reference parser, and the number engines agree.
      """,
    maximumLength: 2048, fileExtension: "txt", format: "attribute-value"
  ) { input throws(PropertyViolation) in
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for index in input.indices { bytes.append(input[index]) }
    try GrammarProperties.references(bytes[...])
    try GrammarProperties.customAttributes(bytes[...])
    try GrammarProperties.escapes(bytes[...])
    try GrammarProperties.numbers(bytes[...])
    try GrammarProperties.matchReferenceParser(bytes[...])
    // Each kind must read any text; tests check the values.
    for kind in GrammarProperties.kinds { _ = AttributeValue(reading: bytes[...], as: kind) }
  }
}

/// Properties of the grammars.
enum GrammarProperties {
  /// Every kind of value in the catalogue, without duplicates.
  static let kinds: [ValueKind] = {
    var kinds: [ValueKind] = []
    for type in NodeCatalog.slicer.types {
      for attribute in type.attributes where !kinds.contains(attribute.kind) {
        kinds.append(attribute.kind)
      }
    }
    return kinds
  }()

  static func references(_ text: ArraySlice<UInt8>) throws(PropertyViolation) {
    let attribute = ReferencesAttribute(reading: text)
    var seen: Set<ArraySlice<UInt8>> = []
    for role in attribute.roles {
      guard !role.name.isEmpty, seen.insert(role.name).inserted else {
        throw PropertyViolation(
          property: "roles-once", place: "role", expected: "a new role that has a name",
          found: "another"
        )
      }
      for target in role.targets
      where target.id.isEmpty || target.id.contains(where: isBlank) {
        throw PropertyViolation(
          property: "words-only", place: "target", expected: "a word", found: "blanks or nothing")
      }
    }
    if let stop = attribute.stop {
      try PropertyCheck.offset(stop, isInside: text.endIndex, of: "stop")
    }
    // A role with a semicolon in its name cannot be written.
    let plain = attribute.roles.filter { !$0.name.contains(UInt8(ascii: ";")) }
    var written: [UInt8] = []
    for role in plain {
      let ids = role.targets.map { Array($0.id) }.filter { !$0.contains(UInt8(ascii: ";")) }
      written += role.name + [UInt8(ascii: ":")]
      written += Array(ids.joined(separator: [0x20])) + [UInt8(ascii: ";")]
    }
    let again = ReferencesAttribute(reading: written[...])
    try PropertyCheck.equal(
      plain.map { Array($0.name) }, again.roles.map { Array($0.name) }, property: "write-read",
      place: "roles")
    for (one, other) in zip(plain, again.roles) {
      let ids = one.targets.map { Array($0.id) }.filter { !$0.contains(UInt8(ascii: ";")) }
      try PropertyCheck.equal(
        ids, other.targets.map { Array($0.id) }, property: "write-read", place: "targets")
    }
  }

  static func customAttributes(_ text: ArraySlice<UInt8>) throws(PropertyViolation) {
    let map = CustomAttributes(reading: text)
    var written: [UInt8] = []
    var last: [UInt8]?
    for entry in map.entries {
      if let last, !last.lexicographicallyPrecedes(entry.name) {
        throw PropertyViolation(
          property: "keys-ascend", place: "key", expected: "a later key", found: "an earlier one")
      }
      last = entry.name
      written += entry.name + [UInt8(ascii: ":")]
      written += Escape.customAttribute.encode(entry.value) + [UInt8(ascii: ";")]
    }
    let again = CustomAttributes(reading: written[...])
    try PropertyCheck.equal(map.entries, again.entries, property: "write-read", place: "attributes")
    try PropertyCheck.equal(0, again.duplicates, property: "write-read", place: "duplicates")
  }

  static func escapes(_ text: ArraySlice<UInt8>) throws(PropertyViolation) {
    let whole: [(String, Escape)] = [
      ("customAttribute", .customAttribute), ("url", .url), ("parameterName", .parameterName),
      ("listItem", .listItem),
    ]
    for (name, escape) in whole {
      let again = escape.decode(escape.encode(text)[...])
      try PropertyCheck.equal(Array(text), again, property: "decode-undoes-encode", place: name)
    }
    for (name, escape) in whole + [("referenceProperty", .referenceProperty)] {
      try PropertyCheck.atMost(
        escape.decode(text).count, text.count, property: "decode-shrinks", place: name)
    }
  }

  /// A text that is a number to the variant engine is the same number to the stream engine.
  static func numbers(_ text: ArraySlice<UInt8>) throws(PropertyViolation) {
    if let value = VariantNumber.double(text), value.isFinite {
      var stream = NumberStream(text)
      try PropertyCheck.equal(
        value, stream.readDouble() ?? .nan, property: "engines-agree", place: "double")
    }
    if let value = VariantNumber.int(text),
      !text.contains(where: { $0 | 0x20 >= UInt8(ascii: "a") })
    {
      var stream = NumberStream(text)
      try PropertyCheck.equal(
        value, stream.readInt() ?? .min, property: "engines-agree", place: "int")
    }
    var reals = NumberStream(text)
    var words = NumberStream(text)
    var integers = NumberStream(text)
    var reads = 0
    while reals.isGood, let value = reals.readDouble() {
      reads += 1
      guard value.isFinite else {
        throw PropertyViolation(
          property: "stream-finite", place: "double", expected: "a finite number", found: "\(value)"
        )
      }
    }
    while integers.isGood, integers.readInt() != nil { reads += 1 }
    while words.isGood, words.readWord() != nil { reads += 1 }
    try PropertyCheck.atMost(reads, 3 * (text.count + 1), property: "stream-ends", place: "reads")
  }

  /// The readers agree with `ReferenceValueParser` wherever it returns a value.
  static func matchReferenceParser(_ text: ArraySlice<UInt8>) throws(PropertyViolation) {
    var stream = NumberStream(text)
    if let (value, fails) = ReferenceValueParser.streamInteger(text) {
      try PropertyCheck.equal(
        value, stream.readInt() ?? 0, property: "numbers-match-reference", place: "stream int")
      try PropertyCheck.equal(
        fails, stream.hasFailed, property: "numbers-match-reference", place: "failure")
    }
    stream = NumberStream(text)
    if let value = ReferenceValueParser.streamReal(text) {
      try PropertyCheck.equal(
        value, stream.readDouble() ?? .nan, property: "numbers-match-reference",
        place: "stream real")
    }
    if let value = ReferenceValueParser.prefixedInteger(text) {
      try PropertyCheck.equal(
        value, VariantNumber.int(text), property: "numbers-match-reference", place: "prefixed")
      try PropertyCheck.equal(
        value, VariantNumber.leadingInt(text), property: "numbers-match-reference",
        place: "prefixed in front")
    }
    let values = ReferenceValueParser.customAttributes(text)
    let entries = CustomAttributes(reading: text).entries
    try PropertyCheck.equal(
      values.count, entries.count, property: "attributes-match-reference", place: "keys")
    for entry in entries {
      try PropertyCheck.equal(
        values[entry.name], entry.value, property: "attributes-match-reference", place: "value")
    }
    try referenceProperty(text.prefix { !" ;{}=,:".utf8.contains($0) && !isBlank($0) })
  }

  /// Checks the text as the name and as the value of a property of a reference target.
  private static func referenceProperty(_ text: ArraySlice<UInt8>) throws(PropertyViolation) {
    guard !text.isEmpty else { return }
    var written = Array("r:t {".utf8) + text
    written.append(UInt8(ascii: "="))
    written += Array(text) + Array("};".utf8)
    let target = ReferencesAttribute(reading: written[...]).roles.first?.targets.first
    let expected = ReferenceValueParser.decoded(text, ":;{},= ")
    try PropertyCheck.equal(
      [expected, expected], (target?.properties ?? []).flatMap { [$0.name, $0.value] },
      property: "properties-match-reference", place: "property")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
}
