package import Foundation
internal import ZipReading

/// The inputs of one or more folders, each content once.
package struct CorpusContents: Sendable {
  /// By SHA-1 of the bytes.
  package private(set) var inputs: [String: Corpus.Input] = [:]
  /// Number of files that repeat the content of an earlier one.
  package private(set) var duplicates = 0

  /// Reads every file of the folders, in order. Linear in the bytes; one file in memory at a time.
  package init(_ folders: [URL]) throws(CorpusError) {
    for folder in folders {
      for input in try Corpus(folder: folder).inputs() {
        let digest = SHA1.name(of: try FileReplacement.read(input.url))
        if inputs[digest] == nil { inputs[digest] = input } else { duplicates += 1 }
      }
    }
  }

  /// Sum of the sizes of all contents.
  package var bytes: Int { inputs.values.reduce(0) { $0 + $1.size } }

  /// Sizes, ascending.
  package var sizes: [Int] { inputs.values.map(\.size).sorted() }

  /// Names of contents that `other` lacks, ascending.
  package func missing(in other: CorpusContents) -> [String] {
    inputs.keys.filter { other.inputs[$0] == nil }.sorted()
  }

  /// A flat archive of all contents, named by their SHA-1, as OSS-Fuzz reads a seed corpus; equal
  /// contents give equal bytes.
  package func archive() throws(CorpusError) -> [UInt8] {
    var writer = ZipWriter()
    for (name, input) in inputs.sorted(by: { $0.key < $1.key }) {
      writer.add(
        nameBytes: Array(name.utf8), isUTF8: false, contents: try FileReplacement.read(input.url),
        method: .deflated(.good))
    }
    return writer.finish()
  }
}
