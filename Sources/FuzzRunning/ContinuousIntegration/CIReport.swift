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

    /// Whether a failure of this meaning is this change's fault.
    public var fails: Bool { self == .regression || self == .new }
  }

  /// One failure: an input that fails, or what it was taken for.
  public struct Row: Codable, Sendable {
    /// What the failure means for the change.
    public let verdict: Verdict
    /// Names the bug.
    public let fingerprint: String
    /// What and where, in one line.
    public let title: String
    /// Raw value of the level: `low`, `medium` or `high`.
    public let severity: String
    /// Name of the target that fails.
    public let target: String
    /// The build that it fails in, such as `address debug`.
    public let build: String
    /// Path of the failing input.
    public let input: String
    /// The command to repeat it.
    public let again: String
  }

  /// What one target did.
  public struct Target: Codable, Sendable {
    /// Name of the target.
    public let name: String
    /// Committed inputs that were run, in each build.
    public let inputs: Int
    /// Inputs run while fuzzing; 0 when nothing was fuzzed.
    public let executions: Int
    /// Edges reached while fuzzing; 0 when nothing was fuzzed.
    public let edges: Int
    /// Part of the fuzzing time.
    public let share: Double
    /// Whether the change touches files that its inputs run.
    public let isTouched: Bool
  }

  /// What failed: of what is committed first, then of what the run found.
  public var rows: [Row] = []
  /// One for each target of the run, in its order.
  public var targets: [Target] = []
  /// First seed of libFuzzer's generator: equal seeds give equal runs but for what the clock decides.
  public var seed: UInt32
  /// Wall clock of the builds.
  public var buildSeconds = 0.0
  /// Wall clock of replaying what is committed.
  public var replaySeconds = 0.0
  /// Wall clock of fuzzing; 0 when what is committed failed.
  public var fuzzingSeconds = 0.0
  /// Wall clock of it all.
  public var seconds = 0.0
  /// Things that a person should know and that are no failure.
  public var remarks: [String] = []

  /// Whether the run fails: whether any failure is this change's fault.
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
