import ArgumentParser
import Foundation
import FuzzTargets
import HarnessBenchmarks
import ProcessSupport
import ReplayAndTriage

/// `scenefuzz bench regressions`
struct BenchRegressions: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regressions",
    abstract: "Take demo bugs the whole way from a crash to a regression test and back.",
    discussion: """
      Each bug lies asleep in the target 'demo'. Awake, its crash is triaged and its input reduced; the emitted \
      test must meet the bug as a known issue, say so when the bug is gone, and after the finding is closed fail with \
      the bug and pass without it. Exits with 1 when one of the bugs does not go the whole way.

      Example: scenefuzz bench regressions --sample 4
      """)

  @Option(help: "Take every n-th bug only, so that this many are left; all of them if not given.")
  var sample: Int?

  @Flag(help: "Print one JSON document on a line for each bug.")
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
    if !json { print("\(complete) of \(rows.count) bugs went the whole way.") }
    if complete < rows.count { throw ExitStatus.finding.code }
  }

  private static func line(_ row: RegressionProof.Row) -> String {
    let checks = [
      ("sees the bug", row.seesBug), ("says it is gone", row.saysFixed), ("guards", row.guards),
      ("passes without it", row.passes),
    ]
    let failed = checks.filter { !$0.1 }.map(\.0)
    return row.bug.padded(14) + "\(row.bytesBefore) to \(row.bytesAfter) bytes".padded(20)
      + (failed.isEmpty ? "whole way" : "NOT: " + failed.joined(separator: ", ")) + "  \(row.title)"
  }
}
