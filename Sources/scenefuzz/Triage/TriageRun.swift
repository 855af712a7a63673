import CrashTriage
import Foundation
import FuzzRunning
import FuzzTargets

/// One file after triage.
struct TriagedFile {
  var line: TriageLine
  /// Nil when the file told of no crash.
  var finding: Finding?
  var evidence: FindingStore.Evidence?
}

/// Reads reports and replays inputs.
struct TriageRun {
  let plan: BuildPlan

  func run(_ sorting: TriageSorting) async throws -> [TriagedFile] {
    var files: [TriagedFile] = []
    if !sorting.reports.isEmpty || !sorting.inputs.isEmpty {
      let toolchain = try await Toolchain.locate()
      files += try await reports(sorting.reports, toolchain)
      for (name, inputs) in sorting.inputs.sorted(by: { $0.key < $1.key }) {
        files += try await self.inputs(inputs, of: name, toolchain)
      }
    }
    files += sorting.unread.map {
      TriagedFile(
        line: TriageLine(
          file: Neutral.line($0, limit: 4096), format: "unreadable", kind: "unknown",
          message: "neither a report nor, without --target, an input"))
    }
    return files.sorted { $0.line.file < $1.line.file }
  }

  private func reports(
    _ reports: [TriageSorting.Report], _ toolchain: Toolchain
  ) async throws -> [TriagedFile] {
    let crashes = await Demangler(toolchain: toolchain).crashes(reports.map(\.report))
    return zip(reports, crashes).map { report, crash in
      let fingerprint = Fingerprint(crash)
      return TriagedFile(
        line: TriageLine(
          file: report.file, format: report.report.format, crash: crash, fingerprint: fingerprint),
        finding: Finding(crash, fingerprint: fingerprint, target: "", firstSeen: today))
    }
  }

  private func inputs(
    _ files: [String], of target: String, _ toolchain: Toolchain
  ) async throws -> [TriagedFile] {
    let builder = Builder(root: try .locate(), toolchain: toolchain)
    let program = try await builder.build(plan, products: ["fuzz-" + target])[0]
    let triage = InputTriage(
      target: target, replay: CrashReplay(toolchain: toolchain, program: program),
      plain: try .ownProgram())
    return try await triage.triage(files).map { input in
      guard let crash = input.crash, let fingerprint = input.fingerprint else {
        return TriagedFile(line: notReproduced(input))
      }
      var line = TriageLine(
        file: input.file, format: input.format, crash: crash, fingerprint: fingerprint)
      line.reproduced = input.reproduced == input.replays
      return TriagedFile(
        line: line,
        finding: Finding(crash, fingerprint: fingerprint, target: target, firstSeen: today),
        evidence: input.evidence)
    }
  }

  private func notReproduced(_ input: TriagedInput) -> TriageLine {
    var line = TriageLine(
      file: Neutral.line(input.file, limit: 4096), format: "input", kind: "none",
      message: "\(input.replays) replays, none of which crashed")
    line.reproduced = false
    return line
  }

  /// The day, in the one time zone that is the same everywhere.
  private var today: String {
    Date.now.formatted(.iso8601.year().month().day())
  }
}
