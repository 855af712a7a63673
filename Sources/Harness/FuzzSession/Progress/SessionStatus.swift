import Foundation
import ProcessSupport

/// How far a session is, as it writes it beside its record about once a second: `status.json`.
package struct SessionStatus: Codable, Equatable, Sendable {
  /// What the session is at.
  package enum Phase: String, Codable, Sendable {
    case building, fuzzing, checking, triaging, minimizing, ended
  }

  /// How far one target is.
  package struct Target: Codable, Equatable, Sendable {
    /// Name of the target.
    package let name: String
    /// Whether a process of it runs now.
    package let isRunning: Bool
    /// Inputs run so far.
    package let executions: Int
    /// Of the process heard last.
    package let executionsPerSecond: Int
    /// Edges reached in the build that ran first: each build has edges of its own.
    package let edges: Int
    /// Features reached in the build that ran first.
    package let features: Int
    /// Inputs in the working corpus.
    package let corpus: Int
    /// Different findings so far.
    package let findings: Int
    /// Processes that ended in a failing input.
    package let crashes: Int
    /// Process time.
    package let seconds: Double
    /// When it last met something new, in seconds since fuzzing began.
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
    /// Names the bug.
    package let fingerprint: String
    /// What and where, in one line.
    package let title: String
    /// Name of the target that met it first.
    package let target: String
    /// How often the session ran into it.
    package let crashes: Int
    /// False when an earlier session had met it.
    package let isNew: Bool
  }

  /// Name of the session's folder.
  package let session: String
  /// The process that runs it, so that a killed session is not taken for a running one.
  package let process: ProcessIdentity
  /// What the session was at.
  package var phase: Phase
  /// Seconds since the session began, builds included, when this was written.
  package var elapsed = 0.0
  /// Seconds of fuzzing so far, and as many as were asked for.
  package var fuzzed = 0.0
  /// Seconds of fuzzing that were asked for.
  package let time: Double
  /// The builds, the main one first, and those of them that are ready.
  package let builds: [String]
  /// Those of `builds` that are built and proven.
  package var readyBuilds: [String] = []
  /// In the order of the options.
  package var targets: [Target] = []
  /// In the order of their fingerprints.
  package var findings: [Finding] = []
}

/// A process, told from a later one of the same number.
package struct ProcessIdentity: Codable, Equatable, Sendable {
  /// The process number, which the system gives to others later.
  package let number: Int32
  /// When it was started, in the system's own unit; nil where the system does not tell.
  package let started: String?

  /// This process.
  package static var own: ProcessIdentity {
    let number = ProcessInfo.processInfo.processIdentifier
    return ProcessIdentity(number: number, started: start(of: number))
  }

  /// Whether that very process is there still.
  package var isAlive: Bool {
    SystemBridge.isAlive(number) && (started == nil || started == Self.start(of: number))
  }

  /// Field 22 of `/proc/NUMBER/stat` (proc(5)), counted behind the name, which may hold anything. Nil too for a process
  /// that is dead and that nobody has waited for yet (state Z).
  private static func start(of number: Int32) -> String? {
    guard let data = FileManager.default.contents(atPath: "/proc/\(number)/stat"),
      let name = data.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let fields = data[(name + 1)...].split(separator: UInt8(ascii: " "))
    guard fields.count > 19, fields[0].first != UInt8(ascii: "Z") else { return nil }
    return String(decoding: fields[19], as: UTF8.self)
  }
}
