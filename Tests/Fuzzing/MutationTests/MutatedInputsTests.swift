import SceneModel
import Testing

@testable import Mutation

@Suite struct MutatedInputsTests {
  private static let corpus = [
    "<MRML><Model id=\"m\" references=\"r:m;\"/><View/></MRML>",
    "<MRML><SceneView><Text id=\"t\" text=\"&lt;&#10;\"/></SceneView></MRML>",
  ].map { Array($0.utf8) }

  private static func scenes(count: Int, seed: UInt64) -> [[UInt8]] {
    Array(
      MutatedInputs(of: corpus, count: count, seed: seed, by: SceneMutator(limit: 1 << 16)))
  }

  @Test("the same seed makes the same scenes, another seed makes others")
  func isDeterministic() {
    #expect(Self.scenes(count: 50, seed: 1) == Self.scenes(count: 50, seed: 1))
    #expect(Self.scenes(count: 50, seed: 1) != Self.scenes(count: 50, seed: 2))
    #expect(Set(Self.scenes(count: 50, seed: 1)).count > 25)
  }

  @Test("a scene depends on its index and not on the number of scenes")
  func isIndexed() {
    #expect(Self.scenes(count: 50, seed: 1).prefix(20) == Self.scenes(count: 20, seed: 1)[...])
  }

  @Test("more than half of the mutated scenes load, and some do not")
  func staysReadable() {
    let read = Self.scenes(count: 400, seed: 3).filter { (try? Scene(reading: $0.span)) != nil }
    #expect((200..<400).contains(read.count))
  }
}
