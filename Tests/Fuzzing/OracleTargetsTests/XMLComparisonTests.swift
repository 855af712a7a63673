import Testing
import XMLReading

@testable import OracleTargets

@Suite struct XMLComparisonTests {
  static let documents = [
    #"<!DOCTYPE a[<!ATTLIST a xmlns CDATA "t">]><a v=""><a/></a>"#,
    #"<!DOCTYPE a[<!ATTLIST a xmlns:p CDATA "t">]><a><b><a/></b></a>"#,
    // Together with a line end that libxml2 normalizes.
    ##"<!DOCTYPE a[<!ENTITY e "x&#13;&#10;"><!ATTLIST a xmlns:p CDATA "t">]><a>&e;<a/></a>"##,
  ]

  @Test("a defaulted declaration is an attribute of each element", arguments: documents)
  func defaulted(text: String) {
    let document = Array(text.utf8)
    let ours = XMLOutcome(reading: document, limits: XMLComparison.limits)
    #expect(ours.lines.count { $0.hasPrefix("Axmlns") } == 2)
    #expect(XMLComparison.difference(document) == nil)
  }

  @Test("only a declaration that is in scope already may be missing")
  func missing() {
    let nested = ["(a", "Axmlns t", "(a", "Axmlns t", "-x\r\\n", ")a", ")a"]
    func agree(without places: Int..., changing change: [Int: String] = [:]) -> Bool {
      let changed = nested.indices.map { change[$0] ?? nested[$0] }
      return NamespacesInScope.agree(
        changed, changed.indices.filter { !places.contains($0) }.map { changed[$0] })
    }
    #expect(agree())
    #expect(agree(without: 3))
    #expect(!agree(without: 1))
    #expect(!agree(without: 4))
    #expect(!agree(without: 2, 5))
    #expect(!agree(without: 6))
    // Another namespace, another prefix, and a declaration of a sibling.
    #expect(!agree(without: 3, changing: [3: "Axmlns u"]))
    #expect(!agree(without: 3, changing: [3: "Axmlns:p t"]))
    #expect(
      !NamespacesInScope.agree(
        ["(a", "(b", "Axmlns t", ")b", "(b", "Axmlns t", ")b", ")a"],
        ["(a", "(b", "Axmlns t", ")b", "(b", ")b", ")a"]))
    // An attribute that only begins like a declaration, and events that only libxml2 has.
    #expect(!agree(without: 3, changing: [1: "Axmlnsp t", 3: "Axmlnsp t"]))
    #expect(!NamespacesInScope.agree(["(a", ")a"], ["(a", "Axmlns t", ")a"]))
  }

  @Test("what libxml2 drops after a fragment in a system identifier is no difference")
  func fragment() {
    let text = ##"<!DOCTYPE a [<!ENTITY i SYSTEM "a#b"><!ENTITY e "1">]><a>&e;</a>"##
    #expect(XMLOutcome(reading: Array(text.utf8), limits: XMLComparison.limits).error == nil)
    #expect(XMLComparison.difference(Array(text.utf8)) == nil)
  }

  @Test("letters of UTF-16 are its units, also where a byte is missing")
  func units() {
    func letters(_ text: String, isBig: Bool, without place: Int? = nil) -> String {
      var bytes: [UInt8] = []
      for unit in ("\u{FEFF}" + text).utf16 {
        bytes +=
          isBig ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      }
      if let place { bytes.remove(at: place) }
      return KnownXMLDifference.letters(of: bytes)
    }
    for isBig in [false, true] {
      #expect(letters("<!DOCTYPE a\u{120}\0", isBig: isBig) == "¤<!DOCTYPE a¤␀")
    }
    // The byte behind the keyword is missing, so the blank is half of another character.
    #expect(letters("<!DOCTYPE a><a/>", isBig: false, without: 21).hasPrefix("¤<!DOCTYPE¤"))
  }

  @Test("a name that only Namespaces in XML forbids is accepted")
  func name() {
    let document = Array(#"<!DOCTYPE a[<!ATTLIST a xml:0 CDATA "">]><a/>"#.utf8)
    let ours = XMLOutcome(reading: document, limits: XMLComparison.limits)
    #expect(ours.lines == ["(a", "Axml:0 ", ")a"])
    #expect(XMLComparison.difference(document) == nil)
  }

  @Test("an attribute twice is refused, also behind one of the same namespace")
  func duplicate() {
    let document = Array(#"<a xmlns:p="u" xmlns:r="u" p:x="" r:x="" r:x="v"/>"#.utf8)
    let ours = XMLOutcome(reading: document, limits: XMLComparison.limits)
    #expect(ours.error?.code == .duplicateAttribute)
    #expect(XMLComparison.difference(document) == nil)
  }

  @Test("libxml2 does not read a recursion behind a product of references")
  func recursion() {
    let chain = (0..<40).map { "<!ENTITY c\($0) '&c\($0 + 1);&c\($0 + 1);&c\($0 + 1);'>" }
    let text = "<!DOCTYPE a [\(chain.joined())<!ENTITY c40 '&c30;'>]><a v='&c0;'/>"
    let ours = XMLOutcome(reading: Array(text.utf8), limits: XMLComparison.limits)
    #expect(ours.error?.code == .recursiveEntity)
    #expect(XMLComparison.difference(Array(text.utf8)) == nil)
  }

  @Test("the prefix xml is always in scope")
  func prefixXML() {
    let name = "Axmlns:xml http://www.w3.org/XML/1998/namespace"
    #expect(NamespacesInScope.agree(["(a", name, ")a"], ["(a", ")a"]))
  }
}
