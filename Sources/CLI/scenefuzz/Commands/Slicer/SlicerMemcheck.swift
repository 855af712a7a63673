import ArgumentParser
import ProcessSupport
import SlicerHost

/// `scenefuzz slicer memcheck`
struct SlicerMemcheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memcheck",
    abstract: "Run valgrind's memcheck over the kept inputs of slicer fuzz.",
    discussion: """
      Sites that an empty scene shows are left out. Takes about a minute to start and some seconds for each \
      input. Results are written to private/slicer; the output has counts only.

      Exit codes: 0 no new site, 1 a new site, 3 valgrind or the core is not installed.

      Example: scenefuzz slicer memcheck scene --inputs 20
      """)

  @Argument(help: "Kinds of input, or patterns of them. Default: scene.")
  var kinds: [String] = ["scene"]

  @Option(help: "Maximum number of inputs of each kind.")
  var inputs = 20

  func run() async throws {
    try await RealReaderCommand.run(.memcheck, kinds + ["--inputs", "\(inputs)"])
  }
}
