import ArgumentParser
import Foundation
import FuzzTargets
import HarnessBenchmarks
import ProcessSupport
import ReplayAndTriage

struct BenchRegressions: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regressions",
    abstract: "Take demo bugs all the way from a crash to a regression test.",
    discussion: """
      Each bug of the target 'demo' is switched on, its crash triaged and its input reduced. The emitted test must see \
      the bug as a known issue and say so when it is gone; after the finding is closed, the test must fail with the bug \
      and pass without it. Exits with 1 when one bug does not pass every step.

      Example: scenefuzz bench regressions --sample 4
      """)

  @Option(help: "Number of bugs to take, evenly spaced; all by default.")
  var sample: Int?

  @Flag(help: "Print one JSON object a line, one for each bug.")
  var json = false

  func validate() throws {
    if let sample, !(1...DemoBug.allCases.count).contains(sample) {
      throw ValidationError("--sample must be 1 to \(DemoBug.allCases.count).")
    }
  }

  func run() async throws {
    let all = DemoBug.allCases
    let bugs = sample.map { count in (0..<count).map { all[$0 * all.count / count] } } ?? all
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let proof = RegressionProof(
      root: try .locate(), toolchain: try await .locate(),
      program: try PlainReplay.ownProgram().program, folder: folder.path)
    let rows = try await proof.run(bugs) { printError($0) }
    for row in rows {
      if json { try JSONLine.print(row) } else { print(Self.line(row)) }
    }
    let complete = rows.count { $0.isComplete }
    if !json { print("\(complete) of \(rows.count) bugs passed every step.") }
    if complete < rows.count { throw ExitStatus.finding.code }
  }

  private static func line(_ row: RegressionProof.Row) -> String {
    let checks = [
      ("sees the bug", row.seesBug), ("says it is gone", row.saysFixed), ("guards", row.guards),
      ("passes without it", row.passes),
    ]
    let failed = checks.filter { !$0.1 }.map(\.0)
    return row.bug.padded(14) + "\(row.bytesBefore) to \(row.bytesAfter) bytes".padded(20)
      + (failed.isEmpty ? "complete" : "FAILED: " + failed.joined(separator: ", "))
      + "  \(row.title)"
  }
}
