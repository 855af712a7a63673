package import CrashTriage
import Foundation
package import ProcessSupport

/// A crash with its name and what a store of findings records of it.
package struct TriagedCrash: Sendable {
  /// The crash after cleaning.
  package let crash: Crash
  /// Name of the bucket, from this stack alone.
  package let fingerprint: Fingerprint
  /// The finding, named by the fingerprint; `FindingPlacement` may give it the name of a known one.
  package let finding: Finding
}

/// The one way from logs and inputs to findings, for the command line, sessions and CI.
///
/// ```
/// let pipeline = TriagePipeline(toolchain: toolchain, project: project)
/// let crash = await pipeline.crash(inLog: log, target: "xml")  // a process that just died
/// let crashes = await pipeline.crashes(reports, target: "")    // many reports, one demangler
/// let inputs = try await pipeline.inputs(files, target: "xml", replay: replay, plain: plain)
/// let names = try store.placement().findings(of: crashes.map(\.finding))
/// ```
package struct TriagePipeline: Sendable {
  /// The toolchain whose demangler and symbolizer are used.
  package let toolchain: Toolchain
  /// Decides which frames belong to the project, and measures lines from the start of a function;
  /// nil without a checkout.
  package let project: TriagedProject?
  /// Symbolizes frames that have a module and an offset only; nil leaves them as they are.
  package var symbols: SymbolFiles?

  package init(toolchain: Toolchain, project: TriagedProject? = nil) {
    self.toolchain = toolchain
    self.project = project
  }

  /// The crash of the process that printed `log`. A log without a report is a deadly signal without
  /// a place.
  package func crash(inLog log: String, target: String) async -> TriagedCrash {
    let report = CrashReport.read(log) ?? CrashReport(format: .libFuzzer, kind: .deadlySignal)
    return await crashes([report], target: target)[0]
  }

  /// The crash of each report, in order. Names are demangled together.
  package func crashes(_ reports: [CrashReport], target: String) async -> [TriagedCrash] {
    await crashes(reports.map { ($0, target) })
  }

  /// The crash of each report with the target that died, in order. Names are demangled together.
  package func crashes(_ reports: [(report: CrashReport, target: String)]) async -> [TriagedCrash] {
    var texts = reports.map(\.report)
    if let symbols { await symbols.symbolize(&texts, toolchain: toolchain) }
    let crashes = await Demangler(toolchain: toolchain).crashes(texts)
    return zip(crashes, reports).map { crash, report in
      triaged(crash, Fingerprint(crash, target: report.target), target: report.target)
    }
  }

  /// The crash of each report with every frame's verdict, for `triage --explain`.
  package func explained(
    _ reports: [CrashReport]
  ) async -> [(report: CrashReport, crash: TriagedCrash, frames: [JudgedFrame])] {
    var reports = reports
    if let symbols { await symbols.symbolize(&reports, toolchain: toolchain) }
    let triaged = await crashes(reports, target: "")
    let names = await Demangler(toolchain: toolchain).readable(
      reports.flatMap { $0.frames.map(\.function) })
    return zip(reports, triaged).map { report, crash in
      (report, crash, Crash.judge(report) { $0.map { names[$0] ?? $0 } })
    }
  }

  /// Replays `files`, inputs of `target`, and triages what they show. An input that does not crash
  /// has no crash.
  ///
  /// - Parameters:
  ///   - plain: Runs the target without a sanitizer for the message of Swift's runtime; nil leaves
  ///     it out.
  ///   - confirmations: Replays of the smallest input of each fingerprint with a random hash seed,
  ///     and as many with a
  ///     fixed one.
  package func inputs(
    _ files: [String], target: String, replay: CrashReplay, plain: PlainReplay?,
    confirmations: Int = 0
  ) async throws -> [(input: TriagedInput, crash: TriagedCrash?)] {
    var triage = InputTriage(target: target, replay: replay, plain: plain)
    triage.confirmations = confirmations
    return try await triage.triage(files).map { input in
      guard let crash = input.crash, let fingerprint = input.fingerprint else {
        return (input, nil)
      }
      return (input, triaged(crash, fingerprint, target: target))
    }
  }

  private func triaged(
    _ crash: Crash, _ fingerprint: Fingerprint, target: String
  ) -> TriagedCrash {
    var finding = Finding(crash, fingerprint: fingerprint, target: target, firstSeen: Self.today)
    finding.distance = crash.core.flatMap { project?.sources?.distance(of: $0) }
    finding.project = project?.owner(of: crash, target: finding.target)
    return TriagedCrash(crash: crash, fingerprint: fingerprint, finding: finding)
  }

  /// The day in UTC, such as `2026-11-24`.
  private static var today: String { Date.now.formatted(.iso8601.year().month().day()) }
}
