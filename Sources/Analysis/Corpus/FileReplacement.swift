package import Foundation

/// Whole files, read at once and written beside and renamed, so that a reader never sees half of one.
package enum FileReplacement {
  /// All bytes of a file, in memory.
  package static func read(_ url: URL) throws(CorpusError) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: url))
    } catch {
      throw CorpusError(.cannotRead, "\(url.path) cannot be read: \(error.localizedDescription)")
    }
  }

  /// Writes beside the file and renames: a reader sees the old bytes or the new ones.
  package static func write(_ bytes: [UInt8], to url: URL) throws(CorpusError) {
    do {
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw CorpusError(
        .cannotWrite, "\(url.path) cannot be written: \(error.localizedDescription)")
    }
  }

  /// Makes the folder and those above it. One that is there already is fine.
  package static func makeFolder(_ url: URL) throws(CorpusError) {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw CorpusError(.cannotWrite, "\(url.path) cannot be made: \(error.localizedDescription)")
    }
  }
}
