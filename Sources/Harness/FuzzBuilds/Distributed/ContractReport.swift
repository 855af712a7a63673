/// Results of a trial of the distributed engine's contract.
package struct ContractReport: Codable, Sendable {
  /// Results of one program.
  package struct Row: Codable, Equatable, Sendable {
    /// Name in `$OUT`: `TARGET-debug` or `TARGET-release`.
    package let program: String
    /// Coverage counters that libFuzzer found.
    package var edges = 0
    /// Calls of AddressSanitizer in the code.
    package var sanitizerCalls = 0
    /// Inputs in the seed corpus beside the program.
    package var seeds = 0
    /// Words of the dictionary beside the program.
    package var dictionaryWords = 0
    /// Violations of the contract.
    package var faults: [String] = []

    init(program: String) { self.program = program }
  }

  /// One row for each program.
  package var rows: [Row] = []
  /// Wall clock of the build script.
  package var buildSeconds = 0.0
  /// Wall clock of all checks.
  package var checkSeconds = 0.0

  /// Whether no program has a fault; false for an empty report.
  package var isSound: Bool { !rows.isEmpty && rows.allSatisfy(\.faults.isEmpty) }

  /// One line for each program.
  package var table: String {
    let head = ["program", "edges", "sanitizer calls", "seeds", "words", "verdict"]
    return TextTable(
      [head]
        + rows.map { row in
          [
            row.program, "\(row.edges)", "\(row.sanitizerCalls)", "\(row.seeds)",
            "\(row.dictionaryWords)",
            row.faults.isEmpty ? "ok" : row.faults.joined(separator: "; "),
          ]
        }
    ).text
  }
}
