import CrashTriage
import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

/// One crash, input or unread file after triage.
struct TriagedFile {
  var line: TriageLine
  /// The finding, named by its fingerprint; nil when there is no crash.
  var finding: Finding?
  var evidence: FindingStore.Evidence?
}

/// Reads reports and replays inputs.
struct TriageRun {
  let plan: BuildPlan
  /// Replays of the smallest input of each finding with a random hash seed, and as many with a
  /// fixed one.
  var confirmations = 3
  /// The project that owns frames; nil outside a checkout.
  var project: TriagedProject?
  /// Binaries that name frames without a function.
  var symbols: SymbolFiles?

  /// One entry for each crash, input and unread file, by path and then in the order of the file.
  func run(_ sorting: TriageSorting) async throws -> [TriagedFile] {
    var files: [TriagedFile] = []
    if !sorting.reports.isEmpty || !sorting.inputs.isEmpty {
      let pipeline = try await pipeline()
      files += await reports(sorting.reports, pipeline)
      for (name, inputs) in sorting.inputs.sorted(by: { $0.key < $1.key }) {
        files += try await replay(inputs, of: name, pipeline).map { input, crash in
          Self.file(input, crash)
        }
      }
    }
    files += sorting.unread.map {
      TriagedFile(
        line: TriageLine(
          file: $0.file, format: "unreadable", kind: "unknown", message: $0.reason))
    }
    return files.sorted {
      ($0.line.file, $0.line.lines?[0] ?? 0) < ($1.line.file, $1.line.lines?[0] ?? 0)
    }
  }

  func pipeline() async throws -> TriagePipeline {
    var pipeline = TriagePipeline(toolchain: try await .locate(), project: project)
    pipeline.symbols = symbols
    return pipeline
  }

  private func reports(
    _ files: [TriageSorting.ReportFile], _ pipeline: TriagePipeline
  ) async -> [TriagedFile] {
    let reports = files.flatMap { file in file.crashes.map { (file.file, $0) } }
    let crashes = await pipeline.crashes(reports.map(\.1), target: "")
    return zip(reports, crashes).map { report, triaged in
      let (file, report) = report
      var line = TriageLine(
        file: file, format: report.format, crash: triaged.crash, fingerprint: triaged.fingerprint)
      line.lines = report.lines.map { [$0.lowerBound, $0.upperBound] }
      line.project = triaged.finding.project
      line.stripped = report.stripped
      line.notes = report.notes + TriageNotes.notes(on: triaged.crash, report, file: file)
      return TriagedFile(line: line, finding: triaged.finding)
    }
  }

  /// Replays `files`, which are inputs of `target`, in a build that is made when it is needed.
  func replay(
    _ files: [String], of target: String, _ pipeline: TriagePipeline
  ) async throws -> [(input: TriagedInput, crash: TriagedCrash?)] {
    let builder = Builder(root: try .locate(), toolchain: pipeline.toolchain)
    let program = try await builder.build(plan, products: ["fuzz-" + target])[0]
    return try await pipeline.inputs(
      files, target: target,
      replay: CrashReplay(toolchain: pipeline.toolchain, program: program),
      plain: try .ownProgram(), confirmations: confirmations)
  }

  private static func file(_ input: TriagedInput, _ crash: TriagedCrash?) -> TriagedFile {
    guard let crash else {
      var line = TriageLine(
        file: input.file, format: "input", kind: "none",
        message: "\(input.replays) replays, none of which crashed")
      line.reproduced = false
      return TriagedFile(line: line)
    }
    var line = TriageLine(
      file: input.file, format: input.format, crash: crash.crash, fingerprint: crash.fingerprint)
    line.reproduced = input.reproduced == input.replays
    line.project = crash.finding.project
    return TriagedFile(line: line, finding: crash.finding, evidence: input.evidence)
  }
}
