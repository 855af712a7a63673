import ArgumentParser
import CrashTriage
import Foundation
import ProcessSupport
import ReplayAndTriage
import TriageBenchmark
import ZipReading

/// `scenefuzz bench triage`
struct BenchTriage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "triage",
    abstract: "Score triage and the methods of other tools on labelled crash logs.",
    discussion: """
      Each log shows one of 81 sample bugs, whose number is in the input and not in the log. A score is the pairwise \
      F1 of a method's buckets, for each build and for the three builds together. The set 'wild' holds the same \
      crashes in other formats, with the prefixes of containers, journals and CI systems. Without a folder the \
      committed sample is scored; 'benchmarks/triage/generate FOLDER' makes all logs in a quarter of an hour. The set \
      'hard' is hard when ClusterFuzz's method scores at most 0.55 over the builds together. The row 'bound of the text' \
      is the best that any method can do that gives equal texts one bucket.

      Example: scenefuzz bench triage --json
      """)

  @Argument(
    help: "A folder of logs that 'benchmarks/triage/generate' wrote; the sample if not given.")
  var folder: String?

  @Flag(help: "Measure the speed of triage instead of scores.")
  var speed = false

  @Flag(
    help: "Print which bugs are split and which are joined, and by which rule, instead of scores.")
  var mistakes = false

  @Flag(help: "Print one JSON document on a line for each row.")
  var json = false

  func validate() throws {
    if mistakes, json || speed {
      throw ValidationError("--mistakes prints text alone.")
    }
  }

  private struct Speed: Encodable {
    var logs: Int
    var bytes: Int
    var logsPerSecond: Double
  }

  func run() async throws {
    let (logs, names) =
      if let folder { try await Self.read(folder) } else { try Self.sample() }
    let demangle: ([String]) -> [String] = { $0.map { names[$0] ?? $0 } }
    if speed {
      try BenchText.requireOptimized()
      try show(Self.speed(logs, demangle))
      return
    }
    let wild = WildSet.logs(of: logs, demangle: demangle)
    if mistakes {
      for line in TriageMistakes.lines(logs + wild, demangle: demangle) {
        print(Neutral.line(line, limit: 1000))
      }
      return
    }
    if !json { print(Self.line("method", "set", "builds", "F1", "precision", "recall", "buckets")) }
    for row in TriageComparison.rows(logs + wild, demangle: demangle) {
      if json {
        try JSONLine.print(row)
      } else {
        print(
          Self.line(
            row.method, row.set, row.builds, Self.digits(row.f1), Self.digits(row.precision),
            Self.digits(row.recall), "\(row.buckets) of \(row.bugs)"))
      }
    }
  }

  private func show(_ speed: Speed) throws {
    if json {
      try JSONLine.print(speed)
    } else {
      print(
        "\(Int(speed.logsPerSecond)) logs a second on one core, read, cleaned and grouped "
          + "(\(speed.logs) logs of \(speed.bytes / max(speed.logs, 1)) bytes)")
    }
  }

  /// The best of five runs; the others shared the core with other processes.
  private static func speed(_ logs: [LabelledLog], _ demangle: ([String]) -> [String]) -> Speed {
    let clock = ContinuousClock()
    let best =
      (0..<5).map { _ in
        clock.measure { _ = TriageComparison.findings(logs, demangle: demangle) }
      }.min() ?? .zero
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
    return Speed(
      logs: logs.count, bytes: logs.reduce(0) { $0 + $1.text.utf8.count },
      logsPerSecond: (Double(logs.count) / max(seconds, 1e-9)).rounded())
  }

  private static func digits(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    return "\(thousandths / 1000)." + String("\(1000 + thousandths % 1000)".dropFirst())
  }

  private static func line(_ words: String...) -> String {
    zip(words, [28, 6, 10, 7, 11, 8, 0]).map { $0.padded($1) }.joined()
  }

  private static func read(
    _ folder: String
  ) async throws -> ([LabelledLog], [String: String]) {
    let logs: [LabelledLog]
    do {
      logs = try LabelledLog.read(below: URL(fileURLWithPath: folder))
    } catch {
      throw RunFailure.usage(
        "'\(folder)' has no folders 'easy' and 'hard' of logs",
        "name the folder 'logs' that 'benchmarks/triage/generate' wrote")
    }
    let reports = logs.compactMap { CrashReport.read($0.text) }
    let demangler = Demangler(toolchain: try await Toolchain.locate())
    return (logs, await demangler.readable(reports.flatMap { $0.frames.map(\.function) }))
  }

  private static func sample() throws -> ([LabelledLog], [String: String]) {
    let path = try RepositoryRoot.locate().path("benchmarks/triage/sample.zip")
    let bytes = try InputFile(path).bytes
    guard let sample = TriageSample(zip: bytes) else {
      throw RunFailure.environment("\(path) cannot be read", "restore it: git checkout \(path)")
    }
    return (sample.logs, sample.names)
  }
}
