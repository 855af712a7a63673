import CrashTriage
import Foundation
import FuzzBuilds
import OracleTargets
import ReplayAndTriage

/// The text that `scenefuzz triage` prints for people.
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
    _ files: [TriagedFile], _ sources: SourceIndex?
  ) -> [PublishedFinding] {
    findings.values.map { finding, isNew in
      let here = files.filter { $0.line.finding == finding.fingerprint }
      let source = FullCatalog[finding.target].flatMap { sources?.path(of: $0) }
      return PublishedFinding(
        finding, count: here.count, isNew: isNew,
        fallback: source ?? here.first?.line.file ?? "Package.swift"
      ) { sources?.path(of: $0.file, function: $0.function) }
    }
  }

  func print(_ files: [TriagedFile], folders: FindingFolders) {
    let crashing = Set(files.filter { $0.finding != nil }.map(\.line.file)).count
    let all = Set(files.map(\.line.file)).count
    Swift.print(
      "\(findings.count) \(findings.count == 1 ? "finding" : "findings") in \(crashing) of "
        + "\(all) \(all == 1 ? "file" : "files").")
    for (fingerprint, (finding, isNew)) in findings.sorted(by: { $0.key < $1.key }) {
      let inputs = files.count { $0.line.finding == fingerprint }
      Swift.print(
        "\n\(fingerprint)  \(finding.title)\(isStored ? isNew ? "  (new)" : "  (known)" : "")")
      Swift.print("  \(finding.severity): \(finding.severityReason)")
      Swift.print("  \(finding.message)")
      Swift.print("  \(inputs) here\(finding.inputSize.map { ", smallest \($0) bytes" } ?? "")")
      if isStored, folders.areApart, finding.project == nil {
        let folder = folders.foreign.folder.appendingPathComponent(fingerprint).path
        Swift.print("  kept in \(CommandWords.fromHere(folder)): \(FindingFolders.notice)")
      }
      if isStored, finding.inputSize != nil, !finding.target.isEmpty {
        let input = CommandWords.fromHere(
          folders.own.folder.appendingPathComponent("\(fingerprint)/input").path)
        let name = finding.target
        Swift.print("  repeat: \(CommandWords.command("replay", name, input, plan: plan))")
        Swift.print(
          "  shrink: \(CommandWords.command("minimize", "input", name, input, plan: plan))")
      }
    }
    for note in Set(files.flatMap(\.line.notes)).sorted().prefix(20) {
      Swift.print("\nNote: \(note)")
    }
    let odd = files.filter { $0.finding == nil && $0.line.format != "unreadable" }
    if !odd.isEmpty { Swift.print("\nNot findings:") }
    for file in odd.prefix(20) { Swift.print("  \(file.line.file): \(file.line.message)") }
    if odd.count > 20 { Swift.print("  and \(odd.count - 20) more") }
  }
}
