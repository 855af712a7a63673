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

  /// Lines of the targets and a total. With more than `maximumLines`, the targets that run come
  /// first and one line counts the others.
  func lines(
    _ progress: [TargetProgress], redraws: Bool, width: Int, maximumLines: Int
  ) -> [String] {
    let shown = Self.shown(progress, redraws: redraws)
    let nameWidth = (shown.map(\.name.count) + [Self.totalName.count]).max() ?? 0
    let total = self.total(progress, nameWidth: nameWidth, width: width)
    guard shown.count + 1 > maximumLines else {
      return shown.map { line($0, nameWidth: nameWidth, width: width) } + [total]
    }
    let room = max(maximumLines - 2, 0)
    let first = (shown.filter(\.isRunning) + shown.filter { !$0.isRunning }).prefix(room)
    return first.map { line($0, nameWidth: nameWidth, width: width) }
      + ["and \(shown.count - first.count) more targets", total].suffix(max(maximumLines, 1))
  }

  private static let totalName = "total"

  /// The sum over all targets.
  private func total(_ progress: [TargetProgress], nameWidth: Int, width: Int) -> String {
    let rate = progress.filter(\.isRunning).reduce(0) { $0 + $1.executionsPerSecond }
    let executions = SessionSummary.short(progress.reduce(0) { $0 + $1.executions })
    let findings = Set(progress.flatMap(\.findings)).count
    let idle = progress.count { $0.executions == 0 }
    let words = [
      Self.totalName + String(repeating: " ", count: max(nameWidth - Self.totalName.count, 0)),
      "\(Self.clock(elapsed))/\(Self.clock(self.total))", "\(rate) exec/s", "\(executions) runs",
      "findings \(findings)",
    ]
    let all = words + (idle > 0 ? ["\(idle) of \(progress.count) targets not run yet"] : [])
    return String(all.joined(separator: "  ").prefix(max(width - 1, 1)))
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
