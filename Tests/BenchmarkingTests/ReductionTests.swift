import PlantedFindings
import Testing

@testable import Benchmarking

@Suite struct ReductionTests {
  @Test("every planted finding has an input that shows it, and nothing shows it for nothing")
  func inputs() {
    #expect(ReductionBenchmark.all.count == PlantedFinding.all.count)
    #expect(PlantedFinding.all.count >= 12)
    for one in ReductionBenchmark.all {
      #expect(one.finding.shows(one.input), "\(one.finding.name)")
      for trivial in ["", "<a/>", "[]", "slicer://"] {
        #expect(!one.finding.shows(Array(trivial.utf8)), "\(one.finding.name): \(trivial)")
      }
    }
  }

  /// Bytes and tests that each may take; the bytes are those of the smallest input known.
  static let bars = [
    "xml-reference": (30, 1000)
  ]

  @Test(
    "what is left shows the finding and is as small as known",
    arguments: [
      "xml-reference", "xml-entity", "scene-list", "zip-deflate", "url-query", "json-nesting",
    ])
  func reduced(name: String) async throws {
    let benchmark = try #require(ReductionBenchmark.all.first { $0.finding.name == name })
    let result = try await benchmark.run()
    #expect(benchmark.finding.shows(result.bytes))
    if let (bytes, tests) = Self.bars[name] {
      #expect(result.bytes.count <= bytes)
      #expect(result.tests <= tests)
    }
  }
}
