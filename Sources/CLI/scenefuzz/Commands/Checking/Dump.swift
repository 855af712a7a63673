import ArgumentParser
import ByteReading
import Foundation
import Preflight
import ProcessSupport

struct Dump: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Print a file as its reader sees it: XML as PYX, scenes and archives as JSON, streams as bytes.",
    discussion: """
      PYX has one event a line: (name, Aname value, -text, )name, ?target data.

      Exit codes: 0 accepted, 1 refused (the reason goes to standard error), 3 unreadable.

      Examples:
        scenefuzz dump scene.mrml
        scenefuzz dump --as xml scene.mrml
        scenefuzz dump --as zip bundle.mrb
        scenefuzz dump --json *.mrk.json
      """)

  @Argument(help: "Files, a slicer:// link, or - for standard input.")
  var inputs: [String]

  @Option(
    name: .customLong("as"),
    help: "Reader to use; by default chosen by the name and the first bytes.")
  var kind: InputKind?

  @Option(help: "Rules of the XML reader.")
  var rules: RulesPreset?

  @Flag(help: "Print one line for each input, where the reader prints JSON.")
  var json = false

  func run() throws {
    var isRefused = false
    for input in inputs where try !dump(input) { isRefused = true }
    if isRefused { throw ExitStatus.finding.code }
  }

  /// Prints one input; returns false when it is refused.
  private func dump(_ input: String) throws -> Bool {
    let file: InputFile
    do {
      file = try InputFile(input)
    } catch {
      throw RunFailure.environment(
        "\(Printable.text(input)): \(InputFile.sentence(for: error))",
        "name a readable file")
    }
    let kind = kind ?? InputKind(of: file)
    switch kind.dump(file, rules: rules) {
    case .success(let bytes):
      FileHandle.standardOutput.write(Data(onOneLine(bytes, of: kind)))
      return true
    case .failure(let refusal):
      FileHandle.standardOutput.write(Data(onOneLine(refusal.output, of: kind)))
      if !json { printError(refusal.line.prose(isVerbose: false)) }
      return false
    }
  }
  /// Our JSON has line ends and indentation only between tokens, never inside a string.
  private func onOneLine(_ bytes: [UInt8], of kind: InputKind) -> [UInt8] {
    guard json, kind.dumpsJSON, !bytes.isEmpty else { return bytes }
    let lines = bytes.split(separator: 0x0A).map { $0.drop { $0 == 0x20 } }
    return Array(lines.joined()) + [0x0A]
  }
}
