import ArgumentParser
import Corpus
import CoverageAndCI
import Foundation
import FuzzSession
import FuzzTargets
import OracleTargets
import ProcessSupport
import Report

/// `scenefuzz report`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write one page about sessions and findings that can be sent.",
    discussion: """
      The page needs no network and runs no script; what inputs and reports hold is escaped. Without a session, all \
      that were recorded are drawn one behind the other.

      Examples:
        scenefuzz report
        scenefuzz report --session last -o session.html --coverage coverage.json
      """)

  @Option(name: .shortAndLong, help: "The page.")
  var output = "report.html"

  @Option(help: "One session: its name in .scenefuzz/sessions, or 'last'.")
  var session: String?

  @Option(help: "Folder of working data; '.scenefuzz' in the checkout unless told otherwise.")
  var store: String?

  @Option(help: "The folder of findings; 'crashes' in the checkout unless told otherwise.")
  var findings: String?

  @Option(help: "What 'scenefuzz coverage --json' printed.")
  var coverage: String?

  @Option(help: "The folder of 'scenefuzz coverage --html', as a link from the page.")
  var coveragePages: String?

  func run() throws {
    let root = try RepositoryRoot.locate()
    let working = store.map { SessionStore(folder: $0) } ?? SessionStore(root: root)
    var report = Report()
    report.sessions = try sessions(in: working)
    do {
      report.findings = try ReportedFinding.all(
        in: findings ?? root.path("crashes"), tests: root.path("Tests/Fuzzing/RegressionTests"),
        store: working)
    } catch {
      throw RunFailure.environment("\(error)", "mend it, then run this again")
    }
    report.properties = Dictionary(
      uniqueKeysWithValues: FullCatalog.all.map { ($0.name, $0.property) })
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
          ? "none was recorded in \(working.folder)"
          : "the last ones are: " + all.suffix(5).map(\.id).joined(separator: ", "))
    }
    return [chosen]
  }

  /// The last report of the list is that of all targets together.
  private func readCoverage(_ path: String) throws -> CoverageReport {
    let reports = try JSONDecoder().decode(
      [CoverageReport].self, from: Data(try FileReplacement.read(URL(fileURLWithPath: path))))
    guard let last = reports.last else {
      throw RunFailure.usage(
        "\(path) holds no coverage", "write it with 'scenefuzz coverage --json'")
    }
    return last
  }
}
