internal import InputReduction
package import ReductionSamples

/// Runs the reducer of this project on reduction samples.
package struct ReductionBenchmark: Sendable {
  /// The property that every smaller input must show.
  package let finding: ReductionSample
  /// The starting input, which shows the finding.
  package let input: [UInt8]

  /// Result of one reducer for one input.
  package struct Result: Sendable {
    /// The smallest input.
    package var bytes: [UInt8]
    /// Candidates judged: the cost of a reduction with a slow target.
    package var tests: Int
    /// Wall-clock seconds, including judging.
    package var seconds: Double
    /// Number of tests at which each size was reached.
    package var progress: [(tests: Int, bytes: Int)] = []

    /// Tests until the input was at most that large; nil when it never was.
    package func tests(until bytes: Int) -> Int? { progress.first { $0.bytes <= bytes }?.tests }
  }

  /// Every reduction sample with a generated input, in the order of `ReductionSample/all`.
  package static let all = ReductionSample.all.compactMap { finding in
    ReductionInputs.input(finding.name).map { ReductionBenchmark(finding: finding, input: $0) }
  }

  /// A reduction sample on an input of the caller.
  package init(finding: ReductionSample, input: [UInt8]) {
    self.finding = finding
    self.input = input
  }

  /// Reduces the input to the end.
  package func run() async throws -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let shows = finding.shows
    var progress = [(tests: 0, bytes: input.count)]
    var judged = 0
    let outcome = try await InputReducer().reduce(
      input, isOver: { false }, keep: { progress.append((judged, $0.count)) },
      judge: { candidates in
        let hit = candidates.firstIndex(where: shows)
        let tests = hit.map { $0 + 1 } ?? candidates.count
        judged += tests
        return .init(hit: hit, tests: tests)
      })
    let time = (clock.now - start).components
    return Result(
      bytes: outcome.input, tests: outcome.tests,
      seconds: Double(time.seconds) + Double(time.attoseconds) / 1e18, progress: progress)
  }
}
