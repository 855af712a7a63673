import ArgumentParser
import FuzzRunning
import FuzzTargets

/// `scenefuzz build`
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the fuzz entry points.",
    discussion: """
      Prints the path of each program. The four builds lie side by side: address (the default), \
      fuzzer, coverage, static.

      Example: scenefuzz build mrml --build fuzzer
      """)

  @Argument(help: "Targets to build; all when none is named.")
  var targets: [String] = []

  @OptionGroup var options: BuildOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Show what 'swift build' says.")
  var verbose = false

  func run() async throws {
    let names =
      try targets.isEmpty ? Catalog.all.map(\.name) : targets.map { try target(named: $0).name }
    let builder = Builder(root: try .locate(), toolchain: try await .locate())
    let show = verbose
    let programs = try await builder.build(options.plan, products: names.map { "fuzz-" + $0 }) {
      if show { printError($0) }
    }
    if output.json {
      try printJSON(Dictionary(uniqueKeysWithValues: zip(names, programs)))
    } else {
      for program in programs { print(program) }
    }
  }
}
