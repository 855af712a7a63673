import ArgumentParser
import ByteReading
import Foundation
import ProcessSupport

/// What the benchmarks over scenes are asked.
struct SceneBenchOptions: ParsableArguments {
  @Option(help: "Megabytes of the generated scene.")
  var size = 20

  @Option(
    help: """
      A real scene to measure on as well; without it the largest one in ../shared/slicer-scenes, where that is.
      """)
  var real: String?

  @Option(help: "Runs of each row.")
  var runs = 7

  @Flag(help: "Print one JSON document on a line for each row.")
  var json = false

  func validate() throws {
    guard (1...1_000).contains(size) else { throw ValidationError("--size must be 1 to 1000.") }
    guard runs >= 1 else { throw ValidationError("--runs must be at least 1.") }
  }

  /// The bytes of the real scene; nil when none is named and none is at hand.
  func realScene() throws -> [UInt8]? {
    guard let path = real ?? largestAtHand else { return nil }
    do {
      return try InputFile(path).bytes
    } catch {
      throw RunFailure.environment(
        "\(Printable.text(path)): \(InputFile.sentence(for: error))", "name a file to read")
    }
  }

  /// The largest scene of the folder of real ones beside the checkout: an extra that most machines
  /// lack.
  private var largestAtHand: String? {
    guard let root = try? RepositoryRoot.locate().path else { return nil }
    let folder = URL(fileURLWithPath: root).deletingLastPathComponent()
      .appendingPathComponent("shared/slicer-scenes")
    let files =
      (try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: [.fileSizeKey])) ?? []
    let size = { (file: URL) in
      (try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
    }
    return files.filter { $0.pathExtension == "mrml" }.max { size($0) < size($1) }?.path
  }
}
