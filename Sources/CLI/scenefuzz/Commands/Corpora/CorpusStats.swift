import ArgumentParser
import Corpus
import HarnessBenchmarks

struct CorpusStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Print the number and size of the inputs of a target, by folder.",
    discussion: """
      seeds and found are committed, grown is the working corpus of sessions on this machine, quarantine holds inputs \
      that failed during a minimization. Each content is counted once; duplicates are further files with a content \
      that the same folder or one above it has.

      Example: scenefuzz corpus stats mrml --json
      """)

  @Argument(help: "Name of the target.")
  var target: String

  @OptionGroup var output: OutputOptions

  struct Row: Encodable {
    let folder: String
    let files: Int
    let bytes: Int
    let duplicates: Int
    let smallest: Int
    let median: Int
    let largest: Int
  }

  func run() throws {
    let folders = try TargetFolders(target)
    var rows: [Row] = []
    var before: [CorpusContents] = []
    for (name, url) in [
      ("seeds", folders.seeds), ("found", folders.found), ("grown", folders.grown),
      ("quarantine", folders.quarantine),
    ] {
      let contents = try inCorpus { try CorpusContents([url]) }
      let sizes = contents.sizes
      let again = contents.inputs.keys.count { digest in
        before.contains { $0.inputs[digest] != nil }
      }
      rows.append(
        Row(
          folder: name, files: sizes.count, bytes: contents.bytes,
          duplicates: contents.duplicates + again, smallest: sizes.first ?? 0,
          median: sizes.isEmpty ? 0 : sizes[sizes.count / 2], largest: sizes.last ?? 0))
      before.append(contents)
    }
    if output.json { return try printJSON(rows) }
    print(Self.columns("folder", "files", "bytes", "duplicates", "smallest", "median", "largest"))
    for row in rows {
      print(
        Self.columns(
          row.folder, "\(row.files)", "\(row.bytes)", "\(row.duplicates)", "\(row.smallest)",
          "\(row.median)", "\(row.largest)"))
    }
  }

  private static func columns(_ words: String...) -> String {
    words.map { $0 + String(repeating: " ", count: max(1, 12 - $0.count)) }.joined()
  }
}
