import ReductionSamples
import Testing
import ZipReading

@testable import ReaderBenchmarks

@Suite struct ReductionTests {
  @Test("every reduction sample has an input that shows it; trivial inputs show none")
  func inputs() {
    #expect(ReductionBenchmark.all.count == ReductionSample.all.count)
    #expect(ReductionSample.all.count >= 12)
    for one in ReductionBenchmark.all {
      #expect(one.finding.shows(one.input), "\(one.finding.name)")
      for trivial in ["", "<a/>", "[]", "slicer://"] {
        #expect(!one.finding.shows(Array(trivial.utf8)), "\(one.finding.name): \(trivial)")
      }
    }
  }

  /// A finding, the size of the smallest known input, and the allowed number of tests.
  static let bars = [
    ("xml-reference", 26, 500), ("xml-entity", 40, 1000), ("scene-list", 34, 500),
    ("zip-deflate", 106, 500), ("url-query", 13, 800), ("json-nesting", 28, 500),
  ]

  @Test(
    "the result is as small as known, within the allowed tests, and reducing it again changes nothing",
    arguments: bars)
  func reduced(name: String, bytes: Int, tests: Int) async throws {
    let benchmark = try #require(ReductionBenchmark.all.first { $0.finding.name == name })
    let result = try await benchmark.run()
    #expect(benchmark.finding.shows(result.bytes))
    #expect(result.bytes.count <= bytes)
    #expect(result.tests <= tests)
    let again = ReductionBenchmark(finding: benchmark.finding, input: result.bytes)
    #expect(try await again.run().bytes == result.bytes)
  }

  @Test("a bundle that shows its finding in the scene is reduced to one member")
  func oneMember() async throws {
    let benchmark = try #require(
      ReductionBenchmark.all.first { $0.finding.name == "bundle-reference" })
    let result = try await benchmark.run()
    #expect(benchmark.finding.shows(result.bytes))
    #expect(try ZipArchive(reading: result.bytes.span).members.count == 1)
    #expect(result.bytes.count <= 140)
  }
}
