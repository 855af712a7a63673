import Foundation
package import ProcessSupport

/// The block table of the installed core, keyed by the build IDs of its libraries.
extension SlicerEnvironment {
  /// Path of the table.
  package var blockTable: String { folder + "/blocks.bin" }

  /// Result of writing the table.
  package struct TableReport: Codable, Sendable {
    /// Totals of the decoded libraries.
    package struct Totals: Codable, Sendable {
      package let libraries: Int
      package let functions: Int
      /// Functions with bytes that are not an instruction; their blocks are left out.
      package let undecodable: Int
      package let blocks: Int
    }

    /// Nil when the table was up to date.
    package let written: Totals?
  }

  /// Writes the table unless it belongs to the installed libraries. Takes about a minute once.
  package func makeBlockTable() async throws(RunFailure) -> TableReport {
    let outcome = try await runTable([])
    guard outcome.status.isSuccess, let line = outcome.output.split(separator: "\n").last,
      let report = try? JSONDecoder().decode(TableReport.self, from: Data(line.utf8))
    else {
      let last = outcome.output.split(separator: "\n").suffix(2).joined(separator: " / ")
      throw .environment(
        "the block table cannot be written (\(last))",
        "remove .venv-slicer and run 'scenefuzz slicer setup' again")
    }
    return report
  }

  /// Throws unless the table belongs to the installed libraries.
  func requireBlockTable() async throws(RunFailure) {
    guard try await runTable(["--check"]).status.isSuccess else {
      throw .environment(
        "the block table is missing or belongs to another build of the core",
        "run 'scenefuzz slicer setup'")
    }
  }

  private func runTable(_ flags: [String]) async throws(RunFailure) -> ChildProcess.Outcome {
    var variables = Self.variables
    variables["PYTHONPATH"] = root.path("scripts/slicer")
    return try await ChildProcess(
      executable: python, arguments: ["-m", "realreader.setup_blocks", blockTable] + flags,
      environment: variables, timeLimit: .seconds(1200)
    ).run()
  }
}
