import ArgumentParser
import FuzzBuilds
import ProcessSupport

/// `scenefuzz doctor`
struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prove that the builds detect traps, memory errors, hangs and every other failure.",
    discussion: """
      Builds a target that fails on purpose in every way and checks that each failure is detected, \
      saved and named, and that the coverage counters change. Exits with 1 when a check fails.

      Example: scenefuzz doctor --build all
      """)

  @Option(help: "Build to examine: address, fuzzer, comparisons, coverage, static, or all.")
  var build: BuildChoice = .one(.address)

  @Option(help: "Configuration: release or debug.")
  var configuration: BuildConfiguration = .release

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let toolchain = try await Toolchain.locate()
    let doctor = FuzzBuilds.Doctor(
      builder: Builder(root: try .locate(), toolchain: toolchain))
    let report = try await doctor.examine(build.builds.map { BuildPlan($0, configuration) }) {
      printError("\($0) …")
    }
    if output.json {
      try printJSON(report)
    } else {
      print("Swift \(toolchain.version) in \(toolchain.folder)\n")
      print(report.table)
      print(
        report.isHealthy
          ? "\nEvery failure is detected." : "\nThe build misses the failures marked FAILED.")
    }
    if !report.isHealthy { throw ExitStatus.finding.code }
  }
}

/// One build or all builds.
enum BuildChoice: ExpressibleByArgument {
  case one(FuzzBuild)
  case all

  init?(argument: String) {
    if argument == "all" {
      self = .all
    } else if let build = FuzzBuild(rawValue: argument) {
      self = .one(build)
    } else {
      return nil
    }
  }

  var builds: [FuzzBuild] {
    switch self {
    case .one(let build): [build]
    case .all: FuzzBuild.allCases
    }
  }

  static var allValueStrings: [String] { FuzzBuild.allCases.map(\.rawValue) + ["all"] }

  var defaultValueDescription: String { builds.count == 1 ? builds[0].rawValue : "all" }
}
