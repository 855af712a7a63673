import HarnessBenchmarks
import ReaderBenchmarks
import ReductionSamples

/// Result of `bench reduce` for one reduction sample.
struct ReductionRow: Encodable {
  struct Entry: Encodable {
    let bytes: Int
    let tests: Int
    let seconds: Double
    let complete: Bool
  }

  let finding: String
  let bytesBefore: Int
  let ours: Entry
  let peers: [String: Entry]
  /// Number of our tests until our result was as small as the smallest result of a peer.
  let testsToMatch: Int?

  init(
    _ benchmark: ReductionBenchmark, ours: ReductionBenchmark.Result,
    peers: [ReducerPeer: ReducerPeer.Result]
  ) {
    finding = benchmark.finding.name
    bytesBefore = benchmark.input.count
    self.ours = Entry(
      bytes: ours.bytes.count, tests: ours.tests, seconds: Self.rounded(ours.seconds),
      complete: true)
    self.peers = Dictionary(
      uniqueKeysWithValues: peers.map { peer, result in
        (
          peer.rawValue,
          Entry(
            bytes: result.bytes.count, tests: result.tests, seconds: Self.rounded(result.seconds),
            complete: result.isComplete)
        )
      })
    testsToMatch = peers.values.map(\.bytes.count).min().flatMap { ours.tests(until: $0) }
  }

  private static func rounded(_ seconds: Double) -> Double { (seconds * 100).rounded() / 100 }

  /// Smallest result of a peer; on a tie, the one with the fewest tests.
  private var best: Entry? {
    peers.values.min { ($0.bytes, $0.tests) < ($1.bytes, $1.tests) }
  }

  static let head =
    columns(
      ["sample", "from", "ours"] + ReducerPeer.allCases.map(\.rawValue) + ["tests until"])
    + "\n"
    + columns(
      ["", "bytes"] + Array(repeating: "bytes / tests / s", count: 5) + ["as small as best"])

  var line: String {
    Self.columns(
      [finding, "\(bytesBefore)", Self.text(ours)]
        + ReducerPeer.allCases.map { peers[$0.rawValue].map(Self.text) ?? "-" }
        + [testsToMatch.map { "\($0)" } ?? "-"])
  }

  private static func text(_ entry: Entry) -> String {
    "\(entry.bytes) / \(entry.tests) / \(entry.seconds)\(entry.complete ? "" : "+")"
  }

  private static func columns(_ words: [String]) -> String {
    zip(words, [18, 8] + Array(repeating: 24, count: words.count)).map { word, width in
      word + String(repeating: " ", count: max(1, width - word.count))
    }.joined()
  }

  /// Comparison of our results with the smallest peer result of each sample.
  static func summary(_ rows: [ReductionRow]) -> String {
    let compared = rows.compactMap { row in row.best.map { (row, $0) } }
    let smaller = compared.count { $0.0.ours.bytes < $0.1.bytes }
    let equal = compared.count { $0.0.ours.bytes == $0.1.bytes }
    let worst = compared.map { Double($0.0.ours.bytes) / Double(max($0.1.bytes, 1)) }.max() ?? 0
    let frugal = compared.count { $0.0.ours.tests * 10 <= $0.1.tests }
    let quick = compared.count { row, best in (row.testsToMatch ?? .max) <= best.tests / 10 }
    let slowest = rows.map(\.ours.seconds).max() ?? 0
    return """
      of \(compared.count): smaller than the smallest peer \(smaller), equal \(equal), at most \
      \((worst * 100).rounded() / 100) times as large
      at most a tenth of the peer's tests: until done \(frugal), until equally small \(quick)
      slowest of ours \(slowest) s
      """
  }
}
