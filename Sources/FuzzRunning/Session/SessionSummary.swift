/// What a session came to: the text at its end, and with `--json` the document.
public struct SessionSummary: Codable, Sendable {
  public struct Target: Codable, Sendable {
    public let name: String
    public let executions: Int
    /// Mean over the time that its processes ran.
    public let executionsPerSecond: Int
    public let edges: Int
    public let features: Int
    /// Inputs in the working corpus.
    public let corpus: Int
    /// How many there were before it was minimized; nil when it was not.
    public let minimizedFrom: Int?
    public let findings: Int
    /// Seconds of process time.
    public let seconds: Double
  }

  public struct Finding: Codable, Sendable {
    public let name: CrashName
    public let target: String
    /// False when an earlier session had met it.
    public let isNew: Bool
    /// Inputs kept, and how often the session ran into it.
    public let inputs: Int
    public let crashes: Int
    /// The smallest input and what the process said on it.
    public let input: String
    public let report: String
    /// Commands to copy.
    public let replay: String
    public let shrink: String
  }

  public let session: String
  public let build: String
  /// Wall clock from the command to its end, builds included, and of the fuzzing alone.
  public let seconds: Double
  public let fuzzingSeconds: Double
  /// From the command to the first input run, builds and proof included; nil when none was run.
  public let secondsToFirstExecution: Double?
  /// True when it was stopped before its time was up.
  public let wasInterrupted: Bool
  public let targets: [Target]
  public let findings: [Finding]
  /// Things that a person should know and that are no findings.
  public let remarks: [String]
  public let record: String

  public var text: String {
    var lines = [headline, ""]
    lines.append(
      TextTable(
        [["target", "executions", "exec/s", "edges", "features", "corpus", "findings"]]
          + targets.map {
            [
              $0.name, "\($0.executions)", "\($0.executionsPerSecond)", "\($0.edges)",
              "\($0.features)", Self.corpus($0), "\($0.findings)",
            ]
          }
      ).text)
    for finding in findings { lines += ["", Self.paragraph(finding)] }
    if findings.isEmpty {
      lines += ["", "To see what a finding looks like: \(CommandWords.command("demo"))"]
    }
    if !remarks.isEmpty { lines += [""] + remarks.map { "note: " + $0 } }
    lines += ["", "record: \(record)"]
    return lines.joined(separator: "\n")
  }

  private static func corpus(_ target: Target) -> String {
    (target.minimizedFrom.map { "\($0) to " } ?? "") + "\(target.corpus)"
  }

  private var headline: String {
    let what =
      switch findings.count {
      case 0: "no finding"
      case 1: "1 finding"
      default: "\(findings.count) findings"
      }
    let start = secondsToFirstExecution.map { ", first input run after \(Self.seconds($0))" } ?? ""
    return (wasInterrupted ? "Stopped early: " : "Done: ") + what
      + " in \(Self.seconds(fuzzingSeconds)) of fuzzing (\(build) build)" + start
  }

  private static func paragraph(_ finding: Finding) -> String {
    """
    \(finding.name.fingerprint)  \(finding.name.title)  [\(finding.target), \
    \(finding.name.severity)\(finding.isNew ? ", new" : "")]
      hit \(finding.crashes) times, \(finding.inputs) inputs kept; the smallest: \(finding.input)
      report:  \(finding.report)
      repeat:  \(finding.replay)
      shrink:  \(finding.shrink)
    """
  }

  static func seconds(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
