package import CoverageAndCI
import CrashTriage
import FuzzSession

/// A self-contained page about sessions and findings: no network, no script, no other file.
///
/// Any text on it may come from hostile input, so every text is made printable here and escaped
/// again by the template.
package struct Report: Sendable {
  /// Sessions in order of time; the charts join them.
  package var sessions: [RecordedSession] = []
  /// Findings in order of appearance.
  package var findings: [ReportedFinding] = []
  /// Where the page was written: commit, compiler, host, each with its name.
  package var facts: [(name: String, value: String)] = []
  /// The property of each target.
  package var properties: [String: String] = [:]
  /// Coverage by file; nil when it was not measured.
  package var coverage: CoverageReport?
  /// Link to the folder of `llvm-cov`'s pages; nil without them.
  package var coveragePages: String?
  /// Sentences at the foot of the page, such as what could not be read.
  package var remarks: [String] = []

  /// An empty page.
  package init() {}

  /// The HTML document.
  package func html() throws(ReportError) -> String { try page.html() }

  var page: Page {
    let open = findings.count { $0.finding.status == .open }
    var page = Page(
      title: sessions.count == 1
        ? "scenefuzz session \(PageText.line(sessions[0].id))" : "scenefuzz report",
      subtitle: sessions.isEmpty
        ? "No session was recorded."
        : PageText.count(sessions.count, "session")
          + ", \(PageText.clock(sessions.seconds)) of fuzzing")
    let executions = sessions.reduce(0) { $0 + $1.executions }
    page.tiles = [
      Page.Tile(name: "open findings", value: "\(open)"),
      Page.Tile(name: "findings in all", value: "\(findings.count)"),
      Page.Tile(name: "executions", value: PageText.number(executions)),
      Page.Tile(name: "targets", value: "\(targets.count)"),
    ]
    if let total = coverage?.total {
      page.tiles.append(
        Page.Tile(name: "of the regions reached", value: "\(total.regions.percent) %"))
    }
    page.facts = facts.map { Page.Fact(name: $0.name, value: PageText.line($0.value)) }
    page.hasFacts = !facts.isEmpty
    page.sessions = sessions.map(row)
    page.targets = targets.enumerated().map { target($1, number: $0) }
    page.overview = targets.enumerated().map { overview(of: $1, number: $0) }
    page.hasOverview = !page.overview.isEmpty
    page.total = total
    if !sessions.isEmpty {
      page.findingsOverTime = [
        Chart("findings over time", sessions.findingsOverTime, until: sessions.seconds)
      ]
    }
    page.findings = findings.sorted { rank($0) < rank($1) }.map(\.card)
    page.corpora = corpora
    page.coverage = coverageRows
    page.hasSessions = !page.sessions.isEmpty
    page.hasCorpora = !page.corpora.isEmpty
    page.hasCoverage = !page.coverage.isEmpty
    page.span =
      sessions.isEmpty ? "" : "Each line goes from 0:00 to \(PageText.clock(sessions.seconds))."
    page.remarks = remarks.map { PageText.line($0) }
    return page
  }

  var targets: [String] {
    var seen: Set<String> = []
    return sessions.flatMap(\.targets).filter { seen.insert($0).inserted }
  }

  /// Open findings first, then by severity.
  private func rank(_ reported: ReportedFinding) -> (Int, Int, String) {
    let severities = ["high", "medium", "low"]
    let severity = severities.firstIndex(of: reported.finding.severity) ?? severities.count
    return (
      reported.finding.status == .open ? 0 : 1, severity, reported.finding.fingerprint
    )
  }

  private func row(_ session: RecordedSession) -> Page.SessionRow {
    Page.SessionRow(
      name: PageText.line(session.id), build: PageText.line(session.summary?.build ?? "not ended"),
      duration: PageText.clock(session.seconds), executions: PageText.number(session.executions),
      findings: "\(session.findings.count)")
  }

  private func target(_ name: String, number: Int) -> Page.TargetRow {
    let end = sessions.seconds
    func chart(_ title: String, adding: Bool = false, _ figure: (SessionEvent) -> Int?) -> Chart {
      Chart(title, sessions.series(of: name, figure, adding: adding), until: end)
    }
    let met = fingerprints(of: name)
    return Page.TargetRow(
      number: number, name: PageText.line(name), property: PageText.line(properties[name] ?? ""),
      findings: PageText.count(met.count, "finding"),
      hasFindings: !met.isEmpty,
      charts: [
        chart("edges") { $0.edges }, chart("features") { $0.features },
        chart("corpus") { $0.corpus }, chart("executions", adding: true) { $0.executions },
      ])
  }

  /// The last minimization of each target.
  private var corpora: [Page.CorpusRow] {
    var rows: [String: Page.CorpusRow] = [:]
    for target in sessions.compactMap(\.summary).flatMap(\.targets) {
      guard let before = target.minimizedFrom, before > 0 else { continue }
      let share = Double(target.corpus) / Double(before) * 100
      rows[target.name] = Page.CorpusRow(
        target: PageText.line(target.name), before: PageText.number(before),
        after: PageText.number(target.corpus), share: "\((share * 10).rounded() / 10)")
    }
    return rows.keys.sorted().compactMap { rows[$0] }
  }

  private var coverageRows: [Page.CoverageRow] {
    (coverage?.files ?? []).map { file in
      let link = coveragePages.map { "\($0)/coverage/Sources/\(file.name).html" } ?? ""
      return Page.CoverageRow(
        file: PageText.line(file.name), link: PageText.line(link), hasLink: !link.isEmpty,
        regions: "\(file.regions.percent) %", functions: "\(file.functions.percent) %",
        lines: "\(file.lines.percent) %", share: "\(file.regions.percent)")
    }
  }
}
