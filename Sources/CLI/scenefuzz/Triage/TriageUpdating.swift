import CrashTriage
import Foundation
import FuzzBuilds
import ProcessSupport
import ReplayAndTriage

/// `triage --update`: replays every known finding.
struct TriageUpdating {
  let run: TriageRun
  let store: FindingStore
  let json: Bool

  struct Line: Encodable {
    var finding: String
    var title: String
    var before: String
    var status: String
    var movedTo: String?
    var reproduced: Int
    var replays: Int
  }

  /// Prints the state of each finding, and records the current place of those that still fail. True
  /// when any fails.
  func update() async throws -> Bool {
    let findings = try inStore { try store.findings() }
    if findings.isEmpty, !json { print("No findings.") }
    var fails = false
    for update in try await updates(findings) {
      fails = fails || [.stillFails, .moved, .flaky].contains(update.status)
      if let seen = update.seen, update.status == .stillFails || update.status == .flaky {
        try inStore { _ = try store.move(update.finding, to: seen) }
      }
      try show(update)
    }
    return fails
  }

  private func updates(_ findings: [Finding]) async throws -> [FindingUpdate] {
    let placement = try inStore { try store.placement() }
    var updates: [FindingUpdate] = []
    let byTarget = Dictionary(grouping: findings) { $0.inputSize == nil ? "" : $0.target }
    for (target, list) in byTarget.sorted(by: { $0.key < $1.key }) {
      guard !target.isEmpty else {
        updates += list.map { FindingUpdate(unknown: $0) }
        continue
      }
      printError("replaying \(list.count) \(list.count == 1 ? "input" : "inputs") of \(target)")
      let files = list.map { store.folder.appendingPathComponent("\($0.fingerprint)/input").path }
      let inputs = try await run.replay(files, of: target, try await run.pipeline())
      updates += zip(list, inputs).map { finding, replayed in
        FindingUpdate(
          finding, replayed.input, seen: replayed.crash?.finding, placement: placement)
      }
    }
    return updates
  }

  private func show(_ update: FindingUpdate) throws {
    let finding = update.finding
    if json {
      try JSONLine.print(
        Line(
          finding: finding.fingerprint, title: finding.title, before: finding.status.rawValue,
          status: update.status.rawValue, movedTo: update.movedTo, reproduced: update.reproduced,
          replays: update.replays))
      return
    }
    let status = update.status.rawValue.padded(11)
    print("\(finding.fingerprint)  \(status)  \(finding.title)")
    switch update.status {
    case .fixed where finding.status == .open:
      print("  close it: \(CommandWords.command("crashes", "close", finding.fingerprint))")
    case .moved: print("  it is \(update.movedTo ?? "another finding") now")
    case .flaky: print("  \(update.reproduced) of \(update.replays) replays failed")
    case .unknown: print("  no input of it is known")
    default: break
    }
  }
}
