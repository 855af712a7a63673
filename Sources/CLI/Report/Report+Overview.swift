import FuzzSession

extension Report {
  /// Figures of one target: executions of all sessions, the rest of the last one.
  func overview(of name: String, number: Int) -> Page.OverviewRow {
    func last(_ figure: (SessionEvent) -> Int?) -> String {
      let value = sessions.last { $0.targets.contains(name) }?.events
        .last { $0.event == .progress && $0.target == name && figure($0) != nil }
        .flatMap(figure)
      return value.map(PageText.number) ?? "none"
    }
    let met = fingerprints(of: name)
    let executions = executions(of: name)
    return Page.OverviewRow(
      number: number, name: PageText.line(name),
      executions: executions == 0 ? "ran nothing" : PageText.number(executions),
      edges: last { $0.edges }, features: last { $0.features }, corpus: last { $0.corpus },
      findings: "\(met.count)", hasFindings: !met.isEmpty)
  }

  /// The last line of the overview; edges of different programs have no sum.
  var total: Page.OverviewRow {
    let corpus = targets.reduce(0) { sum, name in
      sum
        + (sessions.last { $0.targets.contains(name) }?.events
          .last { $0.event == .progress && $0.target == name && $0.corpus != nil }?.corpus ?? 0)
    }
    return Page.OverviewRow(
      number: 0, name: "total",
      executions: PageText.number(targets.reduce(0) { $0 + executions(of: $1) }), edges: "",
      features: "", corpus: PageText.number(corpus),
      findings: "\(targets.reduce(into: Set()) { $0.formUnion(fingerprints(of: $1)) }.count)",
      hasFindings: false)
  }

  /// Distinct findings of one target in all sessions.
  func fingerprints(of target: String) -> Set<String> {
    Set(sessions.flatMap(\.events).filter { $0.target == target }.compactMap(\.fingerprint))
  }

  private func executions(of target: String) -> Int {
    sessions.reduce(0) { sum, session in
      sum
        + (session.events.last { $0.event == .progress && $0.target == target }?.executions ?? 0)
    }
  }
}
