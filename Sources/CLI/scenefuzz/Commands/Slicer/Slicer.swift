import ArgumentParser
import Foundation
import ProcessSupport
import SceneBundle
import SlicerComparison
import SlicerHost

/// `scenefuzz slicer`
struct Slicer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fuzz the real 3D Slicer core, and compare the model with it.",
    discussion: """
      setup installs the core (slicer-core on PyPI) into a git-ignored environment.

      Example: scenefuzz slicer setup && scenefuzz slicer compare corpus/mrml/seeds
      """,
    subcommands: [
      SlicerSetup.self, SlicerDoctor.self, SlicerFuzz.self, SlicerDisclose.self,
      SlicerMemcheck.self,
      SlicerBench.self, SlicerCompare.self, SlicerSession.self,
    ])
}

/// `scenefuzz slicer setup`
struct SlicerSetup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Install the real 3D Slicer core into a git-ignored environment.",
    discussion: """
      Versions are pinned in scripts/slicer/requirements.txt. Does nothing when the environment exists.
      Needs a network once.

      Exit codes: 0 installed, 3 something is missing; the message names it.

      Example: scenefuzz slicer setup
      """)

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let environment = SlicerEnvironment(root: try RepositoryRoot.locate())
    let report = try await environment.make { printError($0) }
    if output.json { return try printJSON(report) }
    if let table = report.blockTable {
      print(
        "\(environment.blockTable): \(table.blocks) blocks of \(table.functions) functions in "
          + "\(table.libraries) libraries, \(table.undecodable) functions left out")
    }
    let size = "\((report.bytes + 500_000) / 1_000_000) MB"
    let time = report.seconds.map { "installed in \(Int($0.rounded())) s" } ?? "already installed"
    print("\(report.folder): \(report.packages.joined(separator: " ")), \(size), \(time)")
  }
}
