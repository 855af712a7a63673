import CrashTriage
import ReplayAndTriage

/// `triage --explain`: the way to the verdict on each crash of the reports. Nothing is written.
struct TriageExplanation {
  let triage: TriageRun
  let folders: FindingFolders
  /// Whether known findings are considered.
  let isStoreRead: Bool

  func print(_ sorting: TriageSorting) async throws {
    let reports = sorting.reports.flatMap { file in file.crashes.map { (file.file, $0) } }
    guard !reports.isEmpty else { return }
    let pipeline = try await triage.pipeline()
    let explained = await pipeline.explained(reports.map(\.1))
    let known = try isStoreRead ? inStore { try folders.findings() } : []
    let placement = try isStoreRead ? inStore { try folders.placement() } : FindingPlacement()
    let seen = explained.map(\.crash.finding)
    let names = placement.findings(of: seen)
    let joinings = placement.joinings(of: seen)
    let run = zip(seen, names).map { finding, name in
      var named = finding
      named.fingerprint = name.description
      return named
    }
    for (index, (file, _)) in reports.enumerated() {
      if index > 0 { Swift.print("") }
      Swift.print(Neutral.line(file, limit: 4096))
      let explanation = CrashExplanation(
        explained[index].report, explained[index].crash.crash, judged: explained[index].frames,
        finding: names[index], joining: joinings[index],
        known: known.first { $0.fingerprint == names[index].description }, others: known + run)
      for line in explanation.lines { Swift.print("  \(line)") }
    }
  }
}
