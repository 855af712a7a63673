import ByteReading
import LibXML2Oracle
import Testing
import XMLReading

@Suite struct NamespaceTests {
  static let rules: XMLRules = {
    var rules = XMLRules.standard
    rules.namespaces = true
    return rules
  }()

  /// Names in declarations and references, which libxml2 2.9 does not check.
  static let declarations: [Refusal] = [
    Refusal(.malformedQualifiedName, "<!DOCTYPE a [<!ENTITY ‸b:c 'd'>]><a/>"),
    Refusal(.malformedQualifiedName, "<!DOCTYPE a [<!ENTITY % ‸b:c 'd'>]><a/>"),
    Refusal(.malformedQualifiedName, "<!DOCTYPE a [<!NOTATION ‸b:c SYSTEM 's'>]><a/>"),
    Refusal(.malformedQualifiedName, "<!DOCTYPE ‸a:b:c><a/>"),
    Refusal(.malformedQualifiedName, "<!DOCTYPE a [<!ELEMENT a (b,‸c:d:e)>]><a/>"),
    Refusal(.malformedQualifiedName, "<!DOCTYPE a [<!ATTLIST a ‸b:c:d CDATA #IMPLIED>]><a/>"),
    Refusal(.malformedQualifiedName, "<!DOCTYPE a SYSTEM 's'><a>&‸b:c;</a>"),
  ]

  static let refusals: [Refusal] = [
    // QName and NCName: at most one colon, with a part before it and one after it that begins a
    // name.
    Refusal(.malformedQualifiedName, "‸<a:b:c xmlns:a='u'/>"),
    Refusal(.malformedQualifiedName, "‸<:a/>"),
    Refusal(.malformedQualifiedName, "‸<a:/>"),
    Refusal(.malformedQualifiedName, "‸<a:1 xmlns:a='u'/>"),
    Refusal(.malformedQualifiedName, "<a ‸b:c:d='' xmlns:b='u'/>"),
    Refusal(.malformedQualifiedName, "<a ‸xmlns:=''/>"),
    Refusal(.malformedQualifiedName, "<?‸a:b c?><a/>"),
    // Prefix Declared
    Refusal(.undeclaredPrefix, "‸<p:a/>"),
    Refusal(.undeclaredPrefix, "<a ‸p:b=''/>"),
    Refusal(.undeclaredPrefix, "<a><p:b xmlns:p='u'/>‸<p:c/></a>"),
    Refusal(.undeclaredPrefix, "<a><b xmlns:p='u'><c/></b><d ‸p:e=''/></a>"),
    // Reserved Prefixes and Namespace Names
    Refusal(.reservedPrefix, "‸<xmlns:a/>"),
    Refusal(.reservedPrefix, "<a ‸xmlns:xmlns='u'/>"),
    Refusal(.reservedPrefix, "<a ‸xmlns:xml='u'/>"),
    Refusal(.reservedNamespace, "<a ‸xmlns:x='http://www.w3.org/XML/1998/namespace'/>"),
    Refusal(.reservedNamespace, "<a ‸xmlns='http://www.w3.org/XML/1998/namespace'/>"),
    Refusal(.reservedNamespace, "<a ‸xmlns:x='http://www.w3.org/2000/xmlns/'/>"),
    Refusal(.reservedNamespace, "<a ‸xmlns='http://www.w3.org/2000/xmlns/'/>"),
    // No Prefix Undeclaring
    Refusal(.undeclaredNamespace, "<a xmlns:p='u'><b ‸xmlns:p=''/></a>"),
    // Attributes Unique
    Refusal(.duplicateExpandedName, "<a xmlns:p='u' xmlns:q='u' p:b='' ‸q:b=''/>"),
    Refusal(.duplicateExpandedName, "<a xmlns:p='u'><b xmlns:q='&#117;' q:c='' ‸p:c=''/></a>"),
    Refusal(.duplicateAttribute, "<a xmlns='u' ‸xmlns='u'/>"),
  ]

  @Test(
    "a document that breaks a constraint of Namespaces in XML is refused at its position",
    arguments: refusals + declarations)
  func refuses(refusal: Refusal) {
    let outcome = readWhole(refusal.bytes, rules: Self.rules)
    #expect(outcome.error?.code == refusal.code)
    #expect(outcome.error?.position.offset == refusal.offset)
    #expect(readPieces(refusal.bytes, size: 1, rules: Self.rules).error == outcome.error)
  }

  @Test("without the rule a colon is a name character", arguments: refusals + declarations)
  func off(refusal: Refusal) {
    if refusal.code == .duplicateAttribute { return }
    #expect(readWhole(refusal.bytes).error == nil)
  }

  @Test("libxml2 refuses the same documents", arguments: refusals)
  func agrees(refusal: Refusal) {
    let theirs = LibXML2.reading(of: refusal.bytes)
    #expect(theirs.verdict != .accepted || !theirs.isNamespaceWellFormed)
  }

  @Test(
    "the default namespace applies to elements only, the innermost declaration wins, and xml is bound"
  )
  func resolves() throws {
    let text = """
      <a xmlns='one' xmlns:p='two' b='1' p:c='2' xml:lang='en'><p:d/><e xmlns=''/>\
      <f xmlns:p='three' p:g=''/><h p:i=''/></a>
      """
    let document = try XMLDocument(reading: Array(text.utf8).span, rules: Self.rules)
    let elements = (0..<document.elementCount).map {
      "\(document.elementName($0)) \(document.elementNamespace($0) ?? "nil")"
    }
    #expect(elements == ["a one", "p:d two", "e ", "f one", "h one"])
    let attributes = (0..<document.attributeCount).map {
      "\(document.attributeName($0)) \(document.attributeNamespace($0) ?? "nil")"
    }
    let xmlns = "http://www.w3.org/2000/xmlns/"
    #expect(
      attributes == [
        "xmlns \(xmlns)", "xmlns:p \(xmlns)", "b ", "p:c two",
        "xml:lang http://www.w3.org/XML/1998/namespace", "xmlns \(xmlns)", "xmlns:p \(xmlns)",
        "p:g three", "p:i two",
      ])
    let plain = try XMLDocument(reading: Array(text.utf8).span)
    #expect(plain.elementNamespace(0) == nil)
    #expect(plain.attributeNamespace(0) == nil)
  }

  @Test("a defaulted declaration binds, and elements of an entity are resolved at its reference")
  func defaults() throws {
    let text =
      "<!DOCTYPE a [<!ATTLIST a xmlns:p CDATA 'u'><!ENTITY e '<p:b p:c=\"\"/>'>]><a>&e;</a>"
    let document = try XMLDocument(reading: Array(text.utf8).span, rules: Self.rules)
    #expect(document.elementNamespace(1) == "u")
    #expect(document.attributeNamespace(1) == "u")
  }

  @Test("pieces of any size resolve the names of the whole", arguments: [1, 3, 7])
  func splits(size: Int) throws {
    let bytes = Array("<a xmlns='one' xmlns:p='two'><p:d q='' p:r=''/><e/>t</a>".utf8)
    var reader = XMLEventReader(rules: Self.rules)
    var found: [String] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      try reader.feed(Array(bytes[start..<min(start + size, bytes.count)]).span)
      while let event = reader.next() {
        guard case .startElement(let e) = event else { continue }
        found.append(reader.elementNamespace(e) ?? "nil")
        found += reader.attributes(of: e).map { reader.attributeNamespace($0) ?? "nil" }
      }
    }
    let xmlns = "http://www.w3.org/2000/xmlns/"
    #expect(found == ["one", xmlns, xmlns, "two", "", "two", "one"])
  }

  @Test("many prefixes on many levels have linear cost")
  func deep() throws {
    let depth = 2_000
    let open = (0..<depth).map { "<p\($0):a xmlns:p\($0)='u\($0)' p\($0):b=''>" }.joined()
    let close = (0..<depth).reversed().map { "</p\($0):a>" }.joined()
    let document = try XMLDocument(reading: Array((open + close).utf8).span, rules: Self.rules)
    #expect(document.elementNamespace(depth - 1) == "u\(depth - 1)")
  }
}
