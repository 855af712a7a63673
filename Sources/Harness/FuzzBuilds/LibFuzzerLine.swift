/// One status line of libFuzzer, such as
/// `#2048 pulse  cov: 145 ft: 310 corp: 20/540b lim: 4 exec/s: 1024 rss: 36Mb`.
package struct LibFuzzerLine: Equatable, Sendable {
  /// Inputs that the process has run.
  package var executions: Int
  /// `INITED`, `NEW`, `REDUCE`, `pulse`, `RELOAD`, `DONE`, …
  package var event: String
  /// Edges reached; nil on a line without them.
  package var edges: Int?
  /// Features reached: edges with hit counts, and compared values.
  package var features: Int?
  /// Inputs of the corpus in memory.
  package var corpus: Int?
  package var executionsPerSecond: Int?
  /// Resident megabytes.
  package var memory: Int?

  /// Reads a line; nil for a line that is no status line.
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

  /// Whether `line` is the one that libFuzzer prints right before it runs the first input of its
  /// corpus. The first status line comes seconds later.
  package static func isStart(_ line: String) -> Bool { line.hasPrefix("INFO: seed corpus: ") }

  /// The number of coverage counters in the start-up lines of `log`.
  package static func counterCount(in log: String) -> Int? {
    for line in log.split(separator: "\n") where line.hasPrefix("INFO: Loaded ") {
      guard let open = line.firstIndex(of: "("), line.contains("inline 8-bit counters") else {
        continue
      }
      return Int(line[line.index(after: open)...].prefix { $0.isNumber })
    }
    return nil
  }

  /// The number of executions in a final statistics line.
  package static func finalExecutions(in line: String) -> Int? {
    let words = line.split(separator: " ")
    guard words.count == 2, words[0] == "stat::number_of_executed_units:" else { return nil }
    return Int(words[1])
  }

  /// The path in a line like `… Test unit written to PATH`.
  package static func artifact(in line: String) -> String? {
    guard let mark = line.firstRange(of: "Test unit written to ") else { return nil }
    let path = line[mark.upperBound...]
    return path.isEmpty ? nil : String(path)
  }
}
