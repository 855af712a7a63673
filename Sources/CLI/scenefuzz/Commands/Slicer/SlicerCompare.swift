import ArgumentParser
import ByteReading
import Foundation
import ProcessSupport
import SceneBundle
import SlicerComparison
import SlicerHost

/// `scenefuzz slicer compare`
struct SlicerCompare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Read scenes with the model and the real core, and list the differences.",
    discussion: """
      Folders are searched for .mrml, .xml and .mrb files. A bundle is compared by its scene. Neither reader
      gets the data files of a scene; the core's errors about them are counted but are no difference.

      Exit codes: 0 equal, 1 different, 3 the core is not installed.

      Examples:
        scenefuzz slicer compare corpus/mrml/seeds
        scenefuzz slicer compare --json scene.mrml
      """)

  @Argument(help: "Scenes, bundles, or folders of them.")
  var paths: [String]

  @Option(help: "Time limit of the core for one scene, in seconds.")
  var seconds = 30

  @Option(help: "Maximum number of listed differences.")
  var list = 1000

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...3600).contains(seconds) else { throw ValidationError("--seconds: 1 to 3600.") }
    guard list >= 0 else { throw ValidationError("--list must not be negative.") }
  }

  func run() async throws {
    let environment = try await SlicerEnvironment(root: try RepositoryRoot.locate()).required()
    let files = try SlicerFiles.list(paths)
    var comparing = SlicerComparing(environment: environment)
    comparing.limits.seconds = seconds
    comparing.listed = list
    let agreement = try await comparing.run(SlicerFiles(files: files)) { state in
      printError("\(state.files) of \(files.count)")
    }
    if output.json { try printJSON(agreement) } else { print(AgreementText.prose(agreement)) }
    if !agreement.isWhole { throw ExitStatus.finding.code }
  }
}

/// Lazy sequence of the scenes in some files.
struct SlicerFiles: Sequence, Sendable {
  let files: [String]

  /// Named files, and the .mrml, .xml and .mrb files in named folders.
  static func list(_ paths: [String]) throws -> [String] {
    let named = Set(paths)
    return try InputFiles.list(paths).filter { path in
      named.contains(path) || [".mrml", ".xml", ".mrb"].contains { path.hasSuffix($0) }
    }
  }

  func makeIterator() -> some IteratorProtocol<SlicerInput> {
    files.lazy.compactMap { path -> SlicerInput? in
      guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { return nil }
      let bytes = [UInt8](data)
      guard bytes.starts(with: Array("PK".utf8)) || path.hasSuffix(".mrb") else {
        return SlicerInput(name: path, bytes: bytes)
      }
      // A bundle without a scene is skipped.
      guard let scene = try? SceneBundle(reading: bytes.span).sceneBytes else { return nil }
      return SlicerInput(name: path, bytes: scene)
    }.makeIterator()
  }
}

/// Prints an agreement as text.
enum AgreementText {
  static func prose(_ agreement: Agreement) -> String {
    var lines = ["\(agreement.files) scenes"]
    for level in Agreement.Level.allCases {
      let tally = agreement[level]
      let share = String(format: "%.4f", tally.share * 100)
      lines.append(
        "  \(level.rawValue): \(share) % (\(tally.equal) equal, \(tally.different) different, "
          + "\(tally.excused) excused)")
    }
    if agreement.dataErrors > 0 {
      lines.append("  \(agreement.dataErrors) scenes with data files that could not be read")
    }
    for (name, count) in agreement.excuses.sorted(by: { $0.key < $1.key }) {
      lines.append("  excused \(count): \(Excuse(rawValue: name)?.reason ?? name)")
    }
    lines += agreement.tags.map { "  \(Printable.text($0))" }
    for difference in agreement.differences.prefix(50) {
      let node = difference.node.isEmpty ? "" : " \(Printable.text(difference.node)):"
      lines.append("\(Printable.text(difference.file)): \(difference.level.rawValue):\(node)")
      lines.append("    model  \(Printable.text(difference.ours))")
      lines.append("    slicer \(Printable.text(difference.slicer))")
    }
    let further = agreement.differences.count - 50 + agreement.further
    if further > 0 { lines.append("and \(further) more differences (--json lists them)") }
    return lines.joined(separator: "\n")
  }
}
