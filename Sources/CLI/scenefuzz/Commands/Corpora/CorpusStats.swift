import ArgumentParser
import Corpus
import HarnessBenchmarks

/// `scenefuzz corpus stats`
struct CorpusStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "How many inputs of which sizes a target has, folder by folder.",
    discussion: """
      Seeds and found are committed, grown is what sessions on this machine have added, quarantine what failed \
      when a corpus was minimized. Contents are counted once; duplicates are files with a content that a folder \
      before, or the same one, has already.

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
