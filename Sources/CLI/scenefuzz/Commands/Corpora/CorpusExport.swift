import ArgumentParser
import ByteReading
import Corpus
import Foundation

struct CorpusExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Write the seed corpus of a target in the form of OSS-Fuzz: fuzz-TARGET_seed_corpus.zip.",
    discussion: """
      Contains the committed inputs (seeds and found) and, with --grown, the working corpus of this machine. Each \
      content is included once, named by its SHA-1. The same inputs give the same archive.

      Example: scenefuzz corpus export mrml -o out/fuzz-mrml_seed_corpus.zip
      """)

  @Argument(help: "Name of the target.")
  var target: String

  @Option(
    name: [.customShort("o"), .long], help: "Output file; by default in the current folder.")
  var output: String?

  @Flag(help: "Include the working corpus of sessions on this machine.")
  var grown = false

  @Flag(help: "Print the result as JSON on standard output.")
  var json = false

  struct Result: Encodable {
    let file: String
    let inputs: Int
    let bytes: Int
  }

  func run() throws {
    let folders = try TargetFolders(target)
    let contents = try inCorpus {
      try CorpusContents([folders.seeds, folders.found] + (grown ? [folders.grown] : []))
    }
    let archive = try inCorpus { try contents.archive() }
    let file = output ?? "fuzz-\(target)_seed_corpus.zip"
    try inCorpus { try FileReplacement.write(archive, to: URL(fileURLWithPath: file)) }
    let result = Result(file: file, inputs: contents.inputs.count, bytes: archive.count)
    if json { return try printJSON(result) }
    print("\(result.inputs) inputs, \(result.bytes) bytes: \(Printable.text(file))")
  }
}
