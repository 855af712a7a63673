import Foundation
import TestSupport
import Testing
import TriageBenchmark

/// Bars of triage on the committed sample of `benchmarks/triage/generate`.
@Suite struct LabelledSetTests {
  static let sample: TriageSample? = {
    let url = Repository.root.appendingPathComponent("benchmarks/triage/sample.zip")
    return (try? Data(contentsOf: url)).flatMap { TriageSample(zip: Array($0)) }
  }()

  static func demangle(_ names: [String]) -> [String] {
    names.map { sample?.names[$0] ?? $0 }
  }

  static let rows = TriageComparison.rows(
    (sample?.logs ?? []) + WildSet.logs(of: sample?.logs ?? [], demangle: demangle),
    peers: [TriageComparison.yardstick], demangle: demangle)

  @Test("the sample has enough bugs in every build and environment")
  func contents() throws {
    let logs = try #require(Self.sample).logs
    #expect(Set(logs.filter { $0.set == "easy" }.map(\.bug)).count >= 20)
    let hard = logs.filter { $0.set == "hard" }
    #expect(Set(hard.map(\.bug)).count >= 40)
    #expect(Set(hard.map(\.build)) == ["debug", "release", "static"])
    #expect(Set(hard.map(\.environment)) == ["plain", "oss"])
    #expect(!logs.contains { $0.text.contains("/home/") || $0.text.contains("/tmp/") })
  }

  @Test("findings reach 0.97 on the easy set, 0.95 on the hard one and across formats and prefixes")
  func bars() throws {
    #expect(Self.rows.count == 48)
    for row in Self.rows where row.method == TriageComparison.ours {
      // Of the wild logs of one build, two in a hundred have no line and no message.
      let bar =
        row.set == "easy" ? 0.97 : row.set == "wild" && row.builds != "together" ? 0.94 : 0.95
      #expect(row.f1 >= bar, "\(row.set) \(row.builds): \(row.f1)")
    }
  }

  @Test("no method can reach 1 on the hard set, where logs of two bugs have one text")
  func bound() throws {
    for row in Self.rows where row.method == TriageComparison.textBound && row.set == "hard" {
      #expect(row.f1 < 0.99, "\(row.builds): \(row.f1)")
      #expect(row.f1 > 0.95, "\(row.builds): \(row.f1)")
    }
  }

  @Test("mistakes name the bugs, the pairs and the rule that joined them")
  func mistakes() throws {
    let logs = try #require(Self.sample).logs.filter { $0.set == "hard" && $0.build == "release" }
    let lines = TriageMistakes.lines(logs, demangle: Self.demangle)
    #expect(lines.contains("hard release: mistakes"))
    #expect(lines.contains { $0.contains("joins 2 bugs, 36 pairs") })
    #expect(lines.contains { $0.contains("joined by one line of one function") })
    #expect(lines.contains { $0.contains("is split into 3 findings, 12 pairs") })
  }

  @Test("ClusterFuzz's method scores at most 0.55 on the hard set over the builds together")
  func isHard() throws {
    let row = Self.rows.first {
      $0.method == TriageComparison.yardstick && $0.set == "hard" && $0.builds == "together"
    }
    #expect(try #require(row).f1 <= 0.55)
  }

  @Test(
    "bugs used for tuning the rules and other bugs score alike",
    arguments: [true, false])
  func halves(isForTuning: Bool) throws {
    let logs = try #require(Self.sample).logs.filter {
      $0.set == "hard" && $0.isForTuning == isForTuning
    }
    let names = TriageComparison.findings(logs, demangle: Self.demangle).map(\.finding)
    #expect(PairwiseScore(truth: logs.map(\.bug), buckets: names).f1 >= 0.90)
  }

  @Test("the order of logs changes no finding")
  func order() throws {
    let logs = Array(try #require(Self.sample).logs.filter { $0.set == "hard" })
    let forward = TriageComparison.findings(logs, demangle: Self.demangle).map(\.finding)
    let backward = TriageComparison.findings(logs.reversed(), demangle: Self.demangle).map(
      \.finding)
    #expect(zip(forward, backward.reversed()).allSatisfy { $0 == $1 })
  }
}

@Suite struct PairwiseScoreTests {
  @Test(
    "buckets like the truth score 1, one bucket for all has no precision, one for each no recall")
  func extremes() {
    let truth = [1, 1, 1, 2, 2, 2]
    #expect(PairwiseScore(truth: truth, buckets: ["a", "a", "a", "b", "b", "b"]).f1 == 1)
    let merged = PairwiseScore(truth: truth, buckets: Array(repeating: "a", count: 6))
    #expect(merged.recall == 1)
    #expect(merged.precision == 6.0 / 15.0)
    let split = PairwiseScore(truth: truth, buckets: ["a", "b", "c", "d", "e", "f"])
    #expect(split.recall == 0)
    #expect(split.f1 == 0)
  }
}
