import CrashTriage
import Foundation
import FuzzBuilds
package import FuzzSession

extension RecordedSession {
  /// Reads the session in `folder`. Ignores an incomplete last line and lines that are not events.
  package init?(folder: String) {
    guard let text = try? String(contentsOfFile: folder + "/record.jsonl", encoding: .utf8) else {
      return nil
    }
    let decoder = JSONDecoder()
    let events = text.split(separator: "\n").compactMap {
      try? decoder.decode(SessionEvent.self, from: Data($0.utf8))
    }
    let summary = FileManager.default.contents(atPath: folder + "/summary.json").flatMap {
      try? decoder.decode(SessionSummary.self, from: $0)
    }
    self.init(
      id: String(folder.split(separator: "/").last ?? ""), events: events, summary: summary)
  }

  /// Every session of a store, oldest first.
  package static func all(in store: SessionStore) -> [RecordedSession] {
    let folder = store.folder + "/sessions"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { RecordedSession(folder: "\(folder)/\($0)") }
  }
}

extension ReportedFinding {
  /// Every finding below `folder`, with its input, its test below `tests`, and the stack of a
  /// report in `store`.
  package static func all(
    in folder: String, tests: String, store: SessionStore
  ) throws(ReportError) -> [ReportedFinding] {
    let findings = FindingStore(folder: URL(fileURLWithPath: folder))
    let known: [Finding]
    do {
      known = try findings.findings()
    } catch {
      throw ReportError("\(error)")
    }
    return known.map { finding in
      var reported = ReportedFinding(finding)
      reported.input = Fingerprint(finding.fingerprint).flatMap { findings.input(of: $0) }
      reported.test = try? String(
        contentsOfFile: "\(tests)/Finding_\(finding.fingerprint).swift", encoding: .utf8)
      reported.rawFrames = rawFrames(of: finding, in: store)
      reported.commands = commands(for: finding, folder: folder)
      return reported
    }
  }

  /// Stack of the first report of the finding that still exists, as printed.
  private static func rawFrames(of finding: Finding, in store: SessionStore) -> [StackFrame] {
    guard Neutral.isTargetName(finding.target) else { return [] }
    for input in finding.inputs where input.utf8.allSatisfy({ $0 != 0x2F }) {
      for kind in ["crash", "timeout", "oom", "leak"] {
        let path = store.reports(finding.target) + "/\(kind)-\(input).log"
        guard let data = FileManager.default.contents(atPath: path),
          let report = CrashReport.read(bytes: [UInt8](data))
        else { continue }
        return report.frames
      }
    }
    return []
  }

  private static func commands(
    for finding: Finding, folder: String
  ) -> [(what: String, words: String)] {
    let id = finding.fingerprint
    // The bug of the demo target exists only while its variable is set: the command sets it.
    func command(_ words: String...) -> String {
      CommandWords.command(words, plan: BuildPlan(.address), bug: true)
    }
    guard finding.inputSize != nil, Neutral.isTargetName(finding.target) else {
      return [("look at it", command("crashes", "show", id))]
    }
    let input = CommandWords.fromHere("\(folder)/\(id)/input")
    return [
      ("repeat it", command("replay", finding.target, input)),
      ("shrink it", command("minimize", "input", finding.target, input)),
      ("write its test", command("emit", id)),
      ("close it", command("crashes", "close", id)),
    ]
  }
}
