import Foundation
import StableNumbers
import TestSupport
import Testing

@testable import Mutation

/// Words of the readers: harvested from the sources, and all of them used.
@Suite struct ReaderWordTests {
  @Test("literals and numbers are taken; comments, sentences and small numbers are not")
  func harvest() {
    let source = """
      import Foundation
      /// "comment"
      case "dimsize": limit = 65_536
      let text = "a sentence of five words here", other = "two words"
      if byte == 0xFF { return 3 }
      """
    #expect(ReaderWordHarvest.words(in: source) == ["dimsize", "65536", "two", "words", "255"])
  }

  @Test("the committed words are those of the sources")
  func current() throws {
    let words = try ReaderWordHarvest.words { folder in
      try Repository.files(in: "Sources/Parsing/" + folder).filter { $0.pathExtension == "swift" }
        .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
    }
    let url = Repository.root.appendingPathComponent(
      "Sources/Fuzzing/Mutation/Words/ReaderWords.swift")
    #expect(try String(contentsOf: url, encoding: .utf8) == ReaderWordHarvest.source(words))
    #expect(words.allSatisfy { Set($0.words).count > 20 })
  }

  @Test("a mutator of texts uses every word of its reader")
  func used() {
    let words = ReaderWords.header
    let mutator = LayeredMutator(TextMutator(.header, limit: 300), words: words)
    let text = Array("type: short\nsizes: 4 5\n".utf8)
    var left = Set(words)
    for seed in 0..<60_000 as Range<UInt64> {
      if left.isEmpty { break }
      let result = mutator.mutate(text, seed: seed)
      #expect(result.count <= 300)
      if seed % 4 > 1 { continue }
      for word in left where result.indices.contains(where: { result[$0...].starts(with: word) }) {
        left.remove(word)
      }
    }
    #expect(left.isEmpty)
  }
}
