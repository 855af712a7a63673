import ArgumentParser
import CoverageAndCI
import Foundation
import FuzzBuilds
import FuzzSession
import FuzzTargets
import ProcessSupport

struct Coverage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the parser's source coverage by the corpora, and list unreached code.",
    discussion: """
      Runs each target over its committed inputs and the inputs of known findings, with the coverage tools of the \
      toolchain. Lists unreached code, nearest first: sorted by how often the inputs reached the branch before it. \
      corpus/unreached.txt gives the reason for each unreached function. --check fails when a function has no reason, \
      when a reason is out of date, or when the region coverage is too low.

      Examples:
        scenefuzz coverage
        scenefuzz coverage mrml --working --html coverage
      """)

  @Argument(help: "Targets; by default all but 'demo'.")
  var targets: [String] = []

  @Flag(help: "Include the working corpora of sessions.")
  var working = false

  @Option(help: "Write HTML pages of every source file to this folder.")
  var html: String?

  @Option(help: "Write the merged coverage as an lcov trace to this file.")
  var lcov: String?

  @Flag(
    name: .customLong("write-reached"),
    help:
      "Write the files that each target's inputs run to corpus/reached.json, for 'scenefuzz ci'.")
  var writeReached = false

  @Option(help: "Maximum number of unreached places to list.")
  var list = 20

  @Flag(
    help:
      "Exit with 1 when region coverage is below --minimum or an unreached function has no reason."
  )
  var check = false

  @Option(help: "Region coverage in percent that --check requires.")
  var minimum = 95.0

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
          "--write-reached needs the committed inputs of all targets", "name no target")
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
    if report.total.regions.percent < minimum {
      faults.append("region coverage \(report.total.regions.percent) %, below \(minimum) %")
    }
    let unreached = report.unreachedFunctions
    faults += unreached.filter { $0.reason == nil }.map {
      "no reason in corpus/unreached.txt: \($0.function)"
    }
    faults += reasons.stale(unreached: unreached.map(\.function)).map {
      "out of date in corpus/unreached.txt (reached or removed): \($0)"
    }
    if !reasons.isSorted { faults.append("corpus/unreached.txt is not sorted, or names one twice") }
    guard !faults.isEmpty else { return }
    for fault in faults { printError(fault) }
    throw ExitStatus.finding.code
  }
}
