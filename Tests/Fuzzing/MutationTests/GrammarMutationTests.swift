import Testing
import XMLReading

@testable import Mutation

/// Results that the mutations of the grammar of XML are meant for, each within 2,000 attempts.
@Suite struct GrammarMutationTests {
  private static let document = Array(
    "<!DOCTYPE a []><a b='c'>text<d e='f' g='h'>more</d><d/></a>".utf8)

  private func makes(_ name: String, _ isWanted: ([UInt8]) -> Bool) throws -> Bool {
    let mutation = try #require(SceneMutation.grammar.first { $0.name == name })
    let mutator = SceneMutator(limit: 1 << 14)
    return (0..<2_000 as Range<UInt64>).contains { seed in
      mutator.apply(mutation, to: Self.document, seed: seed).map(isWanted) ?? false
    }
  }

  private func refusal(_ bytes: [UInt8]) -> XMLError.Code? {
    do throws(XMLError) {
      _ = try XMLDocument(reading: bytes.span)
      return nil
    } catch {
      return error.code
    }
  }

  @Test("names get characters next to the edges of their class, valid and invalid")
  func names() throws {
    #expect(try makes("name-character") { holds($0, "\u{37F}") && refusal($0) == nil })
    #expect(try makes("name-character") { holds($0, "\u{37E}") && refusal($0) != nil })
  }

  @Test("valid and invalid characters are inserted, literally and as references")
  func characters() throws {
    #expect(try makes("character") { holds($0, "\u{FFFE}") && refusal($0) == .illegalCharacter })
    #expect(try makes("character") { holds($0, "\u{10FFFF}") && refusal($0) == nil })
    #expect(
      try makes("number-of-character") {
        holds($0, "&#xFFFE;") && refusal($0) == .illegalCharacterReference
      })
    #expect(try makes("number-of-character") { holds($0, "&#1114111;") && refusal($0) == nil })
  }

  @Test("line ends of every kind are inserted into values, text, instructions and entities")
  func lineEnds() throws {
    for place in ["a\r\nb", "<?p a\r\nb", "<![CDATA[a\r", "<!ENTITY l 'a\r\nb'"] {
      #expect(try makes("line-end") { holds($0, place) && refusal($0) == nil }, "\(place)")
    }
  }

  @Test("an attribute is duplicated, and a section end is inserted into text")
  func refused() throws {
    #expect(try makes("attribute-twice") { refusal($0) == .duplicateAttribute })
    #expect(try makes("section-end") { refusal($0) == .sectionEndInText })
  }

  @Test("an entity gets complete and partial content")
  func entities() throws {
    #expect(try makes("content-into-entity") { holds($0, "&k;") && refusal($0) == nil })
    #expect(try makes("content-into-entity") { refusal($0) == .entityNotNested })
  }

  @Test("identifiers of declarations get valid and invalid characters")
  func identifiers() throws {
    let mutation = "identifier-in-declaration"
    #expect(try makes(mutation) { holds($0, "PUBLIC \"a&b\"") && refusal($0) != nil })
    #expect(try makes(mutation) { holds($0, "PUBLIC \"a;b\"") && refusal($0) == nil })
  }

  private func holds(_ bytes: [UInt8], _ text: String) -> Bool {
    bytes.firstRange(of: Array(text.utf8)) != nil
  }
}
