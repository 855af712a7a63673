package import Foundation

/// Reads and atomically writes whole files.
package enum FileReplacement {
  package static func read(_ url: URL) throws(CorpusError) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: url))
    } catch {
      throw CorpusError(.cannotRead, "\(url.path) cannot be read: \(error.localizedDescription)")
    }
  }

  /// Writes a temporary file and renames it: readers see the old bytes or the new ones.
  package static func write(_ bytes: [UInt8], to url: URL) throws(CorpusError) {
    do {
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw CorpusError(
        .cannotWrite, "\(url.path) cannot be written: \(error.localizedDescription)")
    }
  }

  /// Creates the folder and its parents, unless it exists.
  package static func makeFolder(_ url: URL) throws(CorpusError) {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw CorpusError(.cannotWrite, "\(url.path) cannot be made: \(error.localizedDescription)")
    }
  }
}
