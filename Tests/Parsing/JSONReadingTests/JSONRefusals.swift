import ByteReading
import JSONReading
import Testing

/// Texts that are not JSON: the error, its offset, and whether the application's library accepts
/// them.
@Suite struct JSONRefusals {
  @Test(
    "a text outside the grammar is refused at its offset under both rules",
    arguments: [
      ("", .unexpectedEnd, 0), (" \n", .unexpectedEnd, 2), ("{", .unexpectedEnd, 1),
      ("[", .unexpectedEnd, 1), ("{\"a\"", .unexpectedEnd, 4), ("{\"a\":", .unexpectedEnd, 5),
      ("{\"a\":1", .unexpectedEnd, 6), ("[1,", .unexpectedEnd, 3), ("\"a", .unexpectedEnd, 2),
      ("\"\\", .unexpectedEnd, 2), ("\"\\u12", .unexpectedEnd, 5), ("-", .unexpectedEnd, 1),
      ("{}x", .trailingBytes, 2), ("1 2", .trailingBytes, 2), ("{a:1}", .keyExpected, 1),
      ("{'a':1}", .keyExpected, 1), ("{,}", .keyExpected, 1), ("{\"a\":1,}", .keyExpected, 7),
      ("{1:2}", .keyExpected, 1), ("{\"a\" 1}", .colonExpected, 5), ("[,]", .valueExpected, 1),
      ("[1,]", .valueExpected, 3), ("[1 2]", .commaExpected, 3), ("[1}", .commaExpected, 2),
      ("{\"a\":1 \"b\":2}", .commaExpected, 7), ("{\"a\":1]", .commaExpected, 6),
      ("{\"a\":}", .valueExpected, 5), ("]", .valueExpected, 0), ("//c\n1", .valueExpected, 0),
      ("[1/*c*/]", .commaExpected, 2), ("\u{FEFF}{}", .valueExpected, 0), ("+1", .valueExpected, 0),
      (".5", .valueExpected, 0), ("5.", .invalidNumber, 0), ("[1e]", .invalidNumber, 1),
      ("[1e+]", .invalidNumber, 1), ("01", .trailingBytes, 1), ("[-01]", .commaExpected, 3),
      ("[-x]", .invalidNumber, 1), ("0x10", .trailingBytes, 1), ("nul", .invalidLiteral, 0),
      ("True", .valueExpected, 0), ("tru", .invalidLiteral, 0), ("fals\u{E9}", .invalidLiteral, 0),
      ("nan", .invalidLiteral, 0), ("\"\u{1}\"", .controlCharacter, 1),
      ("\"a\tb\"", .controlCharacter, 2), ("\"a\0b\"", .controlCharacter, 2),
      ("\"\\x41\"", .invalidEscape, 1), ("\"\\u12G4\"", .invalidEscape, 1),
      ("\"\\ud800\"", .loneSurrogate, 1), ("\"\\udc00\"", .loneSurrogate, 1),
      ("\"a\\ud800\\u0041\"", .loneSurrogate, 2), ("\"\\ud800x\"", .loneSurrogate, 1),
      ("\"\\uD800\\uDBFF\"", .loneSurrogate, 1), ("[\u{B}1]", .valueExpected, 1),
      ("1e309", .numberTooLarge, 0), ("[-1.8e308]", .numberTooLarge, 1),
    ] as [(String, JSONError.Code, Int)])
  func refused(_ text: String, _ code: JSONError.Code, _ offset: Int) {
    for rules in [JSONRules.standard, .slicer] {
      let error = refusal(text, rules)
      #expect(error?.code == code, "\(rules)")
      #expect(error?.position.offset == offset)
    }
  }

  @Test(
    "a text allowed by one rule is refused without it",
    arguments: [
      ("NaN", .valueExpected, 0), ("[-Infinity]", .invalidNumber, 1), ("[Inf]", .valueExpected, 1),
      ("{}\0junk", .trailingBytes, 2),
    ] as [(String, JSONError.Code, Int)])
  func onlyStandard(_ text: String, _ code: JSONError.Code, _ offset: Int) {
    let error = refusal(text, .standard)
    #expect(error?.code == code)
    #expect(error?.position.offset == offset)
    #expect(refusal(text, .slicer) == nil)
  }

  @Test(
    "bytes that are not UTF-8 are refused unless the rules allow them",
    arguments: [0xFF, 0xC3, 0x80])
  func invalidUTF8(_ byte: UInt8) {
    let bytes = Array("[\"a".utf8) + [byte] + Array("\"]".utf8)
    #expect(refusal(bytes, .standard)?.code == .invalidUTF8)
    #expect(refusal(bytes, .standard)?.position.offset == 3)
    #expect(refusal(bytes, .slicer) == nil)
  }

  @Test(
    "misspelled names of non-finite numbers are refused under all rules",
    arguments: ["Infinit", "Infi", "NAN", "-Na", "Nan", "inf"])
  func almostNumbers(_ text: String) {
    #expect(refusal(text, .slicer) != nil)
    #expect(refusal(text, .standard) != nil)
  }

  @Test("a refusal has line and column") func lineAndColumn() {
    #expect(
      refusal("{\n \"a\": [1,\r\n  x]}", .standard)?.position
        == SourcePosition(offset: 15, line: 3, column: 3))
  }

  @Test("every call after a refusal throws the same error") func sticky() {
    var reader = JSONEventReader(Array("[x".utf8))
    #expect(throws: Never.self) { _ = try reader.next() }
    for _ in 0..<2 {
      #expect(throws: JSONError(.valueExpected, at: SourcePosition(offset: 1, line: 1, column: 2)))
      {
        _ = try reader.next()
      }
    }
  }

  @Test(
    "a text over a limit is refused at the first byte past it",
    arguments: [
      ("[[[1]]]", JSONLimits(maximumDepth: 2), .depthLimit, 2),
      ("[\"abc\"]", JSONLimits(maximumStringBytes: 2), .stringLimit, 1),
      ("[1,2,3]", JSONLimits(maximumEvents: 3), .eventLimit, 4),
      ("[1]  ", JSONLimits(maximumBytes: 4), .sizeLimit, 4),
    ] as [(String, JSONLimits, JSONError.Code, Int)])
  func limits(_ text: String, _ limits: JSONLimits, _ code: JSONError.Code, _ offset: Int) {
    let error = refusal(text, .standard, limits)
    #expect(error?.code == code)
    #expect(error?.position.offset == offset)
  }

  @Test("a million nested arrays are refused at the default limit and read under a higher one")
  func deep() {
    let open = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(refusal(open, .slicer)?.code == .depthLimit)
    let closed = open + [UInt8](repeating: UInt8(ascii: "]"), count: 1_000_000)
    #expect(refusal(closed, .slicer, JSONLimits(maximumDepth: 1_000_000)) == nil)
  }
}

func refusal(
  _ text: String, _ rules: JSONRules, _ limits: JSONLimits = .default
) -> JSONError? {
  refusal(Array(text.utf8), rules, limits)
}

func refusal(
  _ bytes: [UInt8], _ rules: JSONRules, _ limits: JSONLimits = .default
) -> JSONError? {
  do throws(JSONError) {
    _ = try JSONDocument(reading: bytes.span, rules: rules, limits: limits)
    return nil
  } catch {
    return error
  }
}
