import ByteReading
import Foundation
import Preflight
import ProcessSupport

/// Outputs of one `check` command. Keeps no report, so that memory is bounded by the largest file.
struct CheckSession {
  private let isJSON: Bool
  private let isVerbose: Bool
  private let threshold: HazardSeverity
  private var progress: CheckProgress
  private var worst: Int32 = 0
  private let sarifFile: OutputFile?
  private let htmlFile: OutputFile?
  private var sarif: SARIFWriter?
  private var html: HTMLWriter?

  init(_ command: Check) throws {
    isJSON = command.output.json
    isVerbose = command.verbose
    threshold = command.failOn.severity
    progress = CheckProgress(isQuiet: SystemBridge.isTerminal(1))
    let sarifFile = try command.sarif.map { try OutputFile($0) }
    let htmlFile = try command.html.map { try OutputFile($0) }
    self.sarifFile = sarifFile
    self.htmlFile = htmlFile
    if let sarifFile {
      sarif = try SARIFWriter(version: ToolVersion.number) { try sarifFile.write($0) }
    } else {
      sarif = nil
    }
    if let htmlFile { html = try HTMLWriter { try htmlFile.write($0) } } else { html = nil }
  }

  /// Prints the report of one file and adds it to the other outputs.
  mutating func add(_ report: FileReport) throws {
    printRow(isJSON ? try JSONLine.text(report) : report.prose(isVerbose: isVerbose))
    try sarif?.add(report)
    try html?.add(report)
    worst = max(worst, report.exitCode(failOn: threshold))
    progress.checked(report.verdict)
  }

  /// Completes the outputs and returns the exit code: 3 if folders had no file to check, which is
  /// no answer about them.
  func finish() throws -> Int32 {
    try sarif?.finish()
    try html?.finish()
    try sarifFile?.finish()
    try htmlFile?.finish()
    if progress.count == 0 {
      printError("no file was checked: no name in the folders matches (see --include)")
      return 3
    }
    if !isJSON, progress.count > 1 { printRow("\(progress.count) files: \(progress.summary)") }
    return worst
  }
}
