import Foundation
import ProcessSupport

/// One event of a session's record.
package struct SessionEvent: Codable, Equatable, Sendable {
  /// The kind of event; decides which other fields are present.
  package enum Kind: String, Codable, Sendable {
    /// Fuzzing begins; `target` is empty.
    case start
    /// Progress of a target.
    case progress
    /// A slice ended; `executions`, `edges`, `features` and `findings` count that slice only.
    case slice
    /// New inputs ran in a checking build.
    case check
    /// A process failed: the first hundred of each finding, then those whose number is a power of
    /// two.
    case crash
    /// Fuzzing and checks have ended; `target` is empty.
    case end
  }

  package var event: Kind
  /// Seconds since fuzzing began.
  package var time: Double
  /// Name of the target; empty for the start and the end.
  package var target = ""
  /// Inputs run, in the session or in the slice.
  package var executions: Int?
  /// For progress: mean over the target's process time.
  package var executionsPerSecond: Int?
  /// Edges reached, or new in the slice.
  package var edges: Int?
  /// Features reached, or new in the slice.
  package var features: Int?
  /// For progress: inputs in the working corpus.
  package var corpus: Int?
  /// Distinct findings, or those new in the slice.
  package var findings: Int?
  /// For progress and crashes: processes that ended with a failing input.
  package var crashes: Int?
  /// For a slice, a check or a crash: the build, such as `address debug`.
  package var build: String?
  /// For a slice or a check: its time.
  package var seconds: Double?
  /// For a slice: seconds until its process had read the corpus.
  package var startUp: Double?
  /// For a slice: mutations in a row on one input; nil for libFuzzer's default.
  package var depth: Int?
  /// For a slice: inputs of other targets that were copied to the corpus before it.
  package var shared: Int?
  /// For a check: inputs that passed or failed.
  package var passed: Int?
  /// For a check: inputs that are left.
  package var remaining: Int?
  /// For a crash: identifies the finding.
  package var fingerprint: String?
  /// For a crash: file name of the input.
  package var artifact: String?
  /// For the start: the options. For the end: the reason.
  package var note: String?

  init(_ event: Kind, time: Double) {
    self.event = event
    self.time = (time * 1000).rounded() / 1000
  }

  init(_ progress: TargetProgress, time: Double) {
    self.init(.progress, time: time)
    target = progress.name
    executions = progress.executions
    executionsPerSecond = progress.meanExecutionsPerSecond
    edges = progress.edges
    features = progress.features
    corpus = progress.corpus
    findings = progress.findings.count
    crashes = progress.crashes
  }
}

/// `record.jsonl` of a session: one JSON object per line, each written at once, so that a killed
/// session loses at most the last line.
struct SessionRecord {
  let path: String
  private let handle: FileHandle
  private let encoder: JSONEncoder

  init(path: String) throws(RunFailure) {
    self.path = path
    try WorkFolder.write([], to: path)
    guard let handle = FileHandle(forWritingAtPath: path) else {
      throw .environment("cannot write \(path)", "check the rights on the folder")
    }
    self.handle = handle
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func append(_ event: SessionEvent) throws(RunFailure) {
    do {
      try handle.write(contentsOf: try encoder.encode(event) + Data([0x0A]))
    } catch {
      throw .environment(
        "cannot write \(path) (\(error.localizedDescription))", "check the space on the disk")
    }
  }
}
