import ArgumentParser
import Corpus
import CoverageAndCI
import Foundation
import FuzzSession
import FuzzTargets
import OracleTargets
import ProcessSupport
import Report

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write one self-contained page about sessions and findings.",
    discussion: """
      The page needs no network and runs no script; text from inputs and crash reports is escaped. Without --session, \
      the charts join all recorded sessions in order of time. What is known of the real core is on a page of its own, \
      marked private, which only --private writes, into the git-ignored private folder.

      Examples:
        scenefuzz report
        scenefuzz report --session last -o session.html --coverage coverage.json
      """)

  @Option(name: .shortAndLong, help: "Output file.")
  var output = "report.html"

  @Option(help: "Name of one session in .scenefuzz/sessions, or 'last'.")
  var session: String?

  @Option(help: "Folder of working data; '.scenefuzz' in the checkout by default.")
  var store: String?

  @Option(help: "Folder of findings; 'crashes' in the checkout by default.")
  var findings: String?

  @Option(help: "Output file of 'scenefuzz coverage --json'.")
  var coverage: String?

  @Option(help: "Output folder of 'scenefuzz coverage --html', linked from the page.")
  var coveragePages: String?

  @Flag(
    name: .customLong("private"),
    help: "Write the page of the real core instead, into the private folder; do not publish it.")
  var showsCore = false

  func validate() throws {
    let others = [session, store, findings, coverage, coveragePages]
    guard !showsCore || others.allSatisfy({ $0 == nil }) else {
      throw ValidationError("--private takes no option but --output.")
    }
  }

  func run() async throws {
    if showsCore { return try await RealReaderCommand.writePage(output) }
    let root = try RepositoryRoot.locate()
    let working = store.map { SessionStore(folder: $0) } ?? SessionStore(root: root)
    var report = Report()
    report.sessions = try sessions(in: working)
    do {
      report.findings = try ReportedFinding.all(
        in: findings ?? root.path("crashes"), tests: root.path("Tests/Fuzzing/RegressionTests"),
        store: working)
    } catch {
      throw RunFailure.environment("\(error)", "fix the file, then run this again")
    }
    report.properties = Dictionary(
      uniqueKeysWithValues: FullCatalog.all.map { ($0.name, $0.property) })
    report.facts = await ToolVersion.facts()
    report.coverage = try coverage.map(readCoverage)
    report.coveragePages = coveragePages
    let page = try report.html()
    try FileReplacement.write(Array(page.utf8), to: URL(fileURLWithPath: output))
    print("\(output): \(report.sessions.count) sessions, \(report.findings.count) findings")
  }

  private func sessions(in working: SessionStore) throws(RunFailure) -> [RecordedSession] {
    let all = RecordedSession.all(in: working)
    guard let session else { return all }
    guard let chosen = session == "last" ? all.last : all.first(where: { $0.id == session }) else {
      throw .usage(
        "there is no session '\(session)'",
        all.isEmpty
          ? "none is recorded in \(working.folder)"
          : "recent ones: " + all.suffix(5).map(\.id).joined(separator: ", "))
    }
    return [chosen]
  }

  /// The last report in the list covers all targets together.
  private func readCoverage(_ path: String) throws -> CoverageReport {
    let reports = try JSONDecoder().decode(
      [CoverageReport].self, from: Data(try FileReplacement.read(URL(fileURLWithPath: path))))
    guard let last = reports.last else {
      throw RunFailure.usage(
        "\(path) is not a coverage report", "write one with 'scenefuzz coverage --json'")
    }
    return last
  }
}
