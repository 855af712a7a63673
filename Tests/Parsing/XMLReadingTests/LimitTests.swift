import ByteReading
import Testing
import XMLReading

@Suite struct LimitTests {
  /// A document and the limits under which it is refused; each name is the code.
  struct Case: Sendable, CustomStringConvertible {
    var code: XMLError.Code
    var text: String
    var offset: Int
    var limits: XMLLimits
    var description: String { "\(code)" }

    init(
      _ code: XMLError.Code, _ text: String, at offset: Int,
      _ change: (inout XMLLimits) -> Void
    ) {
      (self.code, self.text, self.offset) = (code, text, offset)
      limits = XMLLimits()
      change(&limits)
    }
  }

  static let laughs =
    "<!DOCTYPE a [<!ENTITY a '0123456789'>"
    + zip("bcdefghij", "abcdefghi").map { name, inner in
      "<!ENTITY \(name) '" + String(repeating: "&\(inner);", count: 10) + "'>"
    }.joined() + "]><a>&j;</a>"

  static let cases: [Case] = [
    Case(.inputLengthLimit, "<aaa/>", at: 5) { $0.inputLength = 5 },
    Case(.depthLimit, "<a><b><c/></b></a>", at: 6) { $0.depth = 2 },
    Case(.depthLimit, "<!DOCTYPE a [<!ELEMENT a (((b)))>]><a/>", at: 27) { $0.depth = 2 },
    Case(.attributeCountLimit, "<a b='' c='' d=''/>", at: 13) { $0.attributesPerElement = 2 },
    Case(
      .attributeCountLimit, "<!DOCTYPE a [<!ATTLIST a b CDATA '' c CDATA ''>]><a d=''/>", at: 56
    ) { $0.attributesPerElement = 2 },
    Case(.nameLengthLimit, "<aaaa/>", at: 1) { $0.nameLength = 3 },
    Case(.valueLengthLimit, "<a b='1234'/>", at: 3) { $0.valueLength = 3 },
    Case(.valueLengthLimit, "<a b='&lt;234'/>", at: 6) { $0.valueLength = 3 },
    Case(.valueLengthLimit, "<a>1<!-- -->234</a>", at: 3) { $0.valueLength = 3 },
    Case(.eventLimit, "<a>t<b/></a>", at: 8) { $0.events = 4 },
    Case(
      .entityDepthLimit, "<!DOCTYPE a [<!ENTITY e '&f;'><!ENTITY f 'x'>]><a>&e;</a>", at: 50
    ) { $0.entityDepth = 1 },
    Case(.expansionLimit, laughs, at: laughs.utf8.count - 7) { $0.expansion = 1_000 },
    Case(.expansionRatioLimit, laughs, at: laughs.utf8.count - 7) { _ in },
  ]

  @Test(
    "a document over a limit is refused with its code, and read just below it", arguments: cases)
  func refuses(example: Case) {
    let bytes = Array(example.text.utf8)
    let outcome = readWhole(bytes, limits: example.limits)
    #expect(outcome.error?.code == example.code)
    #expect(outcome.error?.position.offset == example.offset)
    #expect(readPieces(bytes, size: 1, limits: example.limits).error == outcome.error)
    if example.text != Self.laughs { #expect(readWhole(bytes).error == nil) }
  }

  @Test(
    "a name over the limit is refused for its length before a later fault, whole or in pieces",
    arguments: [1, 3, 20])
  func nameBeforeFault(size: Int) {
    var limits = XMLLimits()
    limits.nameLength = 3
    let bytes = Array("<aaaa".utf8) + [0xFF, 0x2F, 0x3E]
    let whole = readWhole(bytes, limits: limits).error
    #expect(whole?.code == .nameLengthLimit)
    #expect(whole?.position.offset == 1)
    #expect(readPieces(bytes, size: size, limits: limits).error == whole)
  }

  @Test("2,000,000 nested elements do not recurse")
  func deep() throws {
    let count = 2_000_000
    var limits = XMLLimits()
    limits.depth = count
    let text = String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    let bytes = Array(text.utf8)
    let document = try XMLDocument(reading: bytes.span, limits: limits)
    #expect(document.eventCount == 2 * count)
    #expect(readWhole(bytes).error?.code == .depthLimit)
  }

  @Test("100,000 attributes are read, and a duplicate is refused at its position")
  func manyAttributes() throws {
    let attributes = (0..<100_000).map { " a\($0)=''" }.joined()
    let document = try XMLDocument(reading: Array("<e\(attributes)/>".utf8).span)
    #expect(document.attributes(of: 0).count == 100_000)
    #expect(document.attributeName(99_999) == "a99999")
    let error = readWhole(Array("<e\(attributes) a5=''/>".utf8)).error
    #expect(error?.code == .duplicateAttribute)
    #expect(error?.position.offset == attributes.utf8.count + 3)
  }

  @Test("references that each expand to a long text exceed the ratio")
  func quadraticBlowup() {
    let text =
      "<!DOCTYPE a [<!ENTITY e '" + String(repeating: "x", count: 100_000) + "'>]><a>"
      + String(repeating: "&e;", count: 100_000) + "</a>"
    #expect(readWhole(Array(text.utf8)).error?.code == .expansionRatioLimit)
  }

  @Test("multiplied defaults count as expansion")
  func defaultsMultiply() {
    let definitions = (0..<1_000).map { " a\($0) CDATA 'v'" }.joined()
    let text =
      "<!DOCTYPE a [<!ATTLIST b\(definitions)>]><a>" + String(repeating: "<b/>", count: 20_000)
      + "</a>"
    #expect(readWhole(Array(text.utf8)).error?.code == .expansionRatioLimit)
  }
}
