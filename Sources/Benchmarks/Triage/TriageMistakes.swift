import CrashTriage

/// The pairs of logs that triage puts together or keeps apart wrongly, with the rule that decided,
/// for people who want to know what the scores are made of.
package enum TriageMistakes {
  /// Text for people, for each set and builds.
  ///
  /// - Parameter demangle: Names in, readable names out, as for `Crash.init`.
  package static func lines(
    _ logs: [LabelledLog], demangle: ([String]) -> [String]
  ) -> [String] {
    var lines: [String] = []
    for set in ["easy", "hard", WildSet.name] {
      for builds in ["debug", "release", "static", "together"] {
        let chosen = logs.filter { $0.set == set && (builds == "together" || $0.build == builds) }
        guard !chosen.isEmpty else { continue }
        let triaged = TriagedLogs(chosen, demangle: demangle)
        let wrong = split(triaged) + joined(triaged)
        lines.append("\(set) \(builds): " + (wrong.isEmpty ? "no mistake" : "mistakes"))
        lines += wrong.map { "  " + $0 }
      }
    }
    return lines
  }

  /// Bugs with several findings.
  private static func split(_ triaged: TriagedLogs) -> [String] {
    let bugs = Dictionary(grouping: triaged.logs.indices) { triaged.logs[$0].bug }
    return bugs.sorted { $0.key < $1.key }.flatMap { bug, members -> [String] in
      let parts = Dictionary(grouping: members) { triaged.names[$0].finding }.values
        .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
      guard parts.count > 1 else { return [] }
      let head = "bug \(bug) is split into \(parts.count) findings, \(pairs(parts.map(\.count)))"
      return [head]
        + parts.map { part in
          "  \(part.count) logs: \(place(triaged, part[0])) \(apart(triaged, parts[0][0], part[0]))"
        }
    }
  }

  /// Findings with several bugs.
  private static func joined(_ triaged: TriagedLogs) -> [String] {
    let findings = Dictionary(grouping: triaged.logs.indices) { triaged.names[$0].finding }
    return findings.sorted { $0.value[0] < $1.value[0] }.flatMap { finding, members -> [String] in
      let parts = Dictionary(grouping: members) { triaged.logs[$0].bug }
        .sorted { $0.key < $1.key }
      guard parts.count > 1 else { return [] }
      let head =
        "finding \(finding) joins \(parts.count) bugs, \(pairs(parts.map(\.value.count)))"
      let texts = Set(parts[0].value.map(triaged.text))
      return [head]
        + parts.map { bug, part in
          let isEqual = bug != parts[0].key && part.contains { texts.contains(triaged.text($0)) }
          let rules = triaged.rules(from: parts[0].value[0], to: part[0])
          return "  bug \(bug), \(part.count) logs: \(place(triaged, part[0]))"
            + (isEqual ? " (some logs of both have one text)" : "")
            + (rules.isEmpty ? "" : "; joined by " + rules.map(\.rawValue).joined(separator: ", "))
        }
    }
  }

  private static func pairs(_ counts: [Int]) -> String {
    let all = counts.reduce(0, +)
    let wrong = (all * all - counts.reduce(0) { $0 + $1 * $1 }) / 2
    return "\(wrong) pairs"
  }

  private static func place(_ triaged: TriagedLogs, _ index: Int) -> String {
    guard let crash = triaged.crashes[index] else { return "not read" }
    let frames = crash.frames.prefix(3).map { "\($0.function) \($0.file):\($0.line)" }
    let stack = frames.isEmpty ? crash.place ?? "no frame" : frames.joined(separator: " < ")
    return "\(crash.kind.rawValue) '\(crash.message.prefix(60))' \(stack)"
  }

  private static func apart(_ triaged: TriagedLogs, _ left: Int, _ right: Int) -> String {
    guard left != right, let one = triaged.crashes[left], let two = triaged.crashes[right] else {
      return ""
    }
    var words: [String] = []
    if one.kind != two.kind { words.append("kind") }
    if one.core?.function != two.core?.function {
      words.append("function")
    } else if one.core?.line != two.core?.line {
      words.append("line")
    }
    if words.isEmpty { words.append("callers") }
    return "[apart by \(words.joined(separator: ", "))]"
  }
}
