import ArgumentParser
import ByteReading
import Foundation
import Preflight
import ProcessSupport

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say whether scenes, bundles, archives, side files or links are safe to open.",
    discussion: """
      Reads only the files named; executes, extracts and writes nothing else, and uses no network. The first line for \
      each file is SAFE, CAUTION, DANGEROUS or BROKEN (cannot be opened) with the reason; hazards follow, worst first, \
      with their place, what could happen and what to do.

      Folders are searched for files that 3D Slicer opens, without following symbolic links. Bundles inside bundles are \
      checked up to three deep. The files that a bundle's scene names are read by their readers, and with --with-files \
      those beside a scene on disk. Rules are those of 3D Slicer for scenes and bundles, and XML's for plain XML.

      Exit codes: 0 all safe, 1 a file is not (see --fail-on), 2 wrong usage, 3 a file could not be read.

      Examples:
        scenefuzz check scene.mrml bundle.mrb
        scenefuzz check scene.mrml --with-files
        scenefuzz check incoming/ --json --sarif check.sarif
        scenefuzz check 'slicer://viewer/?studyUID=1.2.3&dicomweb_endpoint=https%3A%2F%2Fhost%2Fdicom-web'
        scenefuzz check --as xml --rules slicer --json *.xml
      """)

  @Argument(help: "Files, folders, slicer:// links, or - for standard input.")
  var inputs: [String]

  @Option(
    name: .customLong("as"),
    help: "Reader to use; by default chosen by the name and the first bytes.")
  var kind: InputKind?

  @Option(help: "Rules of the XML reader.")
  var rules: RulesPreset?

  @Flag(help: "Check Namespaces in XML, for plain XML.")
  var namespaces = false

  @Option(
    help:
      "Pattern of file names in folders, such as '*.mrb'; repeatable. By default all known ones.")
  var include: [String] = []

  @Option(
    name: .customLong("fail-on"),
    help: "Lowest severity that exits with 1: danger, warning or note.")
  var failOn = FailThreshold.warning

  @Flag(
    name: .customLong("with-files"),
    help: "Also read the files that a scene on disk names, below its folder.")
  var withFiles = false

  @Flag(name: .shortAndLong, help: "List notes and counts too.")
  var verbose = false

  @Option(help: "Write the hazards as SARIF 2.1.0 to this file.")
  var sarif: String?

  @Option(help: "Write a self-contained page to this file.")
  var html: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try CheckSession(self)
    for input in inputs {
      let walks = input != "-" && !InputFile.isLink(input) && InputFile.isFolder(input)
      if walks {
        let walk = FolderWalk(patterns: include.isEmpty ? FolderWalk.defaultPatterns : include)
        try walk.visit(input) {
          try session.add(report($0))
        } fail: {
          try session.add(unreadable($0, $1))
        }
      } else {
        try session.add(report(input))
      }
    }
    let worst = try session.finish()
    if worst != 0 { throw ExitCode(worst) }
  }

  private func report(_ name: String) -> FileReport {
    do {
      let input = try InputFile(name)
      var report = (kind ?? InputKind(of: input)).check(
        input, rules: rules, namespaces: namespaces, withFiles: withFiles)
      report.adaptSeverities()
      return report
    } catch {
      return unreadable(name, error)
    }
  }

  private func unreadable(_ name: String, _ error: any Error) -> FileReport {
    var report = FileReport(file: name, reader: kind?.rawValue ?? "none", outcome: .unreadable)
    report.error = FileReport.Failure(
      code: "unreadable", message: InputFile.sentence(for: error))
    return report
  }
}

/// Values of `--fail-on`.
enum FailThreshold: String, CaseIterable, ExpressibleByArgument {
  case danger, warning, note

  var severity: HazardSeverity {
    switch self {
    case .danger: .danger
    case .warning: .warning
    case .note: .note
    }
  }
}

/// Values of `--rules`.
enum RulesPreset: String, CaseIterable, ExpressibleByArgument {
  case standard, slicer
}
