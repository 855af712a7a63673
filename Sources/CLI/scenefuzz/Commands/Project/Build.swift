import ArgumentParser
import FuzzBuilds
import FuzzTargets
import ProcessSupport

/// `scenefuzz build`
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the fuzz entry points.",
    discussion: """
      Prints the path of each program. The four builds have folders of their own: address (the default), \
      fuzzer, coverage, static. The static build is for machines without C libraries and leaves out the targets \
      that link one; 'scenefuzz targets' lists them.

      Example: scenefuzz build mrml --build fuzzer
      """)

  @Argument(help: "Targets to build; all by default.")
  var targets: [String] = []

  @OptionGroup var options: BuildOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Show the output of 'swift build'.")
  var verbose = false

  func run() async throws {
    let plan = options.plan
    let names = try options.targets(targets).map(\.name)
    var builder = Builder(root: try .locate(), toolchain: try await .locate())
    builder.usesRecord = false
    let show = verbose
    let programs = try await builder.build(plan, products: names.map { "fuzz-" + $0 }) {
      if show { printError($0) }
    }
    if output.json {
      try printJSON(Dictionary(uniqueKeysWithValues: zip(names, programs)))
    } else {
      for program in programs { print(program) }
    }
  }
}
