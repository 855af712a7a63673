import ByteReading
import Testing
import XMLReading

@Suite struct RulesTests {
  /// A document with its result under each preset: the code of the refusal, or nil.
  struct Case: Sendable {
    var text: String
    var standard: XMLError.Code?
    var slicer: XMLError.Code?
  }

  static let cases: [Case] = [
    Case(text: "<\u{2C00}/>", standard: nil, slicer: .malformedName),
    Case(text: "<a\u{10000}/>", standard: nil, slicer: .missingWhitespace),
    Case(text: "<\u{E9}\u{300}/>", standard: nil, slicer: nil),
    Case(text: "<\u{300}/>", standard: .malformedName, slicer: .malformedName),
    Case(text: "<?xml version='2.0'?><a/>", standard: .unsupportedVersion, slicer: nil),
    Case(text: "<?xml version='1.1'?><a/>", standard: nil, slicer: nil),
    Case(text: "<?xml version=''?><a/>", standard: .unsupportedVersion, slicer: nil),
    Case(
      text: "<?xml version=':'?><a/>", standard: .malformedXMLDeclaration,
      slicer: .malformedXMLDeclaration),
    Case(
      text: "<!DOCTYPE a [%p;<!ENTITY e '&'><!ATTLIST a b CDATA '<'>]><a/>",
      standard: .malformedReference, slicer: nil),
  ]

  @Test("presets differ only in their rules", arguments: cases)
  func presets(example: Case) {
    let bytes = Array(example.text.utf8)
    #expect(readWhole(bytes, rules: .standard).error?.code == example.standard)
    #expect(readWhole(bytes, rules: .slicer).error?.code == example.slicer)
  }

  @Test("without reading parameter entities, declarations after one do not count")
  func parameterEntities() {
    let text = "<!DOCTYPE a [<!ENTITY % p \"<!ENTITY e 'v'>\">%p;<!ENTITY f 'w'>]><a>&e;&f;</a>"
    #expect(readWhole(Array(text.utf8)).lines == ["(a", "-vw", ")a"])
    #expect(readWhole(Array(text.utf8), rules: .slicer).lines == ["(a", ")a"])
  }

  @Test("a skipped part is noted once, with its position")
  func notes() throws {
    let text = "<!DOCTYPE a SYSTEM 's' [<!ENTITY x SYSTEM 't'>%p;]>\n<a b='&u;'>&x;</a>"
    let notes = try XMLDocument(reading: Array(text.utf8).span).notes
    #expect(
      notes.map(\.kind) == [
        .externalSubsetSkipped, .undeclaredParameterEntitySkipped, .undeclaredEntitySkipped,
        .externalEntitySkipped,
      ])
    #expect(notes.map(\.position.offset) == [12, 46, 58, 63])
    #expect(notes.last?.position.line == 2)
    #expect(readPieces(Array(text.utf8), size: 1).notes == notes.map(\.kind))
  }

  @Test("defaulted attributes are distinguished from written ones")
  func defaulted() throws {
    let text = "<!DOCTYPE a [<!ATTLIST a b CDATA 'x' c CDATA 'y'>]><a c='z'/>"
    let document = try XMLDocument(reading: Array(text.utf8).span)
    #expect(document.attributes(of: 0).map { document.isDefaulted($0) } == [false, true])
    #expect(document.attributes(of: 0).map { document.attributeOffset($0) } == [54, 25])
  }
}
