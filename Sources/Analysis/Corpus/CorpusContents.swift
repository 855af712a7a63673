package import Foundation
internal import ZipReading

/// The inputs of one or more folders, each content once.
package struct CorpusContents: Sendable {
  /// By SHA-1 of the bytes.
  package private(set) var inputs: [String: Corpus.Input] = [:]
  /// Files whose content another one had before.
  package private(set) var duplicates = 0

  /// Reads every file of the folders, the first ones first. Cost: linear in the bytes; one file in memory at a time.
  package init(_ folders: [URL]) throws(CorpusError) {
    for folder in folders {
      for input in try Corpus(folder: folder).inputs() {
        let digest = SHA1.name(of: try FileReplacement.read(input.url))
        if inputs[digest] == nil { inputs[digest] = input } else { duplicates += 1 }
      }
    }
  }

  /// Bytes of all contents together, each content once.
  package var bytes: Int { inputs.values.reduce(0) { $0 + $1.size } }

  /// Sizes, ascending.
  package var sizes: [Int] { inputs.values.map(\.size).sorted() }

  /// The names of contents that `other` has not, ascending.
  package func missing(in other: CorpusContents) -> [String] {
    inputs.keys.filter { other.inputs[$0] == nil }.sorted()
  }

  /// One archive of all contents as OSS-Fuzz reads a seed corpus: flat, each named by its SHA-1; the same bytes for
  /// the same contents.
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
