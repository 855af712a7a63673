import SceneModel
import Testing

@testable import SlicerComparison

@Suite struct SceneMutationTests {
  private static let corpus = [
    "<MRML><Model id=\"m\" references=\"r:m;\"/><View/></MRML>",
    "<MRML><SceneView><Text id=\"t\" text=\"&lt;&#10;\"/></SceneView></MRML>",
  ].map { Array($0.utf8) }

  @Test("the same seed makes the same scenes, another one others") func isDeterministic() {
    func scenes(_ seed: UInt64) -> [[UInt8]] {
      Array(SceneMutations(of: Self.corpus, count: 50, seed: seed))
    }
    #expect(scenes(1) == scenes(1))
    #expect(scenes(1) != scenes(2))
    #expect(Set(scenes(1)).count > 25)
  }

  @Test("most mutations are still scenes, and some are not") func staysReadable() {
    let read = SceneMutations(of: Self.corpus, count: 400, seed: 3).filter {
      (try? Scene(reading: $0.span)) != nil
    }
    #expect((200..<400).contains(read.count))
  }

  @Test("tags that are written again are the same scene") func textRoundTrips() throws {
    for bytes in Self.corpus {
      let text = try #require(SceneText(reading: bytes))
      #expect(try Scene(reading: text.bytes.span) == Scene(reading: bytes.span))
    }
  }

  @Test("what is not well-formed has no tags", arguments: ["", "<a", "<a b=\"1\" b=\"2\"/>"])
  func refuses(_ text: String) { #expect(SceneText(reading: Array(text.utf8)) == nil) }
}
