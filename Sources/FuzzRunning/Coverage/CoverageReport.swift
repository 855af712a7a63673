/// Source coverage of the parser by inputs of targets.
public struct CoverageReport: Codable, Sendable {
  /// Counted and reached.
  public struct Share: Codable, Equatable, Sendable {
    public var count = 0
    public var covered = 0

    /// Reached in percent; all of nothing is reached.
    public var percent: Double {
      count == 0 ? 100 : (Double(covered) / Double(count) * 10_000).rounded() / 100
    }

    mutating func add(_ other: Share) {
      count += other.count
      covered += other.covered
    }
  }

  /// A module, or a file of one.
  public struct Row: Codable, Equatable, Sendable {
    public var name: String
    public var regions = Share()
    public var functions = Share()
    public var lines = Share()
  }

  /// A function that no input reaches, or a stretch of code inside a function that some reach.
  public struct Unreached: Codable, Equatable, Sendable {
    /// Readable, or the place for a stretch of code.
    public var function: String
    public var file: String
    public var line: Int
    public var endLine: Int
    /// How often control stood where one step more leads here. The list is sorted by it.
    public var passedBy: Int
    /// Why it is not reached, from `corpus/unreached.txt`; nil when nobody has said.
    public var reason: String?
  }

  public var targets: [String]
  public var inputs = 0
  /// Inputs that fail: their coverage is lost with the process.
  public var failing = 0
  public var modules: [Row] = []
  public var files: [Row] = []
  public var unreachedFunctions: [Unreached] = []
  public var unreachedCode: [Unreached] = []

  public var total: Row {
    var total = Row(name: "total")
    for row in modules {
      total.regions.add(row.regions)
      total.functions.add(row.functions)
      total.lines.add(row.lines)
    }
    return total
  }

  /// One line for each module, one for all, then what is not reached, nearest first.
  public func text(listing limit: Int) -> String {
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
