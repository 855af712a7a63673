package import ProcessSupport

/// Results of `doctor`.
package struct DoctorReport: Codable, Sendable {
  /// One check of one build.
  package struct Row: Codable, Equatable, Sendable {
    /// Result of a check; not applicable when the build has no sanitizer for the failure.
    package enum Result: String, Codable, Sendable {
      case ok
      case failed
      case notApplicable = "not applicable"
    }

    package let build: FuzzBuild
    /// Name of the check, such as `Swift trap`.
    package let check: String
    package let result: Result
    /// A measured value, or the reason of the failure.
    package let detail: String
  }

  /// Folder of the toolchain.
  package let toolchain: String
  /// Version of the compiler.
  package let swift: String
  /// Rows in the order of the builds.
  package var rows: [Row] = []
  /// Seconds that each build took, by its name.
  package var buildSeconds: [String: Double] = [:]
  /// Seconds that the checks of each build took, by its name.
  package var checkSeconds: [String: Double] = [:]

  package init(toolchain: Toolchain) {
    self.toolchain = toolchain.folder
    swift = toolchain.version
  }

  /// Whether no check failed; false for an empty report.
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

/// A table of text with aligned columns.
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
