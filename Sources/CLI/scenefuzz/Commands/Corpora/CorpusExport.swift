import ArgumentParser
import ByteReading
import Corpus
import Foundation

/// `scenefuzz corpus export`
struct CorpusExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Write the seed corpus of a target as OSS-Fuzz wants it: fuzz-TARGET_seed_corpus.zip.",
    discussion: """
      Holds seeds and found, with --grown also what sessions have added here; each content once, named by its \
      SHA-1. The same inputs give the same bytes.

      Example: scenefuzz corpus export mrml -o out/fuzz-mrml_seed_corpus.zip
      """)

  @Argument(help: "Name of the target.")
  var target: String

  @Option(
    name: [.customShort("o"), .long], help: "Where to write it, instead of the current folder.")
  var output: String?

  @Flag(help: "Also what sessions on this machine have grown.")
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
