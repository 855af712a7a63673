import ArgumentParser
import Foundation
import HarnessBenchmarks
import ProcessSupport
import ReaderBenchmarks

/// `scenefuzz bench`
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the readers against their peers, and the harness against plain libFuzzer.",
    discussion: "Example: scenefuzz bench xml --json",
    subcommands: [
      BenchXML.self, BenchScene.self, BenchInflate.self, BenchBundle.self, BenchInstructions.self,
      BenchBugs.self, BenchReduce.self, BenchCover.self, BenchTriage.self, BenchRun.self,
      BenchRegressions.self,
    ])
}

/// `scenefuzz bench xml`
struct BenchXML: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xml",
    abstract: "Measure the XML reader against libxml2 on a generated scene and on hostile shapes.",
    discussion: """
      Every row is the median of several runs, ours and the peer's in turn; a ratio above 1 means that \
      ours is better. Throughput is in MB/s of 10^6 bytes, memory the peak above what was there before. \
      Only an optimized build tells anything: ./scripts/scenefuzz makes one for this command.

      Example: scenefuzz bench xml --real scene.mrml --json
      """)

  @OptionGroup var options: SceneBenchOptions

  func run() throws {
    try BenchText.requireOptimized()
    var benchmark = XMLBenchmark()
    benchmark.size = options.size * 1_000_000
    benchmark.runs = options.runs
    benchmark.real = try options.realScene()
    if !options.json { print(BenchText.head) }
    benchmark.run { BenchText.show($0, json: options.json) }
  }
}

/// What `bench inflate` and `bench bundle` are asked.
struct ZipBenchOptions: ParsableArguments {
  @Option(help: "Megabytes of the generated scene, and of the mixed data beside it.")
  var size = 20

  @Option(help: "Runs of each row.")
  var runs = 7

  @Flag(help: "Print one JSON document on a line for each row.")
  var json = false

  func validate() throws {
    guard (1...1_000).contains(size) else { throw ValidationError("--size must be 1 to 1000.") }
    guard runs >= 1 else { throw ValidationError("--runs must be at least 1.") }
  }

  func benchmark() throws -> ZipBenchmark {
    try BenchText.requireOptimized()
    if !json { print(BenchText.head) }
    var benchmark = ZipBenchmark()
    benchmark.size = size * 1_000_000
    benchmark.runs = runs
    return benchmark
  }
}

/// `scenefuzz bench inflate`
struct BenchInflate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inflate",
    abstract: "Measure inflate and CRC-32 against zlib.",
    discussion: "Example: scenefuzz bench inflate --json")

  @OptionGroup var options: ZipBenchOptions

  func run() throws {
    try options.benchmark().runInflate { BenchText.show($0, json: options.json) }
  }
}

/// `scenefuzz bench bundle`
struct BenchBundle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Measure opening, verifying and parsing a bundle against zlib and libarchive.",
    discussion: """
      bundle-zlib: the scene loaded as MRML, against zlib only inflating the bundle. bundle-libarchive: the scene \
      parsed as XML, against libarchive with its checksums and libxml2's SAX2; missing where libarchive is not \
      installed. stream and stream-x4: a member \
      read piece by piece, and one four times as large, in the same memory. list: members listed.

      Example: scenefuzz bench bundle --size 5
      """)

  @OptionGroup var options: ZipBenchOptions

  func run() throws {
    try options.benchmark().runBundle {
      BenchText.show($0, json: options.json)
    } note: {
      printError($0)
    }
  }
}

/// Rows of a benchmark for people.
enum BenchText {
  static func requireOptimized() throws {
    #if DEBUG
      throw RunFailure.environment(
        "this scenefuzz is not optimized, and its numbers would say nothing",
        "run it as ./scripts/scenefuzz bench …")
    #endif
  }

  static func show(_ row: BenchmarkRow, json: Bool) {
    print(json ? (try? JSONLine.text(row)) ?? "" : line(row))
  }

  static let head = columns("row", "ours", "peer", "ratio", "peak", "against")

  static func line(_ row: BenchmarkRow) -> String {
    columns(
      row.name, "\(row.ours) \(row.unit)", row.peer.map { "\($0)" } ?? "-",
      row.ratio.map { "\($0)" } ?? "-",
      row.peakBytes.map { "\(($0 + 500_000) / 1_000_000) MB" } ?? "not measured",
      row.peerName ?? "-")
  }

  private static func columns(_ words: String...) -> String {
    zip(words, [26, 16, 10, 8, 14, 0]).map { word, width in
      word + String(repeating: " ", count: max(width - word.count, word.count == 0 ? 0 : 1))
    }.joined()
  }
}
