import FuzzBuilds
package import ProcessSupport

/// Result of a `scenefuzz ci` run.
package struct CIReport: Codable, Sendable {
  /// Meaning of a failure for the change under test.
  package enum Verdict: String, Codable, Sendable {
    /// A committed input fails that should not: fails the run.
    case regression
    /// A finding of this run that reproduces and does not occur in the base revision: fails the
    /// run.
    case new
    /// An open finding of `crashes/`: listed only.
    case known
    /// Fails in the base revision too: listed only.
    case older
    /// Did not fail again: listed only.
    case unreproducible

    /// Whether the verdict fails the run.
    package var fails: Bool { self == .regression || self == .new }
  }

  /// One failure.
  package struct Row: Codable, Sendable {
    package let verdict: Verdict
    /// Fingerprint of the finding.
    package let fingerprint: String
    /// Kind of failure and location, in one line.
    package let title: String
    /// Severity level: `low`, `medium` or `high`.
    package let severity: String
    /// Name of the failing target.
    package let target: String
    /// The failing build, such as `address debug`.
    package let build: String
    /// Path of the failing input.
    package let input: String
    /// The command to repeat it.
    package let again: String
  }

  /// Work done for one target.
  package struct Target: Codable, Sendable {
    package let name: String
    /// Committed inputs run in each build.
    package let inputs: Int
    /// Executions while fuzzing; 0 when nothing was fuzzed.
    package let executions: Int
    /// Edges covered while fuzzing; 0 when nothing was fuzzed.
    package let edges: Int
    /// Process time of fuzzing, in seconds.
    package var seconds = 0.0
    /// Share of the fuzzing time.
    package let share: Double
    /// Whether the change affects the target.
    package let isTouched: Bool
  }

  /// Failures: of committed inputs first, then of fuzzing.
  package var rows: [Row] = []
  /// One entry for each target, in the order of the run.
  package var targets: [Target] = []
  /// Seed of libFuzzer's generator. Equal seeds give equal runs, except for decisions that depend
  /// on the clock.
  package var seed: UInt32
  /// Wall-clock time of the builds, in seconds.
  package var buildSeconds = 0.0
  /// Wall-clock time of the replay, in seconds.
  package var replaySeconds = 0.0
  /// Wall-clock time of fuzzing, in seconds; 0 when a committed input failed.
  package var fuzzingSeconds = 0.0
  /// Wall-clock time of the run, in seconds.
  package var seconds = 0.0
  /// Notes that are not failures.
  package var remarks: [String] = []

  /// What an affected target must have run for a verdict.
  package var floor = Floor()

  /// Minimum of fuzzing for a target that the change affects.
  package struct Floor: Codable, Equatable, Sendable {
    package var executions = 1_000
    /// Process time in seconds.
    package var seconds = 5.0

    package init() {}
  }

  /// Affected targets that ran less than the floor.
  package var notEnough: [Target] {
    targets.filter {
      $0.isTouched && ($0.executions < floor.executions || $0.seconds < floor.seconds)
    }
  }

  /// Whether any failure fails the run.
  package var fails: Bool { rows.contains { $0.verdict.fails } }

  /// Table of the targets, then the failures, worst first.
  package var text: String { text(.plain) }

  /// The table and the failures in `style`.
  package func text(_ style: TextStyle) -> String {
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
    if targets.contains(where: \.isTouched) { lines.append("* affected by the change") }
    for row in sorted {
      lines += [
        "",
        "\(row.verdict.fails ? style.bad(row.verdict.rawValue) : row.verdict.rawValue): "
          + "\(style.strong(row.fingerprint))  \(row.title)  [\(row.target), \(row.build)]",
        "  input:  \(row.input)", "  repeat: \(row.again)",
      ]
    }
    lines += remarks.map { "note: " + $0 }
    if !fails, !notEnough.isEmpty {
      lines += ["", "Not enough fuzzing for a verdict; give more --time, or lower the floor:"]
      lines += notEnough.map { target in
        "  \(target.name): \(target.executions) of \(floor.executions) executions, "
          + "\(Int(target.seconds)) of \(Int(floor.seconds)) s"
      }
    }
    let verdict =
      fails
      ? style.bad(headline) : notEnough.isEmpty ? style.good(headline) : style.warning(headline)
    return lines.joined(separator: "\n") + "\n\n" + verdict
  }

  /// The verdict and the table of targets in Markdown; names of targets need no escaping.
  package var markdown: String {
    let rows = targets.map { target in
      "| \(target.name)\(target.isTouched ? " (affected)" : "") | \(target.inputs) "
        + "| \(target.executions) | \(target.edges) |"
    }
    let head = [
      "**\(headline)**", "", "| target | replayed | executions | edges |", "|---|---|---|---|",
    ]
    return (head + rows).joined(separator: "\n") + "\n"
  }

  /// The verdict in one line.
  package var headline: String {
    let failing = Set(rows.filter(\.verdict.fails).map(\.fingerprint)).count
    let listed = Set(rows.map(\.fingerprint)).count - failing
    let what =
      failing == 0
      ? notEnough.isEmpty
        ? "passed" : "not enough: \(notEnough.map(\.name).joined(separator: ", "))"
      : "failed: \(failing) \(failing == 1 ? "finding" : "findings")"
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
