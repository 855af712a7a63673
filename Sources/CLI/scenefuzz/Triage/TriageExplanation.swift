import CrashTriage
import ReplayAndTriage

/// `triage --explain`: the way to the verdict on each crash of the reports. Nothing is written.
struct TriageExplanation {
  let run: TriageRun
  let folders: FindingFolders
  /// Whether known findings are considered.
  let isStoreRead: Bool

  func print(_ sorting: TriageSorting) async throws {
    let reports = sorting.reports.flatMap { file in file.crashes.map { (file.file, $0) } }
    guard !reports.isEmpty else { return }
    let pipeline = try await run.pipeline()
    let explained = await pipeline.explained(reports.map(\.1))
    let known = try isStoreRead ? inStore { try folders.findings() } : []
    let placement = try isStoreRead ? inStore { try folders.placement() } : FindingPlacement()
    let names = placement.findings(of: explained.map(\.crash.finding))
    for (index, (file, _)) in reports.enumerated() {
      if index > 0 { Swift.print("") }
      Swift.print(Neutral.line(file, limit: 4096))
      let explanation = CrashExplanation(
        explained[index].report, explained[index].crash.crash, judged: explained[index].frames,
        finding: names[index], known: known)
      for line in explanation.lines { Swift.print("  \(line)") }
    }
  }
}
