import ByteReading
import StableNumbers
import Testing
import XMLReading

@testable import OracleTargets

@Suite struct ConstraintTests {
  static let refusals =
    Refusal.documentStructure + Refusal.tags + Refusal.doctype + Refusal.declarations
    + Refusal.entities
  static let acceptances = Acceptance.content + Acceptance.entities + Acceptance.attributeLists
  static let documents =
    refusals.map(\.bytes) + acceptances.map { Array($0.text.utf8) }
    + DifferentialSeeds.documents.map { Array($0.utf8) }

  @Test(
    "a document that breaks a constraint is refused with its code at its position",
    arguments: refusals)
  func refuses(refusal: Refusal) {
    let error = readWhole(refusal.bytes).error
    #expect(error?.code == refusal.code)
    #expect(error?.position == SourcePosition(of: refusal.offset, in: refusal.bytes.span))
  }

  @Test("a well-formed document gives its events", arguments: acceptances)
  func accepts(acceptance: Acceptance) {
    let outcome = readWhole(Array(acceptance.text.utf8))
    #expect(outcome.error == nil)
    #expect(outcome.lines == acceptance.lines)
  }

  @Test("pieces of any size give the events and error of the whole", arguments: [1, 2, 3, 5, 7])
  func splits(size: Int) {
    for document in Self.documents {
      let whole = readWhole(document)
      let all = readPieces(document, size: nil)
      let pieces = readPieces(document, size: size)
      #expect(pieces == all)
      #expect(pieces.error == whole.error)
      if whole.error == nil { #expect(pieces == whole) }
    }
  }

  @Test("libxml2 gives the same verdict and events", arguments: documents)
  func agrees(document: [UInt8]) {
    #expect(XMLComparison.difference(document) == nil)
  }

  @Test("randomly changed documents differ from libxml2 only as the table lists")
  func differential() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<2_000 {
      let document = random.document()
      #expect(XMLComparison.difference(document) == nil)
      #expect(readPieces(document, size: 3).error == readWhole(document).error)
    }
  }

  @Test("a written document reads back with the same events")
  func writes() throws {
    for acceptance in Self.acceptances {
      let bytes = Array(acceptance.text.utf8)
      let document = try XMLDocument(reading: bytes.span)
      let again = try XMLDocument(reading: XMLWriter.bytes(of: document).span)
      #expect(document.pyxLines() == again.pyxLines())
    }
  }

  @Test("a CR inside a processing instruction is written by an entity")
  func writesCarriageReturn() throws {
    let text =
      "<!DOCTYPE a [<?x?><!ENTITY % p '<?q 1&#13;2\"&#37;&#38;?>'>%p;<!ENTITY e '<?r 3&#13;4?>'>]>"
      + "<?y?><a>t&e;</a><?z?>"
    let document = try XMLDocument(reading: Array(text.utf8).span)
    #expect(
      document.pyxLines() == ["?x ", "?q 1\r2\"%&", "?y ", "(a", "-t", "?r 3\r4", ")a", "?z "])
    let again = try XMLDocument(reading: XMLWriter.bytes(of: document).span)
    #expect(again.pyxLines() == document.pyxLines())
  }

  @Test("every code has its own message")
  func messages() {
    let messages = Set(XMLError.Code.allCases.map(\.sentence))
    #expect(messages.count == XMLError.Code.allCases.count)
  }

  @Test("an error is at most 32 bytes")
  func errorSize() { #expect(MemoryLayout<XMLError>.size <= 32) }
}
