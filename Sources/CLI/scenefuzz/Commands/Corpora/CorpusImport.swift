import ArgumentParser
import ByteReading
import Corpus
import Foundation
import FuzzBuilds
import InputReduction
import ProcessSupport

struct CorpusImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import inputs of another machine into the working corpus of a target.",
    discussion: """
      Each path is a folder, a zip archive such as the seed corpus of OSS-Fuzz, or one file. Contents that the \
      corpus already has are skipped. Run 'scenefuzz minimize corpus' afterwards to keep only inputs that add coverage.

      Example: scenefuzz corpus import mrml mrml_seed_corpus.zip
      """)

  @Argument(help: "Name of the target.")
  var target: String

  @Argument(help: "Folders, archives and files.")
  var paths: [String]

  @Flag(help: "Import each file as it is, even an archive.")
  var files = false

  @OptionGroup var output: OutputOptions

  struct Result: Encodable {
    let inputs: Int
    let new: Int
    let folder: String
  }

  func run() throws {
    let folders = try TargetFolders(target)
    let known = try inCorpus { try CorpusContents([folders.seeds, folders.found]) }
    let corpus = Corpus(folder: folders.grown)
    var (inputs, new) = (0, 0)
    for path in paths {
      for bytes in try contents(path) {
        inputs += 1
        guard known.inputs[SHA1.name(of: bytes)] == nil else { continue }
        if try inCorpus({ try corpus.add(bytes).isNew }) { new += 1 }
      }
    }
    let result = Result(inputs: inputs, new: new, folder: folders.grown.path)
    if output.json { return try printJSON(result) }
    print("\(inputs) inputs, \(new) of them new")
    print("  corpus: \(CommandWords.fromHere(result.folder))")
    print("  minimize: \(CommandWords.command("minimize", "corpus", target))")
  }

  private func contents(_ path: String) throws -> [[UInt8]] {
    let url = URL(fileURLWithPath: path)
    if (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true {
      return try inCorpus {
        try Corpus(folder: url).inputs().map { try FileReplacement.read($0.url) }
      }
    }
    let bytes = try inCorpus { try FileReplacement.read(url) }
    if files { return [bytes] }
    guard url.pathExtension == "zip" else { return [bytes] }
    guard let archive = ArchiveParts(bytes) else {
      throw RunFailure.environment(
        "\(Printable.text(path)) is not an archive, or one of its members cannot be read",
        "inspect it with '\(CommandWords.command("check", path))', or import it as one input with --files"
      )
    }
    return archive.members.filter { $0.name.last != UInt8(ascii: "/") }.map(\.contents)
  }
}
