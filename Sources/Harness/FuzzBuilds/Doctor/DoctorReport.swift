package import ProcessSupport

/// What `doctor` found out about the builds.
package struct DoctorReport: Codable, Sendable {
  /// One check of one build.
  package struct Row: Codable, Equatable, Sendable {
    /// What came of a check: a build need not see what its sanitizers are not for.
    package enum Result: String, Codable, Sendable {
      case ok
      case failed
      case notApplicable = "not applicable"
    }

    /// The build that was looked at.
    package let build: FuzzBuild
    /// What had to be seen, in words.
    package let check: String
    /// Whether it was seen.
    package let result: Result
    /// What was seen, or what is wrong.
    package let detail: String
  }

  /// Folder of the tools.
  package let toolchain: String
  /// Version of the compiler.
  package let swift: String
  /// The rows, build after build.
  package var rows: [Row] = []
  /// Seconds that each build took, and that proving it took.
  package var buildSeconds: [String: Double] = [:]
  /// Seconds that proving each build took, by its name.
  package var checkSeconds: [String: Double] = [:]

  /// A report without rows.
  package init(toolchain: Toolchain) {
    self.toolchain = toolchain.folder
    swift = toolchain.version
  }

  /// True when every build sees everything that it can see.
  package var isHealthy: Bool { !rows.isEmpty && !rows.contains { $0.result == .failed } }

  /// One line per check, one column per build.
  package var table: String {
    var builds: [FuzzBuild] = []
    var checks: [String] = []
    for row in rows {
      if !builds.contains(row.build) { builds.append(row.build) }
      if !checks.contains(row.check) { checks.append(row.check) }
    }
    var lines = [["check"] + builds.map(\.rawValue)]
    for check in checks {
      lines.append(
        [check]
          + builds.map { build in
            rows.first { $0.build == build && $0.check == check }.map(Self.cell)
              ?? Row.Result.notApplicable.rawValue
          })
    }
    return TextTable(lines).text
  }

  private static func cell(_ row: Row) -> String {
    switch row.result {
    case .ok: row.detail.isEmpty ? "ok" : "ok, \(row.detail)"
    case .failed: "FAILED: \(row.detail)"
    case .notApplicable: row.result.rawValue
    }
  }
}

/// Rows of cells, aligned in columns.
package struct TextTable {
  let rows: [[String]]

  package init(_ rows: [[String]]) { self.rows = rows }

  package var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column + 1 < row.count {
          line += String(repeating: " ", count: widths[column] - cell.count + 2)
        }
      }
      return line
    }.joined(separator: "\n")
  }
}
