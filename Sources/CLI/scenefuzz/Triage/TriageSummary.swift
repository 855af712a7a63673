import CrashTriage
import Foundation
import FuzzBuilds

/// What `scenefuzz triage` says to a person.
struct TriageSummary {
  let isStored: Bool
  /// The build that the inputs failed in.
  let plan: BuildPlan
  private var findings: [String: (finding: Finding, isNew: Bool)] = [:]

  init(isStored: Bool, plan: BuildPlan) {
    self.isStored = isStored
    self.plan = plan
  }

  mutating func add(_ finding: Finding, isNew: Bool) {
    let wasNew = findings[finding.fingerprint]?.isNew ?? false
    findings[finding.fingerprint] = (finding, isNew || wasNew)
  }

  /// The findings for other programs.
  func published(
    _ files: [TriagedFile], path: (Finding.Frame) -> String?
  ) -> [PublishedFinding] {
    findings.values.map { finding, isNew in
      PublishedFinding(
        finding, count: files.count { $0.line.finding == finding.fingerprint }, isNew: isNew,
        path: path)
    }
  }

  func print(_ files: [TriagedFile], store: FindingStore) {
    let crashing = files.count { $0.finding != nil }
    Swift.print(
      "\(findings.count) \(findings.count == 1 ? "finding" : "findings") in \(crashing) of "
        + "\(files.count) \(files.count == 1 ? "file" : "files").")
    for (fingerprint, (finding, isNew)) in findings.sorted(by: { $0.key < $1.key }) {
      let inputs = files.count { $0.line.finding == fingerprint }
      Swift.print(
        "\n\(fingerprint)  \(finding.title)\(isStored ? isNew ? "  (new)" : "  (known)" : "")")
      Swift.print("  \(finding.severity): \(finding.severityReason)")
      Swift.print("  \(finding.message)")
      Swift.print("  \(inputs) here\(finding.inputSize.map { ", smallest \($0) bytes" } ?? "")")
      if isStored, finding.inputSize != nil, !finding.target.isEmpty {
        let input = CommandWords.fromHere(
          store.folder.appendingPathComponent("\(fingerprint)/input").path)
        let name = finding.target
        Swift.print("  repeat: \(CommandWords.command("replay", name, input, plan: plan))")
        Swift.print(
          "  shrink: \(CommandWords.command("minimize", "input", name, input, plan: plan))")
      }
    }
    let unread = files.count { $0.line.format == "unreadable" }
    if unread > 0 {
      Swift.print("\nNot read: \(unread) of \(files.count) \(files.count == 1 ? "file" : "files").")
    }
    let odd = files.filter { $0.finding == nil }
    if !odd.isEmpty { Swift.print("\nNot findings:") }
    for file in odd.prefix(20) { Swift.print("  \(file.line.file): \(file.line.message)") }
    if odd.count > 20 { Swift.print("  and \(odd.count - 20) more") }
  }
}
