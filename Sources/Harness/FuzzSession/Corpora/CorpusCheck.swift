import Foundation
import ProcessSupport
import Synchronization

/// Runs inputs through one build, many to a process.
struct CorpusCheck: Sendable {
  /// Inputs given to one process; a sanitizer's memory grows with each.
  static let batch = 200

  let program: String
  let environment: [String: String]
  let timeout: Int
  let memoryLimit: Int
  let stop: StopSignal

  /// What became of a batch.
  struct Outcome: Equatable, Sendable {
    /// This many, from the first, have passed.
    var passed: Int
    /// The input after those ended the process.
    var isFailure = false
    /// The time was up, or somebody stopped it.
    var isCut = false
    /// The last words of a process that ended without running anything.
    var complaint: String?
  }

  /// Runs `files`, at most `batch` of them, for `seconds` at most.
  func run(_ files: [String], seconds: Double) async throws(RunFailure) -> Outcome {
    var child = ChildProcess(
      executable: program,
      arguments: ["-timeout=\(timeout)", "-rss_limit_mb=\(memoryLimit)", "-detect_leaks=0"] + files,
      environment: environment,
      timeLimit: .seconds(min(Double(timeout * files.count + 30), max(seconds, 1))))
    child.stop = stop
    let count = Started(files: files)
    let outcome = try await child.run { line in count.hear(line) }
    let started = count.started
    if outcome.status.isSuccess, started == files.count { return Outcome(passed: files.count) }
    let passed = max(started - 1, 0)
    if outcome.timedOut || stop.isRaised { return Outcome(passed: passed, isCut: true) }
    guard started > 0, !outcome.status.isSuccess else {
      let words = outcome.output.split(separator: "\n").suffix(3).joined(separator: " | ")
      return Outcome(passed: passed, complaint: String(words.suffix(300)))
    }
    return Outcome(passed: passed, isFailure: true)
  }
}

/// How many inputs libFuzzer says it has begun. Only the very next name counts, so that an input cannot pass for others
/// by what it makes the target print.
private final class Started: Sendable {
  private let files: [String]
  private let count = Mutex(0)

  init(files: [String]) { self.files = files }

  var started: Int { count.withLock { $0 } }

  func hear(_ line: String) {
    count.withLock { count in
      if count < files.count, line == "Running: " + files[count] { count += 1 }
    }
  }
}
