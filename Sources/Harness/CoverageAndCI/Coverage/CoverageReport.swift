import FuzzBuilds

/// Source coverage of the parser by the inputs of targets.
package struct CoverageReport: Codable, Sendable {
  /// Number of items, and of those covered.
  package struct Share: Codable, Equatable, Sendable {
    package var count = 0
    package var covered = 0

    /// Covered share in percent; 100 when there is nothing to cover.
    package var percent: Double {
      count == 0 ? 100 : (Double(covered) / Double(count) * 10_000).rounded() / 100
    }

    mutating func add(_ other: Share) {
      count += other.count
      covered += other.covered
    }
  }

  /// Coverage of one module or file.
  package struct Row: Codable, Equatable, Sendable {
    /// Name of the module, or path of the file below `Sources`.
    package var name: String
    /// Regions as `llvm-cov` counts them, without functions that cannot be called (`...` in
    /// `x[...]`).
    package var regions = Share()
    /// Functions as `llvm-cov` counts them.
    package var functions = Share()
    /// Lines of code as `llvm-cov` counts them.
    package var lines = Share()
  }

  /// An unreached function, or an unreached range inside a reached function.
  package struct Unreached: Codable, Equatable, Sendable {
    /// Name as in the source, or the enclosing function of a range.
    package var function: String
    /// Path below `Sources`.
    package var file: String
    /// First line, counted from 1.
    package var line: Int
    /// Last line.
    package var endLine: Int
    /// Number of times that execution reached the code just before this place; sort key of the
    /// list.
    package var passedBy: Int
    /// Reason from `corpus/unreached.txt`; nil when there is none.
    package var reason: String?
  }

  /// Names of the targets whose inputs were run.
  package var targets: [String]
  /// Number of inputs that were run.
  package var inputs = 0
  /// Number of failing inputs; their coverage is lost with the process.
  package var failing = 0
  /// One row for each module of the parser.
  package var modules: [Row] = []
  /// One row for each file of these modules.
  package var files: [Row] = []
  /// Functions that no input enters.
  package var unreachedFunctions: [Unreached] = []
  /// Ranges that no input enters, inside reached functions.
  package var unreachedCode: [Unreached] = []

  /// Sum of the modules' rows.
  package var total: Row {
    var total = Row(name: "total")
    for row in modules {
      total.regions.add(row.regions)
      total.functions.add(row.functions)
      total.lines.add(row.lines)
    }
    return total
  }

  /// Lines for each module and the total, then the unreached places, nearest first.
  package func text(listing limit: Int) -> String {
    let rows = (modules + [total]).map { row in
      [row.name]
        + [row.regions, row.functions, row.lines].flatMap {
          ["\($0.percent) %", "\($0.covered) of \($0.count)"]
        }
    }
    let head = ["module", "regions", "", "functions", "", "lines", ""]
    var lines = [TextTable([head] + rows).text]
    lines += Self.list("unreached functions", unreachedFunctions, limit)
    lines += Self.list(
      "unreached code in reached functions", unreachedCode, limit)
    return lines.joined(separator: "\n")
  }

  private static func list(_ title: String, _ all: [Unreached], _ limit: Int) -> [String] {
    guard !all.isEmpty, limit > 0 else { return [] }
    let shown = all.prefix(limit).map { place in
      "  \(place.file):\(place.line)  \(place.function)  passed by \(place.passedBy) times"
        + (place.reason.map { "  (\($0))" } ?? "")
    }
    let rest = all.count - shown.count
    return ["", "\(title): \(all.count), nearest first"] + shown
      + (rest > 0 ? ["  … and \(rest) more; --json lists all"] : [])
  }
}
