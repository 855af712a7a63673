import Foundation
import ProcessSupport

/// One line of a session's record.
package struct SessionEvent: Codable, Equatable, Sendable {
  /// What a line tells of.
  package enum Kind: String, Codable, Sendable {
    /// The session begins; `target` is empty.
    case start
    /// How far a target is.
    case progress
    /// A slice ended: `executions`, `edges`, `features` and `findings` are what it brought.
    case slice
    /// New inputs were passed through a checking build.
    case check
    /// A failing input was met: of each finding the first hundred, then every one whose number is a power of two.
    case crash
    /// The session ends; `target` is empty.
    case end
  }

  /// What the line tells of; it decides which of the others are there.
  package var event: Kind
  /// Seconds since the session began.
  package var time: Double
  /// Name of the target; empty for start and end.
  package var target = ""
  /// Inputs run: since the session began, or in the slice.
  package var executions: Int?
  /// For progress: mean over the time that the target's processes ran.
  package var executionsPerSecond: Int?
  /// Edges reached, or new in the slice.
  package var edges: Int?
  /// Features reached, or new in the slice.
  package var features: Int?
  /// For progress: inputs in the working corpus.
  package var corpus: Int?
  /// Different findings, or new ones in the slice.
  package var findings: Int?
  /// For progress: processes that ended in a failing input.
  package var crashes: Int?
  /// For a slice, a check or a crash: the build, such as `address debug`.
  package var build: String?
  /// For a slice or a check: how long it took.
  package var seconds: Double?
  /// For a slice: seconds until its process had read the corpus.
  package var startUp: Double?
  /// For a check: inputs that passed or failed, and inputs that are left.
  package var passed: Int?
  /// For a check: inputs that have yet to pass it.
  package var remaining: Int?
  /// For a crash.
  package var fingerprint: String?
  /// For a crash: file name of the input.
  package var artifact: String?
  /// For the start: what was asked, in words. For the end: why.
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

/// `record.jsonl` of a session: one JSON object per line, each written at once, so that a killed session has all of
/// its record but perhaps the last line.
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
