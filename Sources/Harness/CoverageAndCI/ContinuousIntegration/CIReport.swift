import FuzzBuilds

/// What a short run came to.
package struct CIReport: Codable, Sendable {
  /// What a failure means for the change that is looked at.
  package enum Verdict: String, Codable, Sendable {
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
    package var fails: Bool { self == .regression || self == .new }
  }

  /// One failure: an input that fails, or what it was taken for.
  package struct Row: Codable, Sendable {
    /// What the failure means for the change.
    package let verdict: Verdict
    /// Names the bug.
    package let fingerprint: String
    /// What and where, in one line.
    package let title: String
    /// Raw value of the level: `low`, `medium` or `high`.
    package let severity: String
    /// Name of the target that fails.
    package let target: String
    /// The build that it fails in, such as `address debug`.
    package let build: String
    /// Path of the failing input.
    package let input: String
    /// The command to repeat it.
    package let again: String
  }

  /// What one target did.
  package struct Target: Codable, Sendable {
    /// Name of the target.
    package let name: String
    /// Committed inputs that were run, in each build.
    package let inputs: Int
    /// Inputs run while fuzzing; 0 when nothing was fuzzed.
    package let executions: Int
    /// Edges reached while fuzzing; 0 when nothing was fuzzed.
    package let edges: Int
    /// Part of the fuzzing time.
    package let share: Double
    /// Whether the change touches files that its inputs run.
    package let isTouched: Bool
  }

  /// What failed: of what is committed first, then of what the run found.
  package var rows: [Row] = []
  /// One for each target of the run, in its order.
  package var targets: [Target] = []
  /// First seed of libFuzzer's generator: equal seeds give equal runs but for what the clock decides.
  package var seed: UInt32
  /// Wall clock of the builds.
  package var buildSeconds = 0.0
  /// Wall clock of replaying what is committed.
  package var replaySeconds = 0.0
  /// Wall clock of fuzzing; 0 when what is committed failed.
  package var fuzzingSeconds = 0.0
  /// Wall clock of it all.
  package var seconds = 0.0
  /// Things that a person should know and that are no failure.
  package var remarks: [String] = []

  /// Whether the run fails: whether any failure is this change's fault.
  package var fails: Bool { rows.contains { $0.verdict.fails } }

  /// One table of targets, then what failed, worst first.
  package var text: String {
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
  package var markdown: String {
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
  package var headline: String {
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
