internal import CorpusTools
public import PlantedFindings

/// The reducer of this project on planted findings.
public struct ReductionBenchmark: Sendable {
  public let finding: PlantedFinding
  public let input: [UInt8]

  /// What one reducer made of one input.
  public struct Result: Sendable {
    public var bytes: [UInt8]
    public var tests: Int
    public var seconds: Double

    public init(bytes: [UInt8], tests: Int, seconds: Double) {
      self.bytes = bytes
      self.tests = tests
      self.seconds = seconds
    }
  }

  public static let all = PlantedFinding.all.compactMap { finding in
    ReductionInputs.input(finding.name).map { ReductionBenchmark(finding: finding, input: $0) }
  }

  /// A planted finding on an input of the caller's.
  public init(finding: PlantedFinding, input: [UInt8]) {
    self.finding = finding
    self.input = input
  }

  /// Reduces the input to the end.
  public func run() async throws -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let shows = finding.shows
    let outcome = try await InputReducer().reduce(
      input, isOver: { false }, keep: { _ in },
      judge: { candidates in
        let hit = candidates.firstIndex(where: shows)
        return .init(hit: hit, tests: hit.map { $0 + 1 } ?? candidates.count)
      })
    let time = (clock.now - start).components
    return Result(
      bytes: outcome.input, tests: outcome.tests,
      seconds: Double(time.seconds) + Double(time.attoseconds) / 1e18)
  }
}
