import JSONReading
import Testing

/// Valid JSON texts: events, values, numbers and duplicates.
@Suite struct JSONValueTests {
  private func read(_ text: String, _ rules: JSONRules = .standard) throws -> JSONDocument {
    try JSONDocument(reading: Array(text.utf8).span, rules: rules)
  }

  @Test("events arrive in document order, each with its offset") func events() throws {
    var reader = JSONEventReader(Array(" {\"a\" : [1, true],\r\n\"b\":null} ".utf8))
    var seen: [JSONEvent] = []
    var offsets: [Int] = []
    while let event = try reader.next() {
      seen.append(event)
      offsets.append(reader.eventOffset)
    }
    #expect(
      seen == [
        .beginObject, .key(Array("a".utf8)), .beginArray,
        .number(JSONNumber(value: 1, integer: 1)), .bool(true), .endArray, .key(Array("b".utf8)),
        .null, .endObject,
      ])
    #expect(offsets == [1, 2, 8, 9, 12, 16, 20, 24, 28])
    #expect(reader.depth == 0)
    #expect(reader.eventCount == 9)
  }

  @Test(
    "strings are unescaped",
    arguments: [
      (#""""#, ""), (#""a\"\\\/b""#, "a\"\\/b"), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
      (#""\u00E9\u20AC""#, "\u{E9}\u{20AC}"), (#""\ud83d\uDE00""#, "\u{1F600}"),
      (#""\u0000""#, "\0"), ("\"\u{7F}\u{E9}\u{1F600}\"", "\u{7F}\u{E9}\u{1F600}"),
    ])
  func strings(_ text: String, _ expected: String) throws {
    for rules in [JSONRules.standard, .slicer, .report] {
      #expect(try read(text, rules).root.string.map(Array.init) == Array(expected.utf8))
    }
  }

  @Test(
    "numbers are the nearest double, or the value of the application's library",
    arguments: [
      ("0", 0, 0), ("-0.0", 0, 0), ("1e5", 100_000, 100_000), ("1E-5", 0.00001, 0.00001),
      ("3.7182600000000003", 3.7182600000000003, 3.71826),
      ("6.695488800000001", 6.695488800000001, 6.695488800000001),
      ("10.2321648", 10.2321648, 10.2321648), ("1e-400", 0, 0), ("1e-99999999999", 0, 0),
      ("0e308", 0, 0), ("0.0e309", 0, 0), ("0.1e309", 1e308, 1e308), ("1e23", 1e23, 1e23),
      ("123456789012345678901234567890", 1.2345678901234568e29, 1.2345678901234566e29),
      ("18446744073709551616", 1.8446744073709552e19, 1.8446744073709552e19),
      ("-9223372036854775809", -9.223372036854775808e18, -9.223372036854775808e18),
      ("900719925474099.31234", 900719925474099.31234, 900719925474099.2),
      ("4.9e-324", .leastNonzeroMagnitude, .leastNonzeroMagnitude),
      ("1.7976931348623157e308", 1.7976931348623157e308, 1.7976931348623157e308),
      ("0.1234567890123456789", 0.1234567890123456789, 0.12345678901234568),

    ] as [(String, Double, Double)])
  func numbers(_ text: String, _ nearest: Double, _ fast: Double) throws {
    #expect(try read(text).root.number?.value == nearest)
    #expect(try read(text, .slicer).root.number?.value == fast)
  }

  @Test(
    "only the application's library refuses a zero with an exponent of six digits")
  func zeroTooLarge() throws {
    #expect(try read("0e99999").root.number?.value == 0)
    #expect(refusal("0e99999", .slicer)?.code == .numberTooLarge)
  }

  @Test(
    "integers without point and exponent are exact",
    arguments: [
      ("7", 7), ("-7", -7), ("9007199254740993", 9_007_199_254_740_993), ("7.0", nil), ("7e0", nil),
      ("9223372036854775807", .max), ("9223372036854775808", nil), ("-0", 0),
    ] as [(String, Int64?)])
  func integers(_ text: String, _ expected: Int64?) throws {
    #expect(try read(text, .slicer).root.number?.integer == expected)
  }

  @Test(
    "non-finite numbers are read if the rules allow them",
    arguments: [("Inf", 1), ("-Inf", -1), ("Infinity", 1), ("-Infinity", -1)] as [(String, Double)])
  func infinities(_ text: String, _ sign: Double) throws {
    #expect(try read(text, .slicer).root.number?.value == sign * .infinity)
  }

  @Test("NaN is read, with or without a sign", arguments: ["NaN", "-NaN"])
  func notANumber(_ text: String) throws {
    #expect(try read(text, .slicer).root.number?.value.isNaN == true)
  }

  @Test("a lone surrogate is replaced if the rules allow it") func replacesSurrogates() throws {
    let text = try read(#""a\ud800b\udc00""#, .report).root.string
    #expect(text.map(Array.init) == Array("a\u{FFFD}b\u{FFFD}".utf8))
  }

  @Test("a NUL ends the text for the application's library, and its offset is reported")
  func endsAtNUL()
    throws
  {
    #expect(try read("{} \0junk", .slicer).end == 3)
    #expect(try read("{} ", .slicer).end == nil)
  }

  @Test("duplicate names are reported at their offsets, for each object separately")
  func duplicates()
    throws
  {
    let document = try read(#"{"a":{"a":1,"b":2,"a":3},"b":[{"b":1}],"a":0,"a":1}"#)
    #expect(document.duplicateKeys == [18, 39, 45])
    #expect(document.root.members.count == 4)
    let limited = try JSONDocument(
      reading: Array(#"{"a":1,"a":2,"a":3}"#.utf8).span, limits: JSONLimits(maximumDuplicates: 1))
    #expect(limited.duplicateKeys == [7])
    #expect(limited.uncountedDuplicates == 1)
  }

  @Test("members and elements skip nested values") func walking() throws {
    let root = try read(#"{"a":[1,[2,{"x":3}],4],"b":{"c":[]},"d":"e"}"#).root
    #expect(root.kind == .object)
    #expect(root.members.map { String(decoding: $0.name, as: UTF8.self) } == ["a", "b", "d"])
    let list = try #require(root.members.first?.value)
    #expect(list.elements.map(\.kind) == [.number, .array, .number])
    #expect(list.elements.map(\.offset) == [6, 8, 20])
    #expect(list.members.isEmpty)
    #expect(root.elements.isEmpty)
    #expect(try read("[[[]]]").depth == 3)
  }

  @Test("a written text reads back with the same values") func writeRead() throws {
    var json = JSONWriter()
    json.beginObject()
    json.key("a\"\\")
    json.beginArray()
    json.endArray()
    json.key("b")
    json.beginObject()
    json.key("text")
    json.string("\0\t\n\r\"\\/\u{1F}\u{E9}".utf8)
    json.key("numbers")
    json.reals([1, 0.1, -1e300, .nan, .infinity, -.infinity])
    json.key("flag")
    json.bool(false)
    json.endObject()
    json.endObject()
    let root = try JSONDocument(reading: json.bytes.span, rules: .slicer).root
    #expect(root.members.map { Array($0.name) } == [Array("a\"\\".utf8), Array("b".utf8)])
    let inner = root.members[1].value.members
    #expect(inner[0].value.string.map(Array.init) == Array("\0\t\n\r\"\\/\u{1F}\u{E9}".utf8))
    #expect(
      inner[1].value.elements.map(\.number)
        == [1, 0.1, -1e300, .nan, .infinity, -.infinity].map { JSONNumber(value: $0) })
    #expect(inner[2].value.bool == false)
  }

  @Test("an error is at most 32 bytes") func errorIsSmall() {
    #expect(MemoryLayout<JSONError>.size <= 32)
  }
}
