import ArgumentParser
import CrashTriage
import Foundation
import ProcessSupport
import ReplayAndTriage

/// Files for other programs, written by `triage` and `ci`.
struct PublishingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write the findings as SARIF 2.1.0.", valueName: "file"))
  var sarif: String?

  @Option(help: ArgumentHelp("Write the findings as JUnit XML.", valueName: "file"))
  var junit: String?

  @Option(help: ArgumentHelp("Write a summary in Markdown for a pull request.", valueName: "file"))
  var summary: String?

  var isEmpty: Bool { sarif == nil && junit == nil && summary == nil }

  /// Writes the requested files, each atomically.
  func write(_ result: TriageSummary, _ files: [TriagedFile], sources: SourceIndex?) throws {
    guard !isEmpty else { return }
    let findings = result.published(files, sources)
    let unread = files.filter { $0.line.format == "unreadable" }.map(\.line.file)
    let clean = files.filter { $0.finding == nil && $0.line.format != "unreadable" }
      .map(\.line.file)
    let page = MarkdownSummary(findings, files: files.count, unread: unread)
    try write(findings, clean: clean, unread: unread, page: page.text)
  }

  /// Writes the requested files on `findings`; `clean` lists the files without a finding.
  func write(
    _ findings: [PublishedFinding], clean: [String], unread: [String] = [], page: String
  ) throws {
    if let sarif {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try write(
        try encoder.encode(SARIFLog(findings, version: ToolVersion.number)) + Data([0x0A]),
        to: sarif)
    }
    if let junit {
      try write(Data(JUnitReport(findings, clean: clean, unread: unread).text.utf8), to: junit)
    }
    if let summary { try write(Data(page.utf8), to: summary) }
  }

  private func write(_ data: Data, to path: String) throws {
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw RunFailure.environment(
        "cannot write \(path) (\(error.localizedDescription))", "check the folder and its rights")
    }
  }
}
