import FuzzBuilds
package import ProcessSupport

/// Text of the summary. Up to the findings, whose paths and titles have any length, its lines fit
/// 80 columns.
extension SessionSummary {
  /// Up to as many findings are printed in full; of more, each takes two lines.
  private static let maximumInFull = 3
  private static let maximumFindings = 20

  /// The summary, with control characters of inputs neutralized.
  package var text: String { text(.plain) }

  /// The summary in `style`.
  package func text(_ style: TextStyle) -> String {
    var lines = [headline(style)]
    if ending == .interrupted {
      lines.append("Nothing is lost: the next session goes on from this corpus.")
    }
    lines.append("")
    lines.append(
      TextTable(
        [["target", "runs", "exec/s", "time", "edges", "ft", "corpus", "found"]]
          + targets.map {
            [
              $0.name, Self.short($0.executions), Self.short($0.executionsPerSecond),
              "\(Int(($0.share * 100).rounded()))%", "\($0.edges)", "\($0.features)",
              Self.corpus($0), "\($0.findings)",
            ]
          }
      ).text)
    if let line = BuildTimeShare.line(buildShares) { lines.append(line) }
    let idle = targets.filter { $0.executions == 0 }.map(\.name)
    if !idle.isEmpty {
      lines += [
        "",
        style.warning("\(idle.count) of \(targets.count) targets ran nothing: \(Self.list(idle))"),
        "give the session more --time, or name fewer targets",
      ]
    }
    let isLong = findings.count > Self.maximumInFull
    for finding in findings.prefix(Self.maximumFindings) {
      lines += isLong ? Self.brief(finding, style) : ["", Self.paragraph(finding, style)]
    }
    if findings.count > Self.maximumFindings {
      lines.append(
        "and \(findings.count - Self.maximumFindings) more: \(CommandWords.command("crashes"))")
    }
    if findings.isEmpty {
      lines += ["", "To see what a finding looks like: \(CommandWords.command("demo"))"]
    }
    if !notes.isEmpty { lines += [""] + notes.map { "note: " + $0 } }
    lines += ["", "record: \(record)"]
    return lines.joined(separator: "\n")
  }

  /// At most six characters, cut and not rounded up: `99999`, `123K`, `12345M`.
  static func short(_ count: Int) -> String {
    var (value, unit) = (count, "")
    for next in ["K", "M", "G", "T"] {
      guard value >= (unit.isEmpty ? 100_000 : 1_000_000) else { break }
      (value, unit) = (value / 1000, next)
    }
    guard !unit.isEmpty else { return "\(value)" }
    return "\(value)\(unit)"
  }

  /// The first names, and the number of the others.
  private static func list(_ names: [String]) -> String {
    names.prefix(2).joined(separator: ", ")
      + (names.count > 2 ? " and \(names.count - 2) more" : "")
  }

  private static func corpus(_ target: Target) -> String {
    "\(target.corpus)" + (target.minimizedFrom.map { " of \($0)" } ?? "")
  }

  private func headline(_ style: TextStyle) -> String {
    let what =
      switch findings.count {
      case 0: "no finding"
      case 1: "1 finding"
      default: "\(findings.count) findings"
      }
    let how =
      switch ending {
      case .time: "Done"
      case .quiet: "Nothing new any more"
      case .targetFinding: "The finding is met"
      case .interrupted: "Stopped early"
      case .failure: "Failed"
      }
    let shown = findings.isEmpty ? style.good(what) : style.bad(what)
    let start = secondsToFirstExecution.map { "first input after \(Self.seconds($0))" }
    return "\(how): \(shown) in \(Self.seconds(fuzzingSeconds)) of fuzzing (\(build) build)"
      + (start.map { ", " + $0 } ?? "")
  }

  private static func paragraph(_ finding: Finding, _ style: TextStyle) -> String {
    """
    \(title(finding, style))
      \(hits(finding)), \(finding.inputs) input\(finding.inputs == 1 ? "" : "s") kept
      input:   \(finding.input) (\(size(finding)))
      report:  \(finding.report)
      replay:  \(finding.replay)
      emit:    \(finding.emit)
      close:   \(finding.close)
    """
  }

  private static func hits(_ finding: Finding) -> String {
    finding.crashes == 1 ? "hit once" : "hit \(finding.crashes) times"
  }

  private static func size(_ finding: Finding) -> String {
    finding.bytesBefore.map { "\(finding.bytes) bytes, reduced from \($0)" }
      ?? "\(finding.bytes) bytes"
  }

  private static func brief(_ finding: Finding, _ style: TextStyle) -> [String] {
    ["", title(finding, style), "  \(hits(finding)); replay: \(finding.replay)"]
  }

  private static func title(_ finding: Finding, _ style: TextStyle) -> String {
    let severity = finding.name.severity
    return "\(style.strong(finding.name.fingerprint))  \(finding.name.title)  [\(finding.target), "
      + "\(style.severity(severity, severity))\(finding.isNew ? ", new" : "")]"
  }

  static func seconds(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
