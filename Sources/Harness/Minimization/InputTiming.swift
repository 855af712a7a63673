import Foundation
import ProcessSupport

/// Measures the run time of each of many inputs.
struct InputTiming: Sendable {
  let collection: FeatureCollection
  /// Runs of each input; libFuzzer reports whole milliseconds for all of them.
  private static let runs = 32
  /// Number of inputs per process.
  private static let batch = 200

  /// Microseconds of one run, at least 1; 0 for nil.
  func microseconds(_ paths: [String?]) async throws(RunFailure) -> [Int] {
    var times = [Int](repeating: 0, count: paths.count)
    let known = paths.indices.filter { paths[$0] != nil }
    let environment = ChildEnvironment.sanitized(
      ProcessInfo.processInfo.environment,
      symbolizer: try collection.toolchain.tool("llvm-symbolizer"))
    for start in stride(from: 0, to: known.count, by: Self.batch) {
      let part = Array(known[start..<min(start + Self.batch, known.count)])
      var child = ChildProcess(
        executable: collection.program,
        arguments: ["-runs=\(Self.runs)", "-timeout=10", "-rss_limit_mb=2048", "-detect_leaks=0"]
          + part.compactMap { paths[$0] },
        environment: environment, timeLimit: collection.timeLimit, outputLimit: 4 << 20)
      child.stop = collection.stop
      let outcome = try await child.run()
      let lines = outcome.output.split(separator: "\n").filter {
        $0.hasPrefix("Executed ") && $0.hasSuffix(" ms")
      }
      guard outcome.status.isSuccess, lines.count == part.count else {
        throw .environment(
          "the inputs could not be timed",
          "use --objective count or bytes, or run the command again")
      }
      for (index, line) in zip(part, lines) {
        let words = line.split(separator: " ")
        let milliseconds = words.count > 2 ? Int(words[words.count - 2]) ?? 0 : 0
        times[index] = max(1, milliseconds * 1000 / Self.runs)
      }
    }
    return times
  }
}
