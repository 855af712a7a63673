import ArgumentParser
import ByteReading
import Foundation
import ProcessSupport
import SceneModel
import ZipReading

struct Repair: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Repair a scene, a bundle or an archive without guessing.",
    discussion: """
      Scenes: escapes a raw '&' or '<' in attribute values, reads undeclared ISO-8859-1, completes a \
      truncated file with all its complete elements, drops bytes after the end. Archives: rebuilds \
      the directory or local headers, makes names harmless, and repairs the scenes inside.

      Writes the result to a new file and never over an existing one. Lists each change with its \
      offset in FILE. A file that needs no repair is not written.

      Exit codes: 0 repaired or no repair needed, 1 cannot be repaired, 2 OUT exists, 3 unreadable.

      Examples:
        scenefuzz repair broken.mrml -o repaired.mrml
        scenefuzz repair --json truncated.mrb -o repaired.mrb
      """)

  @Argument(help: "Scene, bundle or archive to repair, or - for standard input.")
  var file: String

  @Option(name: .shortAndLong, help: "File to write; it must not exist.")
  var output: String

  @OptionGroup var format: OutputOptions

  func run() throws {
    guard !FileManager.default.fileExists(atPath: output) else {
      throw RunFailure.usage(
        "'\(Printable.text(output))' already exists", "name a file that does not exist")
    }
    let input: InputFile
    do {
      input = try InputFile(file)
    } catch {
      throw RunFailure.environment(
        "\(Printable.text(file)): \(InputFile.sentence(for: error))", "name a readable file")
    }
    let result: FileRepair
    switch FileRepair.repair(input) {
    case .success(let repaired): result = repaired
    case .failure(let failure):
      printError(
        "\(Printable.text(file)): cannot be repaired: \(Printable.text(failure.message))")
      throw ExitStatus.finding.code
    }
    if !result.changes.isEmpty { try write(result.bytes) }
    try report(result)
  }

  /// Creates the file; fails if it came into being in the meantime.
  private func write(_ bytes: [UInt8]) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: output), options: .withoutOverwriting)
    } catch {
      throw RunFailure.environment(
        "cannot write '\(Printable.text(output))' (\(error.localizedDescription))",
        "name a file in a writable folder")
    }
  }

  private func report(_ result: FileRepair) throws {
    if format.json {
      return try printJSON(
        Report(
          file: file, output: result.changes.isEmpty ? nil : output, changes: result.changes,
          droppedChanges: result.droppedChanges))
    }
    for change in result.changes { print(change.prose) }
    if result.droppedChanges > 0 { print("\(result.droppedChanges) more changes") }
    print(
      result.changes.isEmpty
        ? "\(Printable.text(file)): needs no repair" : "written: \(Printable.text(output))")
  }

  private struct Report: Encodable {
    let file: String
    let output: String?
    let changes: [FileRepair.Change]
    let droppedChanges: Int
  }
}
