import CrashTriage
import FuzzBuilds

/// Text of the report; with 16 targets it fits 80 columns and 24 lines.
extension SessionReport {
  private static let maximumFindings = 5

  /// The report, with control characters of inputs neutralized.
  package var text: String {
    var lines = [headline, ""]
    lines.append(
      TextTable(
        [["target", "runs", "exec/s", "time", "edges", "ft", "corp", "found", "new"]]
          + status.targets.map(row)
      ).text)
    if let line = BuildTimeShare.line(status.buildShares) { lines.append(line) }
    if !status.findings.isEmpty { lines.append("") }
    for finding in status.findings.prefix(Self.maximumFindings) {
      lines.append(
        "\(finding.fingerprint)  \(Neutral.line(finding.title, limit: 100))  "
          + "[\(finding.target)\(finding.isNew ? ", new" : "")], hit \(finding.crashes) times")
    }
    if status.findings.count > Self.maximumFindings {
      lines.append("and \(status.findings.count - Self.maximumFindings) more findings")
    }
    lines += ["", "record: \(CommandWords.fromHere(record))"]
    return lines.joined(separator: "\n")
  }

  private var headline: String {
    let clock = "\(ProgressText.clock(status.fuzzed)) of \(ProgressText.clock(status.time))"
    switch state {
    case .running:
      let missing = status.builds.filter { !status.readyBuilds.contains($0) }
      let builds = missing.isEmpty ? "" : " (not ready yet: \(missing.joined(separator: ", ")))"
      return "Running: \(status.phase.rawValue), \(clock) of fuzzing\(builds)"
    case .ended:
      return "Ended: \(clock) of fuzzing, findings: \(status.findings.count)"
    case .killed:
      return
        "Killed while \(status.phase.rawValue), \(clock) of fuzzing; nothing it found is lost, "
        + "a new session continues from its corpus"
    }
  }

  private func row(_ target: SessionStatus.Target) -> [String] {
    let all = status.targets.reduce(0) { $0 + $1.seconds }
    let share = all > 0 ? Int((target.seconds / all * 100).rounded()) : 0
    let rate =
      state == .running && !target.isRunning
      ? "-" : SessionSummary.short(target.executionsPerSecond)
    return [
      target.name, SessionSummary.short(target.executions), rate, "\(share)%", "\(target.edges)",
      "\(target.features)", "\(target.corpus)", "\(target.findings)",
      target.lastNewCoverage.map { ProgressText.clock(status.fuzzed - $0) } ?? "-",
    ]
  }
}
