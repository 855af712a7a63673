import FuzzBuilds

extension BugReport {
  /// The table for people, followed by totals and bars.
  package var text: String {
    let head = [
      "bug", "class", "depth", "targets", "reached", "plain", "triggered", "plain", "profile",
      "from reaching", "ratio", "p", "A12",
    ]
    let lines = rows.map { row in
      [
        row.bug, row.className, row.depth ?? "", row.targets.joined(separator: ","),
        time(row.reachedFull), time(row.reachedPlain), time(row.triggeredFull),
        time(row.triggeredPlain), total.trialsProfile > 0 ? time(row.triggeredProfile) : "",
        digits(row.ratioFromReached, 1), ratio(row), digits(row.probability, 4),
        digits(row.fasterShare, 2),
      ]
    }
    let sections = (parts + [total]).map { parts.isEmpty ? totals(of: $0) : titled($0) }
    return ([TextTable([head] + lines).text, ""] + sections + [common]).joined(separator: "\n")
  }

  private func titled(_ part: Total) -> String {
    "set \(part.set ?? "other"), \(part.bugs) bugs:\n"
      + totals(of: part)
      .split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
  }

  private func totals(of total: Total) -> String {
    let ratios =
      "from reaching a bug to triggering it: plain libFuzzer takes \(digits(total.medianRatioFromReached, 1)) times"
      + " as long (median over the bugs); from the start of the session, queue included:"
      + " \(digits(total.medianRatio, 1)) times, at worst \(digits(total.worstRatio, 2)) (\(total.worstBug))"
    let triggered =
      "triggered in the median trial: \(digits(total.triggeredFull, 1)) of \(total.bugs),"
      + " plain libFuzzer \(digits(total.triggeredPlain, 1))"
      + (total.trialsProfile > 0 ? ", with value profile \(digits(total.triggeredProfile, 1))" : "")
    let missed =
      "missed in the median trial: \(total.missed.isEmpty ? "none" : total.missed.joined(separator: ", "))"
    let neither =
      "\(total.triggeredByNeither) bugs have ratio 1 because neither median trial triggers them"
    let bars = total.bars.map { "\($0.isMet ? "met" : "MISSED"): \($0.name)" }
    return ([ratios, triggered, missed, neither] + bars).joined(separator: "\n")
  }

  /// What holds for every set.
  private var common: String {
    let trials =
      "\(total.trialsFull) trials of the harness, \(total.trialsPlain) of plain libFuzzer, \(total.trialsProfile)"
      + " with value profile, \(Int(total.seconds)) s on \(total.jobs) processes each; medians, in seconds"
      + " from the start; least processor time of a trial \(digits(total.leastProcessorShare * 100, 0)) %"
    let censored =
      "a time that was not observed counts as \(Int(total.seconds)) s, one below a second as one second"
    let crashes = total.crashes.map {
      "the patched copy crashed, which no injected bug should do: \($0)"
    }
    let commits = total.revisions.map { "commit of the trials: \($0)" }
    return ([trials] + commits + [censored] + crashes).joined(separator: "\n")
  }

  private func time(_ seconds: Double?) -> String {
    guard let seconds else { return ">\(Int(total.seconds))" }
    return seconds < 0.05 ? "<0.1" : digits(seconds, seconds < 10 ? 1 : 0)
  }

  private func ratio(_ row: Row) -> String {
    switch (row.triggeredFull, row.triggeredPlain) {
    case (nil, nil): "neither"
    case (_?, nil): ">" + digits(row.ratio, 1)
    case (nil, _?): "<" + digits(row.ratio, 3)
    case (_?, _?): digits(row.ratio, 1)
    }
  }

  /// `value` with `count` decimal places.
  private func digits(_ value: Double, _ count: Int) -> String {
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    let whole = Int((value * scale).rounded())
    guard count > 0 else { return "\(whole)" }
    let fraction = "\(whole % Int(scale))"
    return "\(whole / Int(scale))." + String(repeating: "0", count: count - fraction.count)
      + fraction
  }
}
