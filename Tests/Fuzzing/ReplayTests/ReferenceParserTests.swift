import SceneModel
import SlicerURL
import Testing
import XMLReading
import ZipReading

@testable import FuzzTargets

/// Reference parsers accept the reader's result, and detect a difference.
@Suite struct ReferenceParserTests {
  static let links = [
    "slicer://viewer/?a=b", "slicer://VIEWER/?a=b", "slicer://u@viewer/?a=b",
    "slicer://viewer:8/?a=b",
    "slicer://viewer/p?a=b", "slicer://viewer/?a=c", "slicer://viewer/?c=b", "slicer://viewer/",
    "slicer://viewer/?a=b#", "slicer://viewer/?a=b&", "slicer:viewer/?a=b",
    "slicer://viewe%72/?a=%2562",
    "slicer://a@b@c:1/?%61=b", "slicer://[::1]:2/",
  ]

  @Test(
    "a link matches the reference parts of its own text, and of no other link", arguments: links)
  func linksHaveTheirParts(text: String) throws {
    let bytes = Array(text.utf8)
    guard let link = try? SlicerURL(reading: bytes.span) else { return }
    for other in Self.links {
      let property = broken { () throws(PropertyViolation) in
        try ReferenceLinkParser.check(link, Array(other.utf8))
      }
      let isEqual = (try? SlicerURL(reading: Array(other.utf8).span)) == link
      #expect((property == nil) == isEqual, "\(other)")
    }
  }

  @Test("numbers, attributes and escapes have their reference values")
  func values() {
    func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }
    #expect(ReferenceValueParser.streamInteger(bytes(" -7 8"))?.value == -7)
    let beyond = ReferenceValueParser.streamInteger(bytes("99999999999999999999"))
    #expect(beyond?.value == .max && beyond?.fails == true)
    #expect(ReferenceValueParser.streamInteger(bytes("7x")) == nil)
    #expect(ReferenceValueParser.streamReal(bytes("0.12345678901234 1")) == 0.12345678901234)
    #expect(ReferenceValueParser.streamReal(bytes("0x1p3")) == nil)
    #expect(ReferenceValueParser.prefixedInteger(bytes("0xFf")) == 255)
    #expect(ReferenceValueParser.prefixedInteger(bytes("0b102")) == nil)
    #expect(
      ReferenceValueParser.customAttributes(bytes("a:1;b;a:%3B%2541;:x;"))
        == [[0x61]: Array(";%41".utf8), [0x62]: [0x62]])
    #expect(ReferenceValueParser.decoded(bytes("%3A%zz%2"), ":") == Array(":%zz%2".utf8))
  }

  @Test("an archive matches its bytes, and not bytes with a changed field")
  func archives() throws {
    var writer = ZipWriter()
    writer.add(name: "member", contents: Array("text".utf8))
    writer.add(name: "other", contents: Array("more".utf8))
    let bytes = writer.finish()
    let archive = try ZipArchive(reading: bytes.span)
    #expect(
      broken { () throws(PropertyViolation) in
        try ReferenceDirectoryParser.check(archive, bytes.span)
      } == nil)
    #expect(
      broken { () throws(PropertyViolation) in try ReferenceLocalParser.check(archive, bytes.span) }
        == nil)
    let start = archive.directory.lowerBound
    for offset in [8, 10, 16, 20, 24, 28, 42, 46, 51] {
      var changed = bytes
      changed[start + offset] ^= 1
      #expect(
        broken { () throws(PropertyViolation) in
          try ReferenceDirectoryParser.check(archive, changed.span)
        }
          == "directory-matches-reference", "\(offset)")
    }
    for offset in [6, 7, 8, 14, 18, 22, 26, 30, 35] {
      var changed = bytes
      changed[offset] ^= 8
      #expect(
        broken { () throws(PropertyViolation) in
          try ReferenceLocalParser.check(archive, changed.span)
        }
          == "readings-agree", "\(offset)")
    }
  }

  @Test("a missing or surplus hazard of a name is detected")
  func paths() {
    func property(_ name: String, _ found: [ZipHazard.Code]) -> String? {
      broken { () throws(PropertyViolation) in try ReferencePathRules.check(name, found) }
    }
    for name in ["a/b", "../a", "a\\..\\b", "/a", "", "a\u{0}b", "..a/b.."] {
      #expect(property(name, MemberPath(name).hazards) == nil)
    }
    #expect(property("a\\..\\b", [.backslash]) == "hazards-match-reference")
    #expect(property("..a", [.parentComponent]) == "hazards-match-reference")
    #expect(property("/a", []) == "hazards-match-reference")
  }

  @Test("a chosen scene that is not in the fewest folders is detected")
  func scenes() throws {
    var writer = ZipWriter()
    for name in ["a/b/deep.mrml", "a/scene.mrml", "../high.mrml"] {
      writer.add(name: name, contents: [])
    }
    let archive = try ZipArchive(reading: writer.finish().span)
    #expect(
      broken { () throws(PropertyViolation) in try ReferencePathRules.check(chosen: 1, of: archive)
      } == nil)
    #expect(
      broken { () throws(PropertyViolation) in try ReferencePathRules.check(chosen: 0, of: archive)
      }
        == "scene-matches-reference")
  }

  @Test("a stolen identifier and a duplicate generated name are detected")
  func naming() {
    let (a, b, x) = (Array("a".utf8)[...], Array("b".utf8)[...], Array("x".utf8)[...])
    typealias Named = NamingProperties.Named
    let stolen = [Named(id: a, name: x), Named(writtenID: a, writtenName: b, id: b, name: b)]
    #expect(
      broken { () throws(PropertyViolation) in try NamingProperties.identifiersStay(stolen) }
        == "identifiers-stay")
    var rightful = stolen
    rightful[0].writtenID = a
    #expect(
      broken { () throws(PropertyViolation) in try NamingProperties.identifiersStay(rightful) }
        == nil)
    let doubled = [Named(writtenName: x, id: a, name: x), Named(id: b, name: x)]
    #expect(
      broken { () throws(PropertyViolation) in try NamingProperties.namesGivenAreNew(doubled) }
        == "names-given-are-new")
    #expect(
      broken { () throws(PropertyViolation) in
        try NamingProperties.namesGivenAreNew(doubled.reversed())
      } == nil)
  }

  @Test("a document matches the events of its own bytes, and of no others")
  func accessors() throws {
    let texts = [
      "<a b='c'>t<?p d?></a>", "<a b='d'>t<?p d?></a>", "<a b='c'>u<?p d?></a>",
      "<a b='c'>t<?p e?></a>", "<z b='c'>t<?p d?></z>", " <a b='c'>t<?p d?></a>",
      "<a xmlns='n' b='c'/>",
    ]
    for text in texts {
      let document = try XMLDocument(reading: Array(text.utf8).span)
      for other in texts {
        let bytes = Array(other.utf8)
        let property = broken { () throws(PropertyViolation) in
          try AccessorProperties.check(document, bytes.span, XMLProperties.limits)
        }
        #expect((property == nil) == (text == other), "\(text) \(other)")
      }
    }
  }

  @Test("a kind with a number of components requires an axis of that size")
  func kinds() {
    func property(_ text: String, _ sizes: [UInt64]) -> String? {
      broken { () throws(PropertyViolation) in
        try NRRDProperties.kinds(Array(text.utf8), fit: sizes)
      }
    }
    #expect(property("3-color domain complex 2D-matrix", [3, 9, 2, 5]) == nil)
    #expect(property("domain 3-color", [3, 4]) == "kinds-fit-sizes")
    #expect(property("complex", [3]) == "kinds-fit-sizes")
  }

  @Test("strings are escaped by code units of UTF-16")
  func escaped() {
    #expect(
      JSONProperties.escaped([Array("\u{1F600}a".utf8), Array("\u{E9}".utf8)])
        == Array(#"["\uD83D\uDE00\u0061","\u00e9"]"#.utf8))
  }
}
