import ArgumentParser
import ByteReading
import Preflight
import ProcessSupport
import ZipReading

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Extract a bundle or an archive that may be hostile.",
    discussion: """
      Writes only below the new folder. Leaves out and reports names with '..' or an absolute path, links, and \
      members that collide with another one. The folder appears only when all files are written.

      Exit codes: 0 everything was written, 1 a member was left out or the archive is refused, 3 unreadable.

      Example: scenefuzz extract case.mrb --into case
      """)

  @Argument(help: "The bundle or archive.")
  var file: String

  @Option(help: "The folder to create; it must not exist.")
  var into: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let input: InputFile
    do {
      input = try InputFile(file)
    } catch {
      throw RunFailure.environment(
        "\(Printable.text(file)): \(InputFile.sentence(for: error))",
        "name a readable file")
    }
    guard let archive = try? ZipArchive(reading: input.bytes.span) else {
      printError(InputKind.zip.check(input, rules: nil).prose(isVerbose: false))
      throw ExitStatus.finding.code
    }
    let outcomes = try Extraction(folder: into).run(archive, input.bytes)
    if output.json {
      try printJSON(outcomes)
    } else {
      for outcome in outcomes {
        let name = Printable.text(outcome.member)
        print(
          outcome.leftOut.map { "left out \(name): \($0)" } ?? Printable.text(outcome.path ?? name))
      }
    }
    if outcomes.contains(where: { $0.leftOut != nil }) { throw ExitStatus.finding.code }
  }
}
