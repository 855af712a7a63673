import Corpus
import Testing

@Suite("Inputs in the format of another target") struct SharedInputTests {
  private let scene = Array(
    "<MRML><Model id=\"a\" references=\"r:b;\" attributes=\"a:b;c:d\"/></MRML>".utf8)

  @Test("a scene becomes an archive, and that archive the same scene")
  func archive() throws {
    let archive = try #require(SharedInput.converted(scene, from: "scene", to: "zip"))
    #expect(SharedInput.converted(archive, from: "zip", to: "scene") == scene)
    #expect(SharedInput.converted(Array("no archive".utf8), from: "zip", to: "scene") == nil)
    #expect(SharedInput.converted(archive, from: "zip", to: "zip") == archive)
  }

  @Test("a scene gives its longest list of references or attributes, and a list becomes a scene")
  func values() throws {
    let value = SharedInput.converted(scene, from: "scene", to: "attribute-value")
    #expect(value == Array("a:b;c:d".utf8))
    let hostile = Array("a\"b<c&d".utf8)
    let made = try #require(SharedInput.converted(hostile, from: "attribute-value", to: "scene"))
    let text = String(decoding: made, as: UTF8.self)
    #expect(text.contains("references=\"a&quot;b&lt;c&amp;d\""))
    #expect(
      SharedInput.converted(Array("<MRML/>".utf8), from: "scene", to: "attribute-value") == nil)
    // A value that never ends.
    let open = Array("<a references=\"x".utf8)
    #expect(SharedInput.converted(open, from: "scene", to: "attribute-value") == [0x78])
  }

  @Test("each format shares with itself and with those that hold it, and plain bytes with none")
  func formats() {
    #expect(SharedInput.formats(sharedWith: "bytes") == [])
    #expect(SharedInput.formats(sharedWith: "fcsv") == ["fcsv"])
    for format in ["scene", "zip", "attribute-value"] {
      for other in SharedInput.formats(sharedWith: format) {
        #expect(SharedInput.formats(sharedWith: other).contains(format))
      }
    }
  }
}
