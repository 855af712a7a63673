import CrashTriage
import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

/// One file after triage.
struct TriagedFile {
  var line: TriageLine
  /// What it shows, named by its fingerprint; nil when the file told of no crash.
  var finding: Finding?
  var evidence: FindingStore.Evidence?
}

/// Reads reports and replays inputs.
struct TriageRun {
  let plan: BuildPlan
  /// Replays of the smallest input of each finding with a random hash seed, and as many with a fixed one.
  var confirmations = 3
  /// The sources of the checkout, where there is one: they tell how far from the start of its function a crash lies.
  var sources: SourceIndex?

  func run(_ sorting: TriageSorting) async throws -> [TriagedFile] {
    var files: [TriagedFile] = []
    if !sorting.reports.isEmpty || !sorting.inputs.isEmpty {
      let toolchain = try await Toolchain.locate()
      files += await reports(sorting.reports, toolchain)
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
  ) async -> [TriagedFile] {
    let crashes = await Demangler(toolchain: toolchain).crashes(reports.map(\.report))
    return zip(reports, crashes).map { report, crash in
      let fingerprint = Fingerprint(crash)
      return TriagedFile(
        line: TriageLine(
          file: report.file, format: report.report.format, crash: crash, fingerprint: fingerprint),
        finding: finding(crash, fingerprint, target: ""))
    }
  }

  /// Replays `files`, which are inputs of `target`.
  func inputs(
    _ files: [String], of target: String, _ toolchain: Toolchain
  ) async throws -> [TriagedFile] {
    try await replay(files, of: target, toolchain).map { input in
      guard let crash = input.crash, let fingerprint = input.fingerprint else {
        return TriagedFile(line: notReproduced(input))
      }
      var line = TriageLine(
        file: input.file, format: input.format, crash: crash, fingerprint: fingerprint)
      line.reproduced = input.reproduced == input.replays
      return TriagedFile(
        line: line, finding: finding(crash, fingerprint, target: target), evidence: input.evidence)
    }
  }

  func replay(
    _ files: [String], of target: String, _ toolchain: Toolchain
  ) async throws -> [TriagedInput] {
    let builder = Builder(root: try .locate(), toolchain: toolchain)
    let program = try await builder.build(plan, products: ["fuzz-" + target])[0]
    var triage = InputTriage(
      target: target, replay: CrashReplay(toolchain: toolchain, program: program),
      plain: try .ownProgram())
    triage.confirmations = confirmations
    return try await triage.triage(files)
  }

  /// What is stored of a crash, named by its fingerprint.
  func finding(_ crash: Crash, _ fingerprint: Fingerprint, target: String) -> Finding {
    var finding = Finding(crash, fingerprint: fingerprint, target: target, firstSeen: today)
    finding.distance = crash.core.flatMap { sources?.distance(of: $0) }
    return finding
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
