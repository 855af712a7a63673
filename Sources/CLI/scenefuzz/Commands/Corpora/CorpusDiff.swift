import ArgumentParser
import ByteReading
import Corpus
import Foundation

struct CorpusDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two folders of inputs by content.",
    discussion: """
      File names do not matter: two files are equal when their contents are.

      Example: scenefuzz corpus diff corpus/mrml/found .scenefuzz/corpus/mrml
      """)

  @Argument(help: "The first folder.")
  var first: String

  @Argument(help: "The second folder.")
  var second: String

  @OptionGroup var output: OutputOptions

  struct Difference: Encodable {
    /// File names of the contents that only that folder has.
    let onlyFirst: [String]
    let onlySecond: [String]
    let both: Int
  }

  func run() throws {
    for folder in [first, second] where !FileManager.default.fileExists(atPath: folder) {
      throw ValidationError("There is no folder '\(Printable.text(folder))'.")
    }
    let (one, other) = try inCorpus {
      (
        try CorpusContents([URL(fileURLWithPath: first)]),
        try CorpusContents([URL(fileURLWithPath: second)])
      )
    }
    let only = { (of: CorpusContents, than: CorpusContents) in
      of.missing(in: than).compactMap { of.inputs[$0]?.name }.sorted()
    }
    let difference = Difference(
      onlyFirst: only(one, other), onlySecond: only(other, one),
      both: one.inputs.count - one.missing(in: other).count)
    if output.json { return try printJSON(difference) }
    for name in difference.onlyFirst { print("- \(Printable.text(name))") }
    for name in difference.onlySecond { print("+ \(Printable.text(name))") }
    print(
      "\(difference.onlyFirst.count) only in the first, \(difference.onlySecond.count) only in the "
        + "second, \(difference.both) in both")
  }
}
