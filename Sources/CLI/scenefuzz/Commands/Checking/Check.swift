import ArgumentParser

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read scenes, bundles, archives or links and say what is wrong with them.",
    discussion: """
      A pre-flight: nothing is executed, opened or written. Rules are 3D Slicer's for scenes and bundles, the
      standard's for plain XML.

      Exit codes: 0 all accepted without a hazard, 1 any refused or with a hazard, 3 any unreadable.

      Examples:
        scenefuzz check scene.mrml bundle.mrb
        scenefuzz check 'slicer://viewer/?studyUID=1.2.3&dicomweb_endpoint=https%3A%2F%2Fhost%2Fdicom-web'
        scenefuzz check --as xml --rules slicer --json *.xml
      """)

  @Argument(help: "Files, slicer:// links, or - for standard input.")
  var inputs: [String]

  @Option(
    name: .customLong("as"),
    help: "Reader to use instead of the one that the name or the first bytes suggest.")
  var kind: InputKind?

  @Option(help: "Rules of the XML reader.")
  var rules: RulesPreset?

  @Flag(help: "Check what Namespaces in XML asks for, of plain XML.")
  var namespaces = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    var worst: Int32 = 0
    for name in inputs {
      let line = checkLine(name)
      if output.json { try JSONLine.print(line) } else { print(line.prose) }
      worst = max(worst, line.exitCode)
    }
    if worst != 0 { throw ExitCode(worst) }
  }

  private func checkLine(_ name: String) -> CheckLine {
    do {
      let input = try InputFile(name)
      return (kind ?? InputKind(of: input)).check(
        input, rules: rules, namespaces: namespaces)
    } catch {
      var line = CheckLine(file: name, reader: kind?.rawValue ?? "none", verdict: .unreadable)
      line.error = CheckLine.Failure(code: "unreadable", message: InputFile.sentence(for: error))
      return line
    }
  }
}

/// Values of `--rules`.
enum RulesPreset: String, CaseIterable, ExpressibleByArgument {
  case standard, slicer
}
