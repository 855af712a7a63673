/// One status line of libFuzzer, such as
/// `#2048 pulse  cov: 145 ft: 310 corp: 20/540b lim: 4 exec/s: 1024 rss: 36Mb`.
package struct LibFuzzerLine: Equatable, Sendable {
  /// Inputs run by this process so far.
  package var executions: Int
  /// `INITED`, `NEW`, `REDUCE`, `pulse`, `RELOAD`, `DONE`, …
  package var event: String
  /// Edges reached; nil on a line that does not tell.
  package var edges: Int?
  /// Features: edges with their hit counts and compare values.
  package var features: Int?
  /// Inputs in the corpus in memory, and their bytes as libFuzzer prints them (`540b`, `12Kb`).
  package var corpus: Int?
  package var executionsPerSecond: Int?
  /// Resident megabytes.
  package var memory: Int?

  /// Reads a line; nil when it is no status line.
  package init?(_ line: String) {
    guard line.first == "#" else { return nil }
    let words = line.dropFirst().split(whereSeparator: { $0 == "\t" || $0 == " " })
    guard words.count >= 2, let count = Int(words[0]), count >= 0 else { return nil }
    executions = count
    event = String(words[1])
    guard event.utf8.allSatisfy({ $0 > 0x40 && $0 < 0x7B }) else { return nil }
    for (key, value) in zip(words.dropFirst(2), words.dropFirst(3)) {
      switch key {
      case "cov:": edges = Int(value)
      case "ft:": features = Int(value)
      case "corp:": corpus = value.split(separator: "/").first.flatMap { Int($0) }
      case "exec/s:": executionsPerSecond = Int(value)
      case "rss:": memory = Int(value.prefix { $0.isNumber })
      default: break
      }
    }
  }

  /// The number of coverage counters that the start-up lines of `log` tell of.
  package static func counterCount(in log: String) -> Int? {
    for line in log.split(separator: "\n") where line.hasPrefix("INFO: Loaded ") {
      guard let open = line.firstIndex(of: "("), line.contains("inline 8-bit counters") else {
        continue
      }
      return Int(line[line.index(after: open)...].prefix { $0.isNumber })
    }
    return nil
  }

  /// The number of inputs run that a final statistics line tells.
  package static func finalExecutions(in line: String) -> Int? {
    let words = line.split(separator: " ")
    guard words.count == 2, words[0] == "stat::number_of_executed_units:" else { return nil }
    return Int(words[1])
  }

  /// The file that a line like `… Test unit written to PATH` names.
  package static func artifact(in line: String) -> String? {
    guard let mark = line.firstRange(of: "Test unit written to ") else { return nil }
    let path = line[mark.upperBound...]
    return path.isEmpty ? nil : String(path)
  }
}
