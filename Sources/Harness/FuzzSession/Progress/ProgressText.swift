/// Progress lines of the targets.
package struct ProgressText: Sendable {
  /// Seconds of the session so far.
  let elapsed: Double
  /// Seconds of the whole session.
  let total: Double

  /// The targets that get a line: all on a terminal; in a log those that run, since the others have
  /// not changed.
  static func shown(_ progress: [TargetProgress], redraws: Bool) -> [TargetProgress] {
    redraws ? progress : progress.filter(\.isRunning)
  }

  /// The line for a terminal of `width` columns; abbreviated where full words do not fit.
  func line(_ progress: TargetProgress, nameWidth: Int, width: Int) -> String {
    let full = words(progress, nameWidth, brief: false).joined(separator: "  ")
    if full.count < width { return full }
    return String(words(progress, nameWidth, brief: true).joined(separator: " ").prefix(width - 1))
  }

  private func words(_ progress: TargetProgress, _ nameWidth: Int, brief: Bool) -> [String] {
    let newCoverage = progress.lastNewEdge.map { Self.clock(elapsed - $0) }
    let rate = "\(progress.executionsPerSecond)\(brief ? "/s" : " exec/s")"
    return [
      progress.name + String(repeating: " ", count: max(nameWidth - progress.name.count, 0)),
      "\(Self.clock(elapsed))/\(Self.clock(total))", progress.isRunning ? rate : "waiting",
      "\(brief ? "edg" : "edges") \(progress.edges)",
      "\(brief ? "ft" : "features") \(progress.features)",
      "\(brief ? "corp" : "corpus") \(progress.corpus)",
      "\(brief ? "found" : "findings") \(progress.findings.count)",
      brief
        ? "new \(newCoverage ?? "-")" : newCoverage.map { "new edge \($0) ago" } ?? "no new edge",
    ]
  }

  /// `1:23` or `1:01:00`.
  package static func clock(_ seconds: Double) -> String {
    let whole = max(0, Int(seconds))
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
  }
}
