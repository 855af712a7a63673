import JSONReading
import SceneModel
import Testing
import XMLReading
import ZipReading

@testable import FuzzTargets

/// Each property that the readers satisfy is checked against a value that violates it.
@Suite struct PropertyTests {
  static let plans: [(String?, [ExtractionPlan.Placement])] = [
    (nil, [.folder("a"), .file("a/b"), .folder("a"), .file("c/d/e"), .leftOut(.symbolicLink)]),
    ("extraction-stays-inside", [.file("../x")]),
    ("extraction-stays-inside", [.folder("a/..")]),
    ("extraction-stays-inside", [.file("/x")]),
    ("extraction-stays-inside", [.file("a\\..\\b")]),
    ("extraction-stays-inside", [.file("C:x")]),
    ("extraction-stays-inside", [.file("a\u{0}b")]),
    ("extraction-through-folders", [.file("a"), .file("A/b")]),
    ("extraction-through-folders", [.file("a"), .folder("a")]),
    ("extraction-overwrites-nothing", [.file("a"), .file("a")]),
    ("extraction-overwrites-nothing", [.file("caf\u{E9}"), .file("CAFE\u{301}")]),
    ("extraction-overwrites-nothing", [.file("a/b"), .file("a")]),
  ]

  @Test(
    "a plan that leaves its folder or overwrites an entry violates a property",
    arguments: plans)
  func extraction(property: String?, plan: [ExtractionPlan.Placement]) {
    #expect(
      broken { () throws(PropertyViolation) in try ExtractionProperties.check(plan) } == property)
  }

  @Test("output beyond the bound of the input violates the property of cost, for each format")
  func cost() throws {
    let document = try XMLDocument(reading: Array("<a b='c'>text</a>".utf8).span)
    #expect(
      broken { () throws(PropertyViolation) in try CostProperties.document(document, count: 17) }
        == nil)
    #expect(
      broken { () throws(PropertyViolation) in try CostProperties.document(document, count: 3) }
        == "output-comes-from-input")
    let scene = try Scene(
      reading: Array("<MRML><Model id='a' references='x:a a a;'/></MRML>".utf8).span)
    #expect(
      broken { () throws(PropertyViolation) in try CostProperties.scene(scene, count: 50) } == nil)
    #expect(
      broken { () throws(PropertyViolation) in try CostProperties.scene(scene, count: 0) } == "cost"
    )
    let json = try JSONDocument(reading: Array("[1,\"abc\"]".utf8).span)
    #expect(
      broken { () throws(PropertyViolation) in try CostProperties.json(json, count: 9) } == nil)
    #expect(
      broken { () throws(PropertyViolation) in try CostProperties.json(json, count: 2) } == "cost")
    var writer = ZipWriter()
    writer.add(name: "member", contents: [1])
    let bytes = writer.finish()
    let archive = try ZipArchive(reading: bytes.span)
    let count = bytes.count
    #expect(
      broken { () throws(PropertyViolation) in try CostProperties.archive(archive, count: count) }
        == nil)
    #expect(
      broken { () throws(PropertyViolation) in try CostProperties.archive(archive, count: 40) }
        == "cost")
    #expect(
      broken { () throws(PropertyViolation) in
        try CostProperties.content([1, 2], of: archive.members[0])
      } == "cost")
    #expect(
      broken { () throws(PropertyViolation) in
        try CostProperties.written([UInt8](repeating: 0, count: 5_000), factor: 2, count: 100)
      } == "cost")
  }

  @Test("a scene that changes by writing and reading violates the property of that way")
  func roundtrip() throws {
    let one = try Scene(reading: Array("<MRML><Model id='a'/></MRML>".utf8).span)
    let other = try Scene(reading: Array("<MRML><Model id='b'/></MRML>".utf8).span)
    #expect(
      broken { () throws(PropertyViolation) in try RoundtripProperties.equal(one, other, "text") }
        == "write-read")
    let text = try one.write()
    #expect(
      broken { () throws(PropertyViolation) in try RoundtripProperties.writesTheSame(other, text) }
        == "written-as-before")
    #expect(
      broken { () throws(PropertyViolation) in
        _ = try RoundtripProperties.read(Array("<MRML>".utf8).span, "text")
      } == "written-is-readable")
    let wide = RoundtripProperties.utf16(text, isLittle: false)
    #expect(try Scene(reading: wide.span) == one)
  }
}
