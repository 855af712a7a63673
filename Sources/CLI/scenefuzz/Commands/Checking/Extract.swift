import ArgumentParser
import ByteReading
import ProcessSupport
import ZipReading

/// `scenefuzz extract`
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Extract a bundle or an archive as if it were hostile.",
    discussion: """
      Writes below the folder and nowhere else: names that climb or are absolute, links, and members that \
      meet another one are left out and told. The folder must not exist and is there only when everything is.

      Exit codes: 0 all was written, 1 something was left out or the archive is refused, 3 unreadable.

      Example: scenefuzz extract case.mrb --into case
      """)

  @Argument(help: "The bundle or archive.")
  var file: String

  @Option(help: "The folder to make.")
  var into: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let input: InputFile
    do {
      input = try InputFile(file)
    } catch {
      throw RunFailure.environment(
        "\(Printable.text(file)): \(InputFile.sentence(for: error))",
        "name a file that can be read")
    }
    guard let archive = try? ZipArchive(reading: input.bytes.span) else {
      printError(InputKind.zip.check(input, rules: nil).prose)
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
