import Foundation
import ProcessSupport

/// Contents of `status.json`, which a session writes about once a second.
package struct SessionStatus: Codable, Equatable, Sendable {
  /// A phase of the session.
  package enum Phase: String, Codable, Sendable {
    case building, fuzzing, checking, triaging, minimizing, ended
  }

  /// Progress of one target.
  package struct Target: Codable, Equatable, Sendable {
    package let name: String
    /// Whether a process of the target runs now.
    package let isRunning: Bool
    /// Inputs run so far.
    package let executions: Int
    /// Rate of the latest status line.
    package let executionsPerSecond: Int
    /// Edges reached in the first build that ran; each build has edges of its own.
    package let edges: Int
    /// Features reached in the first build that ran.
    package let features: Int
    /// Inputs in the working corpus.
    package let corpus: Int
    /// Distinct findings so far.
    package let findings: Int
    /// Processes that ended with a failing input.
    package let crashes: Int
    /// Process time.
    package let seconds: Double
    /// When the target last reached something new, in seconds since fuzzing began.
    package let lastNewCoverage: Double?

    init(_ progress: TargetProgress) {
      name = progress.name
      isRunning = progress.isRunning
      executions = progress.executions
      executionsPerSecond = progress.executionsPerSecond
      edges = progress.edges
      features = progress.features
      corpus = progress.corpus
      findings = progress.findings.count
      crashes = progress.crashes
      seconds = progress.seconds
      lastNewCoverage = progress.lastNewCoverage
    }
  }

  /// A finding of the session.
  package struct Finding: Codable, Equatable, Sendable {
    /// Identifies the bug.
    package let fingerprint: String
    /// What failed and where, in one line.
    package let title: String
    /// Name of the target that met it first.
    package let target: String
    /// Processes that ended in it.
    package let crashes: Int
    /// False when an earlier session had met it.
    package let isNew: Bool
  }

  /// Name of the session's folder.
  package let session: String
  /// The process that runs it, so that a killed session is not taken for a running one.
  package let process: ProcessIdentity
  package var phase: Phase
  /// Seconds since the session began, builds included, when this was written.
  package var elapsed = 0.0
  /// Seconds of fuzzing so far.
  package var fuzzed = 0.0
  /// Seconds of fuzzing requested.
  package let time: Double
  /// Names of the builds, the main build first.
  package let builds: [String]
  /// Names of the builds that are made and proved.
  package var readyBuilds: [String] = []
  /// Part of the slices' process time for each build that ran slices, from 0 to 1.
  package var buildShares: [BuildTimeShare] = []
  /// In the order of the options.
  package var targets: [Target] = []
  /// In the order of their fingerprints.
  package var findings: [Finding] = []
}

/// A process, distinguished from a later process of the same number.
package struct ProcessIdentity: Codable, Equatable, Sendable {
  /// The process number, which the system reuses.
  package let number: Int32
  /// Start time in the system's unit; nil when unknown.
  package let started: String?

  /// This process.
  package static var own: ProcessIdentity {
    let number = ProcessInfo.processInfo.processIdentifier
    return ProcessIdentity(number: number, started: start(of: number))
  }

  /// Whether the process still exists.
  package var isAlive: Bool {
    SystemBridge.isAlive(number) && (started == nil || started == Self.start(of: number))
  }

  /// Field 22 of `/proc/NUMBER/stat` (proc(5)), counted after the name, which may hold anything.
  /// Nil for a zombie process (state Z).
  private static func start(of number: Int32) -> String? {
    guard let data = FileManager.default.contents(atPath: "/proc/\(number)/stat"),
      let name = data.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let fields = data[(name + 1)...].split(separator: UInt8(ascii: " "))
    guard fields.count > 19, fields[0].first != UInt8(ascii: "Z") else { return nil }
    return String(decoding: fields[19], as: UTF8.self)
  }
}
