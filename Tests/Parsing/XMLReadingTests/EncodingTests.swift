import ByteReading
import Testing
import XMLReading

@Suite struct EncodingTests {
  static let body = "<a é='ü'>\r\n日本 𝒳</a>"

  static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
      return isLittle ? [low, high] : [high, low]
    }
  }

  static let documents: [[UInt8]] =
    [true, false].flatMap { isLittle in
      ["", "\u{FEFF}"].flatMap { mark in
        ["", "<?xml version='1.0' encoding='UTF-16'?>"].map { declaration in
          utf16(mark + declaration + body, isLittle: isLittle)
        }
      }
    } + [Array(body.utf8), Array(("\u{FEFF}" + body).utf8)]

  @Test(
    "UTF-8 and UTF-16 in both orders, with and without a mark, give the same events",
    arguments: documents)
  func reads(document: [UInt8]) {
    let expected = ["(a", "Aé ü", "-\\n日本 𝒳", ")a"]
    #expect(readWhole(document).lines == expected)
    for size in [1, 2, 3, 7] { #expect(readPieces(document, size: size).lines == expected) }
  }

  @Test("ISO-8859-1 and US-ASCII are read as declared")
  func declared() {
    let latin = Array("<?xml version='1.0' encoding='iso-8859-1'?><a b='".utf8) + [0xE9, 0x27]
    #expect(readWhole(latin + Array("/>".utf8)).lines == ["(a", "Ab é", ")a"])
    let ascii = Array("<?xml version='1.0' encoding='US-ASCII'?><a>x".utf8)
    #expect(readWhole(ascii + Array("</a>".utf8)).lines == ["(a", "-x", ")a"])
  }

  @Test("an instruction whose target begins with xml declares no encoding")
  func longerTarget() {
    let bytes =
      Array("<?xmlish encoding='ISO-8859-1'?><a b='".utf8) + [0xC3, 0xA9] + Array("'/>".utf8)
    let expected = ["?xmlish encoding='ISO-8859-1'", "(a", "Ab é", ")a"]
    #expect(readWhole(bytes).lines == expected)
    for size in [1, 2, 5] { #expect(readPieces(bytes, size: size).lines == expected) }
  }

  @Test("a declared encoding after a byte order mark is refused, or applies if a rule allows it")
  func markAndDeclaration() {
    for name in ["ISO-8859-1", "US-ASCII"] {
      let text = "\u{FEFF}<?xml version='1.0' encoding='\(name)'?><a>x&</a>"
      let bytes = Array(text.utf8)
      #expect(readWhole(bytes).error?.code == .encodingMismatch)
      #expect(readWhole(bytes).error?.position.offset == 33)
      let error = readWhole(bytes, rules: .slicer).error
      #expect(error?.code == .malformedReference)
      #expect(error?.position.offset == bytes.count - 4)
      #expect(readPieces(bytes, size: 1, rules: .slicer).error == error)
    }
  }

  struct Fault: Sendable {
    var code: XMLError.Code
    var bytes: [UInt8]
    var position: SourcePosition
  }

  static let faults: [Fault] = [
    Fault(
      code: .malformedEncoding, bytes: Array("<a>\n\u{E9}".utf8) + [0xE9, 0x3C],
      position: SourcePosition(offset: 6, line: 2, column: 3)),
    Fault(
      code: .malformedEncoding, bytes: Array("<a b='x".utf8) + [0xC0, 0x80, 0x27],
      position: SourcePosition(offset: 7, line: 1, column: 8)),
    Fault(
      code: .malformedEncoding,
      bytes: Array("<?xml version='1.0' encoding='US-ASCII'?>\n<a>".utf8) + [0x80],
      position: SourcePosition(offset: 45, line: 2, column: 4)),
    Fault(
      code: .malformedEncoding, bytes: utf16("<a>\n", isLittle: true) + [0x00, 0xDC, 0x3C, 0x00],
      position: SourcePosition(offset: 8, line: 2, column: 1)),
    Fault(
      code: .malformedEncoding, bytes: utf16("<a/>", isLittle: false) + [0x00],
      position: SourcePosition(offset: 8, line: 1, column: 9)),
    Fault(
      code: .illegalCharacter, bytes: utf16("\u{FEFF}<a>é\u{1}", isLittle: true),
      position: SourcePosition(offset: 10, line: 1, column: 11)),
    Fault(
      code: .encodingMismatch,
      bytes: utf16("\u{FEFF}<?xml version='1.0' encoding='UTF-8'?><a/>", isLittle: true),
      position: SourcePosition(offset: 62, line: 1, column: 63)),
    Fault(
      code: .encodingMismatch,
      bytes: utf16("\u{FEFF}<?xml version='1.0' encoding='UTF-16LE'?><a/>", isLittle: false),
      position: SourcePosition(offset: 62, line: 1, column: 63)),
    Fault(
      code: .mismatchedEndTag,
      bytes: Array("<?xml version='1.0' encoding='ISO-8859-1'?>\r<a>".utf8) + [0xE9, 0x0A, 0xE9]
        + Array("</b>".utf8),
      position: SourcePosition(offset: 52, line: 3, column: 4)),
  ]

  @Test("errors have positions in the bytes as given", arguments: faults)
  func refuses(fault: Fault) {
    let error = XMLError(code: fault.code, position: fault.position)
    #expect(readWhole(fault.bytes).error == error)
    for size in [1, 2, 3, 7] { #expect(readPieces(fault.bytes, size: size).error == error) }
  }

  @Test("positions of elements and attributes are those of the bytes as given")
  func offsets() throws {
    let text = "<a>\n" + String(repeating: "é", count: 10_000) + "<b c = 'd'/></a>"
    for isLittle in [true, false] {
      let document = try XMLDocument(
        reading: Self.utf16("\u{FEFF}" + text, isLittle: isLittle).span)
      #expect(document.elementOffset(1) == 2 * 10_005)
      #expect(document.attributeOffset(0) == 2 * 10_008)
      #expect(
        document.elementPosition(1) == SourcePosition(offset: 20_010, line: 2, column: 20_001))
    }
  }
}
