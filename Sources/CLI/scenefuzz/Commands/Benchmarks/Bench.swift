import ArgumentParser
import Foundation
import HarnessBenchmarks
import ProcessSupport
import ReaderBenchmarks

struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the readers against their peers, and the harness against plain libFuzzer.",
    discussion: "Example: scenefuzz bench xml --json",
    subcommands: [
      BenchXML.self, BenchScene.self, BenchInflate.self, BenchBundle.self, BenchInstructions.self,
      BenchBugs.self, BenchReduce.self, BenchCover.self, BenchTriage.self, BenchRun.self,
      BenchRegressions.self, BenchAll.self,
    ])
}

struct BenchXML: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xml",
    abstract: "Measure the XML reader against libxml2 on a generated scene and on hostile shapes.",
    discussion: """
      Every row is the median of several runs, ours and the peer's in turn; a ratio above 1 means that ours is better. \
      Throughput is in MB/s of 10^6 bytes; memory is the peak above the starting level. Needs an optimized build: \
      ./scripts/scenefuzz makes one for this command.

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

/// Options of `bench inflate` and `bench bundle`.
struct ZipBenchOptions: ParsableArguments {
  @Option(help: "Size of the generated scene and of the mixed data, in megabytes.")
  var size = 20

  @Option(help: "Number of runs of each row.")
  var runs = 7

  @Flag(help: "Print one JSON object a line, one for each row.")
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

struct BenchBundle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Measure opening, verifying and parsing a bundle against zlib and libarchive.",
    discussion: """
      bundle-zlib: the scene loaded as MRML, against zlib only inflating the bundle.
      bundle-libarchive: the scene parsed as XML, against libarchive (with checksums) and libxml2's SAX2; omitted where \
      libarchive is not installed.
      stream, stream-x4: a member read in pieces, and one four times as large, in the same memory.
      list: listing the members.

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

/// Text form of benchmark rows.
enum BenchText {
  static func requireOptimized() throws {
    #if DEBUG
      throw notOptimized
    #endif
  }

  static let notOptimized = RunFailure.environment(
    "this build of scenefuzz is not optimized, so its figures would be meaningless",
    "run it as ./scripts/scenefuzz bench …")

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
