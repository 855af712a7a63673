import ArgumentParser
import Corpus
import CoverageAndCI
import CrashTriage
import Foundation
import FuzzBuilds
import FuzzSession
import FuzzTargets
import OracleTargets
import ProcessSupport
import ReplayAndTriage
import Report

struct CI: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Check a pull request: replay all committed inputs, then fuzz what the change touches.",
    discussion: """
      First runs every seed, corpus file and known crash in the release and debug builds. A failure there that is not \
      an open finding ends the run. Then fuzzes all targets, with more time for those that the change affects. A finding fails the run only when it reproduces, is not already open, and does not occur in the \
      base revision. The seed is fixed by default, and no earlier session is used.

      With --changed-since, a target that the change affects must run --min-executions inputs for --min-seconds of \
      process time. Below that the run says 'not enough' and exits with 3: it shows nothing about the change.

      Examples:
        scenefuzz ci
        scenefuzz ci --time 7m --changed-since origin/main --sarif fuzz.sarif --summary fuzz.md
      """)

  @Argument(help: "Targets; by default all but 'demo'.")
  var targets: [String] = []

  @Option(help: "Fuzzing time for all targets together.")
  var time = TimeSpan(seconds: 300)

  @Option(help: "Number of processes; by default the number of processors.")
  var jobs: Int?

  @Option(help: "Seed of the random number generator.")
  var seed: UInt32 = 1337

  @Option(name: .customLong("changed-since"), help: "Base revision to compare with.")
  var changedSince: String?

  @Option(
    name: .customLong("min-executions"), help: "Executions that an affected target must reach.")
  var minimumExecutions = CIReport.Floor().executions

  @Option(
    name: .customLong("min-seconds"),
    help: "Seconds of process time that an affected target must reach.")
  var minimumSeconds = CIReport.Floor().seconds

  @Option(
    help: ArgumentHelp("Write the page of 'scenefuzz report' to this folder.", valueName: "dir"))
  var report: String?

  @OptionGroup var publishing: PublishingOptions
  @OptionGroup var color: ColorOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    if minimumExecutions < 0 || minimumSeconds < 0 {
      throw ValidationError("--min-executions and --min-seconds must not be negative.")
    }
  }

  func run() async throws {
    let root = try RepositoryRoot.locate()
    let chosen = try BuildPlan(.address).targets(targets)
    var run = CIRun(
      root: root, toolchain: try await .locate(),
      targets: targets.isEmpty ? chosen.filter { $0.name != FuzzTarget.demo.name } : chosen,
      time: time.duration, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    run.seed = seed
    run.base = changedSince
    run.floor.executions = minimumExecutions
    run.floor.seconds = minimumSeconds
    let ready = run
    let display = ProgressDisplay(onError: true)
    let result = try await InterruptHandler.watching(run.stop, display) {
      () async throws(RunFailure) in
      try await ready.run(display: display)
    }
    try publish(result, root: root)
    if let report { try await writeReport(to: report, run: run, root: root) }
    if output.json { try printJSON(result.report) } else { print(result.report.text(color.style)) }
    if result.report.fails { throw ExitStatus.finding.code }
    if !result.report.notEnough.isEmpty { throw ExitStatus.environment.code }
  }

  private func publish(_ result: CIRun.Outcome, root: RepositoryRoot) throws {
    guard !publishing.isEmpty else { return }
    let sources = SourceIndex(root: root)
    let rows = result.report.rows
    let findings = result.findings.map { finding in
      PublishedFinding(
        finding, count: rows.count { $0.fingerprint == finding.fingerprint },
        isNew: rows.contains { $0.fingerprint == finding.fingerprint && $0.verdict.fails },
        fallback: FullCatalog[finding.target].flatMap { sources.path(of: $0) } ?? "Package.swift"
      ) { sources.path(of: $0.file, function: $0.function) }
    }
    let failing = Set(rows.filter(\.verdict.fails).map(\.target))
    let clean = result.report.targets.map(\.name).filter { !failing.contains($0) }
    let page = MarkdownSummary(findings, files: result.report.targets.count, unread: [])
    try publishing.write(
      findings, clean: clean, page: result.report.markdown + "\n" + page.text)
  }

  private func writeReport(to folder: String, run: CIRun, root: RepositoryRoot) async throws {
    let store = SessionStore(folder: run.store)
    var page = Report()
    page.facts = await ToolVersion.facts()
    page.sessions = RecordedSession.all(in: store)
    page.findings = try ReportedFinding.all(
      in: run.findings, tests: root.path("Tests/Fuzzing/RegressionTests"), store: store)
    page.properties = Dictionary(uniqueKeysWithValues: run.targets.map { ($0.name, $0.property) })
    let url = URL(fileURLWithPath: folder)
    try FileReplacement.makeFolder(url)
    try FileReplacement.write(
      Array(try page.html().utf8), to: url.appendingPathComponent("index.html"))
  }
}
