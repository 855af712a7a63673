/// Comparison of the trials, for each bug and in total.
package struct BugReport: Sendable {
  /// One bug. Times are medians over the trials, in seconds from the start; nil when the median
  /// trial did not observe it.
  package struct Row: Codable, Equatable, Sendable {
    /// Always `bug`; distinguishes lines of JSON.
    package let kind: String
    package let bug: String
    /// Class of bug.
    package let className: String
    /// Depth that its author guessed; nil where the patch does not say.
    package let depth: String?
    /// Targets whose inputs can reach it.
    package let targets: [String]
    /// Seconds until the harness reaches the place.
    package let reachedFull: Double?
    /// Seconds until plain libFuzzer reaches the place.
    package let reachedPlain: Double?
    /// Seconds until the harness triggers the bug.
    package let triggeredFull: Double?
    /// Seconds until plain libFuzzer triggers the bug.
    package let triggeredPlain: Double?
    /// Seconds until libFuzzer with value profile triggers the bug; nil also without such trials.
    package let triggeredProfile: Double?
    /// The ratio of the times from reaching the place to triggering the bug: excludes the effect of
    /// the order of targets.
    package let ratioFromReached: Double
    /// Time to trigger of plain libFuzzer divided by that of the harness. A time that was not
    /// observed counts as the length of a trial, a time below a second as one second; the ratio is
    /// 1 when neither triggers the bug.
    package let ratio: Double
    /// Whether a time in the ratio is censored, so that the true ratio is farther from 1 or
    /// unknown.
    package let isCensored: Bool
    /// Two-sided Mann-Whitney probability over the trials' times to trigger.
    package let probability: Double
    /// How often a trial of the harness is faster than one of plain libFuzzer, ties counting half
    /// (A12).
    package let fasterShare: Double
  }

  /// Totals over all bugs.
  package struct Total: Codable, Equatable, Sendable {
    /// Always `total`.
    package let kind: String
    /// Part of the committed sets, by its name in `--set`; nil for a folder from outside.
    package let set: String?
    /// Number of bugs.
    package let bugs: Int
    /// Trials of the harness.
    package let trialsFull: Int
    /// Trials of plain libFuzzer.
    package let trialsPlain: Int
    /// Trials of libFuzzer with value profile.
    package let trialsProfile: Int
    /// Length of a trial in seconds.
    package let seconds: Double
    /// Processes of a trial.
    package let jobs: Int
    /// Bugs triggered in the median trial of the harness.
    package let triggeredFull: Double
    /// Bugs triggered in the median trial of plain libFuzzer.
    package let triggeredPlain: Double
    /// Bugs triggered in the median trial with value profile; 0 without such trials.
    package let triggeredProfile: Double
    /// Bugs that the median trial of the harness does not trigger.
    package let missed: [String]
    /// The least part of its processor time that a trial had; 1 where none says.
    package let leastProcessorShare: Double
    /// Median of the bugs' ratios.
    package let medianRatio: Double
    /// Median ratio of the times from reaching the place to triggering the bug: excludes the effect
    /// of scheduling targets.
    package let medianRatioFromReached: Double
    /// Minimum of the bugs' ratios.
    package let worstRatio: Double
    /// Name of the bug with the minimum ratio.
    package let worstBug: String
    /// Bugs that neither median trial triggers; their ratio is 1 and carries no information.
    package let triggeredByNeither: Int
    /// Commits of the trials, where they say.
    package let revisions: [String]
    /// Crashes of the patched copy; there must be none.
    package let crashes: [String]
    /// Bars, in order.
    package let bars: [Bar]
  }

  /// A bar and whether it is met.
  package struct Bar: Codable, Equatable, Sendable {
    /// The bar in words, with its numbers.
    package let name: String
    package let isMet: Bool
  }

  /// One row for each bug, sorted by name.
  package let rows: [Row]
  /// The totals.
  package let total: Total

  /// Shorter times depend on process start-up and scheduling order, and count as this many seconds.
  static let resolution = 1.0

  /// The totals of each part, where the bugs are of more than one.
  package let parts: [Total]

  /// Nil unless harness and plain libFuzzer both have a trial.
  ///
  /// - Parameters:
  ///   - set: the bugs. Its group and that of each part decide the bars.
  ///   - full, plain, profile: trials of these bugs.
  package init?(
    of set: InjectedBugSet, full: [BugTrial], plain: [BugTrial], profile: [BugTrial] = [],
    settings: BugTrialSettings
  ) {
    let trials = BugTrials(full: full, plain: plain, profile: profile, settings: settings)
    guard let all = Self.section(set.bugs, set.group, trials) else { return nil }
    (rows, total) = all
    parts = set.parts.compactMap { part in
      Self.section(set.bugs.filter { part.names.contains($0.name) }, part.group, trials)?.total
    }
  }

  private static func section(
    _ bugs: [InjectedBug], _ group: BugGroup?, _ trials: BugTrials
  ) -> (rows: [Row], total: Total)? {
    guard !trials.full.isEmpty, !trials.plain.isEmpty else { return nil }
    let limit = trials.settings.seconds
    let rows = bugs.compactMap { row($0, trials.full, trials.plain, trials.profile, limit: limit) }
    guard let worst = rows.min(by: { $0.ratio < $1.ratio }) else { return nil }
    let counts = [trials.full, trials.plain, trials.profile].map { list in
      median(list.map { trial in Double(bugs.count { trial.triggers($0) }) }) ?? 0
    }
    let fromReached = rounded(
      median(bugs.map { ratioFromReached($0, trials.full, trials.plain, limit: limit) }) ?? 1)
    let total = Total(
      kind: "total", set: group?.rawValue, bugs: bugs.count, trialsFull: trials.full.count,
      trialsPlain: trials.plain.count, trialsProfile: trials.profile.count, seconds: limit,
      jobs: trials.settings.jobs, triggeredFull: counts[0], triggeredPlain: counts[1],
      triggeredProfile: counts[2], missed: rows.filter { $0.triggeredFull == nil }.map(\.bug),
      leastProcessorShare: rounded(trials.all.compactMap(\.processorShare).min() ?? 1),
      medianRatio: rounded(median(rows.map(\.ratio)) ?? 1), medianRatioFromReached: fromReached,
      worstRatio: worst.ratio, worstBug: worst.bug,
      triggeredByNeither: rows.count { $0.triggeredFull == nil && $0.triggeredPlain == nil },
      revisions: Set(trials.all.compactMap(\.revision)).sorted(),
      crashes: Set(trials.all.flatMap(\.findings)).sorted(),
      bars: bars(rows, counts[0], fromReached, trials.full, group))
    return (rows, total)
  }

  /// 66 of 68 in the first set; elsewhere 85 %, and 70 % of the deep ones. The two sets together
  /// have no bar, their parts do.
  private static func bars(
    _ rows: [Row], _ triggered: Double, _ fromReached: Double, _ full: [BugTrial],
    _ group: BugGroup?
  ) -> [Bar] {
    guard group != .all else { return [] }
    let wanted = (Double(rows.count) * (group == .first ? 0.97 : 0.85)).rounded(.up)
    var bars = [
      Bar(
        name: "at least \(Int(wanted)) of \(rows.count) triggered in the median trial",
        isMet: triggered >= wanted)
    ]
    let deep = rows.filter { $0.depth == "deep" }.map(\.bug)
    if group != .first, !deep.isEmpty {
      let wanted = (Double(deep.count) * 0.7).rounded(.up)
      let counts = full.map { trial in
        Double(deep.count { trial.sightings[$0]?.triggered != nil })
      }
      bars.append(
        Bar(
          name: "at least \(Int(wanted)) of \(deep.count) deep ones triggered in the median trial",
          isMet: (median(counts) ?? 0) >= wanted))
    }
    bars.append(
      Bar(
        name:
          "from reaching to triggering at least 5 times as fast as plain libFuzzer, in the median",
        isMet: fromReached >= 5))
    return bars
  }

  private static func row(
    _ bug: InjectedBug, _ full: [BugTrial], _ plain: [BugTrial], _ profile: [BugTrial],
    limit: Double
  ) -> Row? {
    func times(_ trials: [BugTrial], _ path: KeyPath<BugTrial.Sighting, Double?>) -> [Double] {
      trials.map { $0.sightings[bug.name]?[keyPath: path] ?? .infinity }
    }
    func seen(_ values: [Double]) -> Double? {
      median(values).flatMap { $0.isFinite ? rounded($0) : nil }
    }
    let (fast, slow) = (times(full, \.triggered), times(plain, \.triggered))
    guard let test = RankTest(fast, slow) else { return nil }
    let (ours, theirs) = (seen(fast), seen(slow))
    let ratio = max(theirs ?? limit, resolution) / max(ours ?? limit, resolution)
    return Row(
      kind: "bug", bug: bug.name, className: bug.className, depth: bug.depth,
      targets: bug.targets,
      reachedFull: seen(times(full, \.reached)), reachedPlain: seen(times(plain, \.reached)),
      triggeredFull: ours, triggeredPlain: theirs,
      triggeredProfile: seen(times(profile, \.triggered)),
      ratioFromReached: rounded(ratioFromReached(bug, full, plain, limit: limit)),
      ratio: rounded(ratio),
      isCensored: ours == nil || theirs == nil, probability: rounded(test.probability, 10_000),
      fasterShare: rounded(test.firstIsSmaller))
  }
}

extension BugReport {
  /// Ratio of the times from reaching to triggering a bug, censored and bounded below like the
  /// others.
  private static func ratioFromReached(
    _ bug: InjectedBug, _ full: [BugTrial], _ plain: [BugTrial], limit: Double
  ) -> Double {
    func time(_ trials: [BugTrial]) -> Double {
      let times = trials.map { trial -> Double in
        guard let sighting = trial.sightings[bug.name], let reached = sighting.reached,
          let triggered = sighting.triggered
        else { return limit }
        return triggered - reached
      }
      return max(min(median(times) ?? limit, limit), resolution)
    }
    return time(plain) / time(full)
  }
}

/// The trials of one report.
private struct BugTrials {
  let full, plain, profile: [BugTrial]
  let settings: BugTrialSettings

  var all: [BugTrial] { full + plain + profile }
}

private func rounded(_ value: Double, _ parts: Double = 1_000) -> Double {
  (value * parts).rounded() / parts
}
