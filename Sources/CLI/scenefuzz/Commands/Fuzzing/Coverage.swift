import ArgumentParser
import CoverageAndCI
import Foundation
import FuzzBuilds
import FuzzSession
import FuzzTargets
import ProcessSupport

/// `scenefuzz coverage`
struct Coverage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Source coverage of the parser by the corpora, and what no target has ever reached.",
    discussion: """
      Runs each target over its committed inputs and the inputs of known findings, with the toolchain's own \
      coverage tools. Lists what is not reached, nearest first: what the inputs stood one step before most often. \
      corpus/unreached.txt says why a function is not reached; --check fails when one has no reason, when a reason \
      is out of date, or when too little is reached.

      Examples:
        scenefuzz coverage
        scenefuzz coverage mrml --working --html coverage
      """)

  @Argument(help: "Targets; without any, all but 'demo'.")
  var targets: [String] = []

  @Flag(help: "Take the working corpora of sessions too.")
  var working = false

  @Option(help: "Write pages with every source file to this folder.")
  var html: String?

  @Option(help: "Write the coverage of all together in lcov's form to this file.")
  var lcov: String?

  @Flag(
    name: .customLong("write-reached"),
    help: "Write which files each target's inputs run to corpus/reached.json, for 'scenefuzz ci'.")
  var writeReached = false

  @Option(help: "How much of what is not reached is listed.")
  var list = 20

  @Flag(
    help:
      "Exit with 1 when less than --least of the regions are reached or a function lacks its reason."
  )
  var check = false

  @Option(help: "Percent of the regions that --check asks for.")
  var least = 95.0

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let root = try RepositoryRoot.locate()
    let chosen = try BuildPlan(.coverage).targets(targets)
    let wanted = targets.isEmpty ? chosen.filter { $0.name != FuzzTarget.demo.name } : chosen
    var run = CoverageRun(root: root, toolchain: try await .locate())
    if working { run.moreInputs = { [root.path(".scenefuzz/corpus/\($0)")] } }
    let stop = StopSignal()
    run.stop = stop
    let ready = run
    let outputs = CoverageRun.Outputs(html: html, lcov: lcov)
    var reports = try await InterruptHandler.watching(stop, ProgressDisplay(onError: true)) {
      () async throws(RunFailure) in
      try await ready.run(targets: wanted, outputs: outputs) { printError($0) }
    }
    let text = try? String(contentsOfFile: root.path("corpus/unreached.txt"), encoding: .utf8)
    let reasons = CoverageReasons(text: text ?? "")
    let last = reports.count - 1
    for index in reports[last].unreachedFunctions.indices {
      let name = reports[last].unreachedFunctions[index].function
      reports[last].unreachedFunctions[index].reason = reasons[name]
    }
    if writeReached {
      guard reports.count > 1, targets.isEmpty, !working else {
        throw RunFailure.usage(
          "--write-reached is about all targets' committed inputs", "name no target")
      }
      try ReachedFiles(reports).write(in: root)
    }
    if output.json { try printJSON(reports) } else { show(reports) }
    if check, targets.isEmpty { try judge(reports[last], reasons) }
  }

  private func show(_ reports: [CoverageReport]) {
    for report in reports.dropLast() {
      let total = report.total
      print(
        "\(report.targets[0]): \(total.regions.percent) % of the regions,"
          + " \(total.functions.percent) % of the functions, \(report.inputs) inputs"
          + (report.failing > 0 ? ", \(report.failing) of them fail" : ""))
    }
    if let merged = reports.last { print("\n" + merged.text(listing: list)) }
    if let html { print("\npages: \(html)/index.html") }
  }

  private func judge(_ report: CoverageReport, _ reasons: CoverageReasons) throws {
    var faults: [String] = []
    if report.total.regions.percent < least {
      faults.append("\(report.total.regions.percent) % of the regions, less than \(least)")
    }
    let unreached = report.unreachedFunctions
    faults += unreached.filter { $0.reason == nil }.map {
      "no reason in corpus/unreached.txt: \($0.function)"
    }
    faults += reasons.stale(unreached: unreached.map(\.function)).map {
      "reached, or gone, though it has a reason: \($0)"
    }
    guard !faults.isEmpty else { return }
    for fault in faults { printError(fault) }
    throw ExitStatus.finding.code
  }
}
