import CrashTriage

/// Labelled logs after triage, all together.
struct TriagedLogs {
  let logs: [LabelledLog]
  /// The crash of each log; nil for a log without a report.
  let crashes: [Crash?]
  /// The names of each log's finding and fingerprint; a log without a report is a bucket of its
  /// own.
  let names: [(finding: String, fingerprint: String)]
  private let groups: CrashGroups
  /// The item of each log in `groups`.
  private let items: [Int?]

  init(_ logs: [LabelledLog], demangle: ([String]) -> [String]) {
    self.logs = logs
    let reports = logs.map { CrashReport.read($0.text) }
    let known = Crash.clean(reports.compactMap { $0 }, demangle: demangle)
    let fingerprints = known.map { Fingerprint($0) }
    groups = CrashGroups(zip(known, fingerprints).map { CrashGroups.Item($0, $1) })
    var crashes: [Crash?] = []
    var items: [Int?] = []
    var names: [(finding: String, fingerprint: String)] = []
    var next = 0
    for (index, report) in reports.enumerated() {
      guard report != nil else {
        crashes.append(nil)
        items.append(nil)
        names.append(("unread \(index)", "unread \(index)"))
        continue
      }
      crashes.append(known[next])
      items.append(next)
      names.append((groups.findings[next].description, fingerprints[next].description))
      next += 1
    }
    (self.crashes, self.items, self.names) = (crashes, items, names)
  }

  /// The rules that lead from one log to another of its finding.
  func rules(from left: Int, to right: Int) -> [JoiningRule] {
    guard let left = items[left], let right = items[right] else { return [] }
    return groups.rules(from: left, to: right)
  }

  /// What a log says after cleaning, without addresses: two logs with one text cannot be told
  /// apart.
  func text(_ index: Int) -> String {
    guard let crash = crashes[index] else { return logs[index].text }
    let frames = crash.frames.map { "\($0.function) \($0.file):\($0.line)" }
    return ([crash.kind.rawValue, crash.message, crash.place ?? ""] + frames + crash.runtime)
      .joined(separator: "\n")
  }

  /// The most frequent bug among the logs with the same text, for each log.
  var bestBuckets: [String] {
    let texts = logs.indices.map(text)
    var counts: [String: [Int: Int]] = [:]
    for (text, log) in zip(texts, logs) { counts[text, default: [:]][log.bug, default: 0] += 1 }
    return texts.map { text in
      let best = counts[text]?.max { ($0.value, $1.key) < ($1.value, $0.key) }
      return "\(best?.key ?? -1)"
    }
  }
}
