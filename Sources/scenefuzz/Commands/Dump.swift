import ArgumentParser
import Foundation
import FuzzRunning

struct Dump: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Print what a reader sees: XML as PYX lines, scenes and archives as JSON, streams as bytes.",
    discussion: """
      PYX: (name, Aname value, -text, )name, ?target data; one event to a line.

      Exit codes: 0 accepted, 1 refused (the reason goes to standard error), 3 unreadable.

      Examples:
        scenefuzz dump scene.mrml
        scenefuzz dump --as xml scene.mrml
        scenefuzz dump --as zip bundle.mrb
      """)

  @Argument(help: "A file, a slicer:// link, or - for standard input.")
  var input: String

  @Option(
    name: .customLong("as"),
    help: "Reader to use instead of the one that the name or the first bytes suggest.")
  var kind: InputKind?

  @Option(help: "Rules of the XML reader.")
  var rules: RulesPreset?

  func run() throws {
    let file: InputFile
    do {
      file = try InputFile(input)
    } catch {
      throw RunFailure.environment(
        "\(Printable.text(input)): \(InputFile.sentence(for: error))",
        "name a file that can be read")
    }
    let kind = kind ?? InputKind(of: file)
    switch kind.dump(file, rules: rules) {
    case .success(let bytes):
      FileHandle.standardOutput.write(Data(bytes))
    case .failure(let refusal):
      FileHandle.standardOutput.write(Data(refusal.output))
      printError(refusal.line.prose)
      throw ExitStatus.finding.code
    }
  }
}
