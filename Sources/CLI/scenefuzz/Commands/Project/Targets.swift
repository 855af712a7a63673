import ArgumentParser
import FuzzTargets
import OracleTargets

struct Targets: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the fuzz targets and the property that each one checks.",
    discussion: """
      Example:
        scenefuzz targets --json
      """)

  @OptionGroup var output: OutputOptions

  private struct Line: Encodable {
    var name: String
    var property: String
    var maximumLength: Int
    var fileExtension: String
    var linkedLibraries: [String]
  }

  func run() throws {
    let width = FullCatalog.all.map(\.name.count).max() ?? 0
    for target in FullCatalog.all {
      if output.json {
        try JSONLine.print(
          Line(
            name: target.name, property: target.property, maximumLength: target.maximumLength,
            fileExtension: target.fileExtension, linkedLibraries: target.linkedLibraries))
      } else {
        let links = target.linkedLibraries.joined(separator: ", ")
        print(
          target.name + String(repeating: " ", count: width - target.name.count + 2)
            + target.property
            + (links.isEmpty ? "" : " Links \(links); not in the static build."))
      }
    }
  }
}
