/// `docs/BENCHMARKS.md`: the machine, and the output of each benchmark under its command.
package struct BenchmarkDocument: Sendable {
  /// A command with its result.
  struct Section: Equatable, Sendable {
    enum Result: Equatable, Sendable {
      /// Standard output, remarks from standard error, and the exit code.
      case table(String, remarks: [String], code: Int32)
      /// Why there are no figures.
      case notRun(String)
    }

    let command: BenchmarkCommand
    let words: [String]
    let result: Result
    let seconds: Double
  }

  let machine: BenchmarkMachine
  let isQuick: Bool
  var sections: [Section] = []
  /// Load average of one minute at the end; nil where the system does not report it.
  var endLoad: Double?

  /// The Markdown text, whole.
  package var markdown: String {
    var lines = [
      "# Benchmarks", "",
      "Written by `./scripts/benchmarks\(isQuick ? " --quick" : "")`. Every table is the output of",
      "the command above it, and all are of one run on one machine.", "",
      "| | |", "|---|---|", "| date | \(machine.date) |", "| commit | \(machine.revision) |",
      "| cores | \(machine.cores) |", "| processor | \(machine.processor ?? "unknown") |",
      "| memory | \(machine.memoryGigabytes) GB |", "| system | \(machine.system) |",
      "| Swift | \(machine.swift) |",
      "| libraries | \(machine.libraries.joined(separator: ", ")) |",
      "| load at the start | \(Self.text(machine.load)) |",
      "| load at the end | \(Self.text(endLoad)) |", "",
    ]
    if isQuick {
      lines += ["The quick run uses fewer rounds and smaller inputs; its figures are rough.", ""]
    }
    for section in sections { lines += Self.lines(section) }
    return lines.joined(separator: "\n")
  }

  private static func lines(_ section: Section) -> [String] {
    let command = (["./scripts/\(section.command.script)"] + section.words).joined(separator: " ")
    var lines = ["## \(section.command.title)", "", "    " + command, ""]
    switch section.result {
    case .notRun(let reason):
      lines += ["Not run: \(reason)", ""]
    case .table(let output, let remarks, let code):
      let fence = fence(around: output)
      lines += [fence + "text"] + output.split(separator: "\n").map(String.init) + [fence, ""]
      lines += remarks.map { "- \($0)" } + (remarks.isEmpty ? [] : [""])
      lines += [
        "Took \(Int(section.seconds.rounded())) s" + (code == 0 ? "." : "; exit code \(code).")
      ]
      lines += [""]
    }
    return lines
  }

  /// A fence longer than every run of backticks in the text.
  private static func fence(around text: String) -> String {
    var (longest, current) = (0, 0)
    for character in text {
      current = character == "`" ? current + 1 : 0
      longest = max(longest, current)
    }
    return String(repeating: "`", count: max(3, longest + 1))
  }

  private static func text(_ load: Double?) -> String { load.map { "\($0)" } ?? "unknown" }
}
