import Foundation

/// How far a session is, as it writes it beside its record about once a second: `status.json`.
public struct SessionStatus: Codable, Equatable, Sendable {
  public enum Phase: String, Codable, Sendable {
    case building, fuzzing, checking, triaging, minimizing, ended
  }

  public struct Target: Codable, Equatable, Sendable {
    public let name: String
    public let isRunning: Bool
    public let executions: Int
    /// Of the process heard last.
    public let executionsPerSecond: Int
    public let edges: Int
    public let features: Int
    public let corpus: Int
    public let findings: Int
    public let crashes: Int
    /// Process time.
    public let seconds: Double
    /// When it last met something new, in seconds since fuzzing began.
    public let lastNews: Double?

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
      lastNews = progress.lastNews
    }
  }

  public struct Finding: Codable, Equatable, Sendable {
    public let fingerprint: String
    public let title: String
    public let target: String
    public let crashes: Int
    /// False when an earlier session had met it.
    public let isNew: Bool
  }

  public let session: String
  public let process: ProcessIdentity
  public var phase: Phase
  /// Seconds since the session began, builds included, when this was written.
  public var elapsed = 0.0
  /// Seconds of fuzzing so far, and as many as were asked for.
  public var fuzzed = 0.0
  public let time: Double
  /// The builds, the main one first, and those of them that are ready.
  public let builds: [String]
  public var readyBuilds: [String] = []
  public var targets: [Target] = []
  public var findings: [Finding] = []
}

/// A process, told from a later one of the same number.
public struct ProcessIdentity: Codable, Equatable, Sendable {
  public let number: Int32
  /// When it was started, in the system's own unit; nil where the system does not tell.
  public let started: String?

  public static var own: ProcessIdentity {
    let number = ProcessInfo.processInfo.processIdentifier
    return ProcessIdentity(number: number, started: start(of: number))
  }

  /// Whether that very process is there still.
  public var isAlive: Bool {
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
