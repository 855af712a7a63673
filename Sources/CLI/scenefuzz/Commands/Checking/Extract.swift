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
      members that collide with another one. The folder appears only when all files are written. An archive whose \
      files exceed --max-bytes or --max-ratio is refused, and nothing is written.

      Exit codes: 0 everything was written, 1 a member was left out or the archive is refused, 3 unreadable.

      Example: scenefuzz extract case.mrb --into case
      """)

  @Argument(help: "The bundle or archive.")
  var file: String

  @Option(help: "The folder to create; it must not exist.")
  var into: String

  @Option(
    name: .customLong("max-bytes"),
    help: "Maximum size of all files together: bytes, or a number with K, M or G.")
  var maximumBytes = ByteCount(ExtractionLimits().bytes)

  @Option(
    name: .customLong("max-ratio"),
    help: "Maximum bytes of all files for each byte of the archive; not checked below 64 MB.")
  var maximumRatio = ExtractionLimits().ratio

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if maximumRatio < 1 { throw ValidationError("--max-ratio must be at least 1.") }
  }

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
    let outcomes = try extract(archive, input.bytes)
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

  private func extract(
    _ archive: ZipArchive, _ bytes: [UInt8]
  ) throws -> [Extraction.Outcome] {
    var extraction = Extraction(folder: into)
    extraction.limits.bytes = maximumBytes.bytes
    extraction.limits.ratio = maximumRatio
    let display = ProgressDisplay(onError: true)
    if display.redraws {
      let count = archive.members.count
      extraction.onProgress = { members, bytes in
        display.show(["\(members) of \(count) members, \(ByteCount.text(bytes)) written"])
      }
    }
    let result = try extraction.run(archive, bytes)
    display.clear()
    switch result {
    case .done(let outcomes): return outcomes
    case .refused(let reason):
      printError("\(Printable.text(file)) is not extracted: \(reason)")
      throw ExitStatus.finding.code
    }
  }
}
