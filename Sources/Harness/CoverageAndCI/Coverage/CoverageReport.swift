import FuzzBuilds

/// Source coverage of the parser by inputs of targets.
package struct CoverageReport: Codable, Sendable {
  /// Counted and reached.
  package struct Share: Codable, Equatable, Sendable {
    /// How many there are.
    package var count = 0
    /// How many of them an input reaches.
    package var covered = 0

    /// Reached in percent; all of nothing is reached.
    package var percent: Double {
      count == 0 ? 100 : (Double(covered) / Double(count) * 10_000).rounded() / 100
    }

    mutating func add(_ other: Share) {
      count += other.count
      covered += other.covered
    }
  }

  /// A module, or a file of one.
  package struct Row: Codable, Equatable, Sendable {
    /// The module, or the file's path below `Sources`.
    package var name: String
    /// Regions as `llvm-cov` counts them: stretches of code that are entered together. What the compiler makes of the
    /// `...` in `x[...]`, and nothing can call, is left out.
    package var regions = Share()
    /// Functions as `llvm-cov` counts them.
    package var functions = Share()
    /// Lines of code as `llvm-cov` counts them.
    package var lines = Share()
  }

  /// A function that no input reaches, or a stretch of code inside a function that some reach.
  package struct Unreached: Codable, Equatable, Sendable {
    /// Readable, or the place for a stretch of code.
    package var function: String
    /// Path below `Sources`.
    package var file: String
    /// First line, from 1.
    package var line: Int
    /// Last line.
    package var endLine: Int
    /// How often control stood where one step more leads here. The list is sorted by it.
    package var passedBy: Int
    /// Why it is not reached, from `corpus/unreached.txt`; nil when nobody has said.
    package var reason: String?
  }

  /// Names of the targets whose inputs were run.
  package var targets: [String]
  /// Inputs that were run.
  package var inputs = 0
  /// Inputs that fail: their coverage is lost with the process.
  package var failing = 0
  /// One row for each module of the parser.
  package var modules: [Row] = []
  /// One row for each file of these modules.
  package var files: [Row] = []
  /// Functions that no input enters.
  package var unreachedFunctions: [Unreached] = []
  /// Stretches that no input enters inside functions that some enter.
  package var unreachedCode: [Unreached] = []

  /// The sum of the modules' rows.
  package var total: Row {
    var total = Row(name: "total")
    for row in modules {
      total.regions.add(row.regions)
      total.functions.add(row.functions)
      total.lines.add(row.lines)
    }
    return total
  }

  /// One line for each module, one for all, then what is not reached, nearest first.
  package func text(listing limit: Int) -> String {
    let rows = (modules + [total]).map { row in
      [row.name]
        + [row.regions, row.functions, row.lines].flatMap {
          ["\($0.percent) %", "\($0.covered) of \($0.count)"]
        }
    }
    let head = ["module", "regions", "", "functions", "", "lines", ""]
    var lines = [TextTable([head] + rows).text]
    lines += Self.list("functions that no input reaches", unreachedFunctions, limit)
    lines += Self.list(
      "code that no input reaches, in functions that some do", unreachedCode, limit)
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
      + (rest > 0 ? ["  … and \(rest) more; --json has them all"] : [])
  }
}
