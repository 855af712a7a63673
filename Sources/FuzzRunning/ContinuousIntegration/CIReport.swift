/// What a short run came to.
public struct CIReport: Codable, Sendable {
  /// What a failure means for the change that is looked at.
  public enum Verdict: String, Codable, Sendable {
    /// Something committed fails that should not: the run fails.
    case regression
    /// Found by this run, reproduces, and the base revision does not have it: the run fails.
    case new
    /// An open finding of `crashes/`: listed.
    case known
    /// The base revision fails on the input as well: listed.
    case older
    /// Did not fail again: listed.
    case unreproducible

    public var fails: Bool { self == .regression || self == .new }
  }

  public struct Row: Codable, Sendable {
    public let verdict: Verdict
    public let fingerprint: String
    public let title: String
    public let severity: String
    public let target: String
    public let build: String
    public let input: String
    /// The command to repeat it.
    public let again: String
  }

  public struct Target: Codable, Sendable {
    public let name: String
    /// Committed inputs that were run, in each build.
    public let inputs: Int
    public let executions: Int
    public let edges: Int
    /// Part of the fuzzing time.
    public let share: Double
    /// Whether the change touches files that its inputs run.
    public let isTouched: Bool
  }

  public var rows: [Row] = []
  public var targets: [Target] = []
  public var seed: UInt32
  public var buildSeconds = 0.0
  public var replaySeconds = 0.0
  public var fuzzingSeconds = 0.0
  public var seconds = 0.0
  /// Things that a person should know and that are no failure.
  public var remarks: [String] = []

  public var fails: Bool { rows.contains { $0.verdict.fails } }

  /// One table of targets, then what failed, worst first.
  public var text: String {
    let table = TextTable(
      [["target", "replayed", "executions", "edges", "time"]]
        + targets.map { target in
          [
            target.name + (target.isTouched ? " *" : ""), "\(target.inputs)",
            "\(target.executions)", "\(target.edges)", "\(Int((target.share * 100).rounded()))%",
          ]
        }
    ).text
    var lines = [table]
    if targets.contains(where: \.isTouched) { lines.append("* touched by the change") }
    for row in sorted {
      lines += [
        "",
        "\(row.verdict.rawValue): \(row.fingerprint)  \(row.title)  [\(row.target), \(row.build)]",
        "  input:  \(row.input)", "  repeat: \(row.again)",
      ]
    }
    lines += remarks.map { "note: " + $0 }
    return lines.joined(separator: "\n") + "\n\n" + headline
  }

  /// The verdict and the table of targets in Markdown; names of targets are plain words.
  public var markdown: String {
    let rows = targets.map { target in
      "| \(target.name)\(target.isTouched ? " (touched)" : "") | \(target.inputs) "
        + "| \(target.executions) | \(target.edges) |"
    }
    let head = [
      "**\(headline)**", "", "| target | replayed | executions | edges |", "|---|---|---|---|",
    ]
    return (head + rows).joined(separator: "\n") + "\n"
  }

  /// The verdict in one line.
  public var headline: String {
    let failing = rows.count { $0.verdict.fails }
    let listed = rows.count - failing
    let what =
      failing == 0 ? "passed" : "failed: \(failing) \(failing == 1 ? "finding" : "findings")"
    return what + (listed > 0 ? ", \(listed) listed" : "")
      + " (builds \(Int(buildSeconds)) s, replay \(Int(replaySeconds)) s, fuzzing \(Int(fuzzingSeconds)) s, seed \(seed))"
  }

  var sorted: [Row] {
    let order: [Verdict] = [.regression, .new, .unreproducible, .older, .known]
    return rows.sorted {
      (order.firstIndex(of: $0.verdict) ?? 9, $0.fingerprint)
        < (order.firstIndex(of: $1.verdict) ?? 9, $1.fingerprint)
    }
  }
}
