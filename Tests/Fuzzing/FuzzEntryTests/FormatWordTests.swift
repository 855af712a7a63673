import FuzzTargets
import Mutation
import Testing

@testable import FuzzEntry

@Suite("Words of the grammars") struct FormatWordTests {
  @Test("every format with a text has the words of its reader; archives and streams have none")
  func formats() {
    let without: Set<InputFormat> = ["zip", "deflate", "crash-report"]
    #expect(
      Set(MutatorRegistry.words.keys) == Set(MutatorRegistry.factories.keys).subtracting(without))
    for (format, words) in MutatorRegistry.words { #expect(words.count > 20, "\(format.name)") }
  }

  @Test(
    "the mutator of a format writes every word of its reader",
    arguments: MutatorRegistry.words.keys.sorted { $0.name < $1.name })
  func everyWord(_ format: InputFormat) throws {
    let factory = try #require(MutatorRegistry.factories[format])
    let mutator = factory(512)
    // Tokens between blanks, whose places the words take.
    let input = Array("Z1 Z2 Z3 Z4\nZ5 Z6 Z7 Z8\n".utf8)
    var missing = Set(try #require(MutatorRegistry.words[format]))
    var seed: UInt64 = 0
    while !missing.isEmpty, seed < 400_000 {
      let outputs = (0..<2_000).map { mutator.mutate(input, seed: seed + $0) }
      seed += 2_000
      var tokens: Set<[UInt8]> = []
      for output in outputs {
        for token in output.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
          tokens.insert(Array(token))
        }
      }
      missing.subtract(tokens)
    }
    #expect(missing.map { String(decoding: $0, as: UTF8.self) } == [], "\(format.name)")
  }
}
