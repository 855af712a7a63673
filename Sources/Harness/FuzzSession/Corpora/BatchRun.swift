import ProcessSupport
import Synchronization

/// A run of many inputs in one process of a checking build.
struct BatchRun: Sendable {
  /// Maximum inputs of one process; the memory of a sanitizer grows with each.
  static let maximumInputs = 200

  let program: String
  let environment: [String: String]
  let timeout: Int
  let memoryLimit: Int
  let stop: StopSignal

  /// Result of a batch.
  struct Outcome: Equatable, Sendable {
    /// As many inputs passed, from the first.
    var passed: Int
    /// Whether the next input ended the process.
    var isFailure = false
    /// Whether the time limit or `stop` ended the run.
    var isCut = false
    /// The last lines of a process that ended without running an input.
    var complaint: String?
  }

  /// Runs `files`, at most `maximumInputs`, for at most `seconds`.
  func run(_ files: [String], seconds: Double) async throws(RunFailure) -> Outcome {
    var child = ChildProcess(
      executable: program,
      arguments: ["-timeout=\(timeout)", "-rss_limit_mb=\(memoryLimit)", "-detect_leaks=0"] + files,
      environment: environment,
      timeLimit: .seconds(min(Double(timeout * files.count + 30), max(seconds, 1))))
    child.stop = stop
    let counter = StartedInputs(files: files)
    let outcome = try await child.run { counter.read($0) }
    let started = counter.count
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

/// Number of inputs that libFuzzer has begun, from its output. Only the name of the next input
/// counts, so that a target cannot make inputs pass by what it prints.
private final class StartedInputs: Sendable {
  private let files: [String]
  private let started = Mutex(0)

  init(files: [String]) { self.files = files }

  var count: Int { started.withLock { $0 } }

  func read(_ line: String) {
    started.withLock { started in
      if started < files.count, line == "Running: " + files[started] { started += 1 }
    }
  }
}
