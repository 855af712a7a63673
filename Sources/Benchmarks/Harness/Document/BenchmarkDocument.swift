package import ProcessSupport

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
    /// Date, commit and load at the start of the command.
    let machine: BenchmarkMachine
    /// Load average of one minute at its end; nil where the system does not report it.
    let endLoad: Double?
  }

  let machine: BenchmarkMachine
  let isQuick: Bool
  var sections: [Section] = []
  /// Text of the sections of an earlier document that no command of this run replaces, by title.
  private(set) var kept: [String: String] = [:]

  /// The Markdown text, whole: the sections of this run and those that are kept, in the order of
  /// `BenchmarkCommand.all`.
  package var markdown: String {
    var texts = kept
    for section in sections { texts[section.command.title] = Self.text(section) }
    let order = BenchmarkCommand.all.map(\.title)
    let titles =
      order.filter { texts[$0] != nil } + texts.keys.filter { !order.contains($0) }.sorted()
    return ([head] + titles.compactMap { texts[$0] }).joined(separator: "\n")
  }

  /// Keeps the sections of `text`, an earlier document, that this run does not replace. A section
  /// that was stopped replaces none.
  ///
  /// - Throws: when `text` is of another machine or toolchain, or of the other kind of run.
  package mutating func keepSections(of text: String) throws(RunFailure) {
    let parts = Self.parts(of: text)
    guard parts.head == head else {
      throw .usage(
        "the document is of another machine, toolchain or kind of run",
        "run all benchmarks, or write another document")
    }
    sections.removeAll { section in
      section.result == .notRun("stopped") && parts.sections[section.command.title] != nil
    }
    kept = parts.sections
  }

  private var head: String {
    var lines = [
      "# Benchmarks", "",
      "Written by `./scripts/benchmarks\(isQuick ? " --quick" : "")`. Every table is the output of",
      "the command above it, on this machine.", "",
      "| | |", "|---|---|", "| cores | \(machine.cores) |",
      "| processor | \(machine.processor ?? "unknown") |",
      "| memory | \(machine.memoryGigabytes) GB |", "| system | \(machine.system) |",
      "| Swift | \(machine.swift) |",
      "| libraries | \(machine.libraries.joined(separator: ", ")) |", "",
    ]
    if isQuick {
      lines += ["The quick run uses fewer rounds and smaller inputs; its figures are rough.", ""]
    }
    return lines.joined(separator: "\n")
  }

  /// Divides a document at its headings, which are no lines of a table.
  private static func parts(of text: String) -> (head: String, sections: [String: String]) {
    var (head, title, fence): ([Substring], String?, Substring?) = ([], nil, nil)
    var sections: [String: [Substring]] = [:]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = fence {
        if line == open { fence = nil }
      } else if line.hasPrefix("```") {
        fence = line.prefix { $0 == "`" }
      } else if line.hasPrefix("## ") {
        title = String(line.dropFirst(3))
      }
      if let title { sections[title, default: []].append(line) } else { head.append(line) }
    }
    func joined(_ lines: [Substring]) -> String {
      (lines.last == "" ? lines.dropLast() : lines[...]).joined(separator: "\n")
    }
    return (head.joined(separator: "\n"), sections.mapValues { joined($0) + "\n" })
  }

  private static func text(_ section: Section) -> String {
    let command = (["./scripts/\(section.command.script)"] + section.words).joined(separator: " ")
    var lines = ["## \(section.command.title)", "", "    " + command, ""]
    switch section.result {
    case .notRun(let reason):
      lines += ["Not run: \(reason)"]
    case .table(let output, let remarks, let code):
      let fence = fence(around: output)
      lines += [fence + "text"] + output.split(separator: "\n").map(String.init) + [fence, ""]
      lines += remarks.map { "- \($0)" } + (remarks.isEmpty ? [] : [""])
      lines += [
        "Took \(Int(section.seconds.rounded())) s" + (code == 0 ? "." : "; exit code \(code).")
      ]
    }
    return (lines + [origin(section), ""]).joined(separator: "\n")
  }

  private static func origin(_ section: Section) -> String {
    "\(section.machine.date), commit \(section.machine.revision),"
      + " load \(text(section.machine.load)) before and \(text(section.endLoad)) after."
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
