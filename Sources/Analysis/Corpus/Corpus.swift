package import Foundation

/// A folder of inputs; each file is named by the SHA-1 of its bytes, as libFuzzer does.
///
/// Files with other names (seeds) keep them. Hidden files and `README.md` are not inputs.
package struct Corpus: Sendable {
  /// The folder of the inputs; it is created when the first input is added.
  package let folder: URL

  /// One file of the folder, not read.
  package struct Input: Equatable, Sendable {
    /// Path of the file.
    package let url: URL
    /// Bytes of the file when the folder was listed.
    package let size: Int

    /// Name of the file: the SHA-1 of the bytes, or the name of a seed.
    package var name: String { url.lastPathComponent }
  }

  package init(folder: URL) { self.folder = folder }

  /// The inputs, sorted by name; empty for a folder that does not exist.
  package func inputs() throws(CorpusError) -> [Input] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    guard (try? folder.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true else {
      throw CorpusError(.notAFolder, "\(folder.path) is a file; a corpus is a folder of inputs.")
    }
    let keys: [URLResourceKey] = [.isRegularFileKey, .fileSizeKey]
    let found: [URL]
    do {
      found = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: keys, options: .skipsHiddenFiles)
    } catch {
      throw CorpusError(.cannotRead, "\(folder.path) cannot be read: \(error.localizedDescription)")
    }
    return found.compactMap { url in
      let values = try? url.resourceValues(forKeys: Set(keys))
      guard values?.isRegularFile == true, url.lastPathComponent != "README.md" else { return nil }
      return Input(url: url, size: values?.fileSize ?? 0)
    }.sorted { $0.name < $1.name }
  }

  /// Writes `bytes` under their SHA-1, atomically, unless the file exists.
  @discardableResult
  package func add(_ bytes: [UInt8]) throws(CorpusError) -> (url: URL, isNew: Bool) {
    let url = folder.appendingPathComponent(SHA1.name(of: bytes))
    if FileManager.default.fileExists(atPath: url.path) { return (url, false) }
    try FileReplacement.makeFolder(folder)
    try FileReplacement.write(bytes, to: url)
    return (url, true)
  }

  /// Adds every input of `other` that is missing; returns the number added.
  @discardableResult
  package func merge(from other: Corpus) throws(CorpusError) -> Int {
    var added = 0
    for input in try other.inputs() {
      if try add(FileReplacement.read(input.url)).isNew { added += 1 }
    }
    return added
  }

  /// Moves an input that crashes, hangs or exhausts memory to another folder; it is never deleted.
  package func quarantine(_ input: Input, in quarantine: URL) throws(CorpusError) {
    try Corpus(folder: quarantine).add(FileReplacement.read(input.url))
    do {
      try FileManager.default.removeItem(at: input.url)
    } catch {
      throw CorpusError(.cannotWrite, "\(input.url.path) cannot be moved to \(quarantine.path).")
    }
  }

  /// Replaces this folder by `other` with two renames, then deletes the old one.
  ///
  /// `other` must be on the same file system. An empty folder does not replace one with inputs. If
  /// the process is killed between the renames, the old folder is `.NAME.previous`, and `recover`
  /// restores it.
  package func replace(by other: URL) throws(CorpusError) {
    let new = try Corpus(folder: other).inputs()
    if new.isEmpty, try !inputs().isEmpty {
      throw CorpusError(.poorer, "\(other.path) is empty; \(folder.path) stays as it is.")
    }
    try recover()
    let files = FileManager.default
    do {
      if files.fileExists(atPath: folder.path) { try files.moveItem(at: folder, to: previous) }
      do {
        try files.moveItem(at: other, to: folder)
      } catch {
        try? files.moveItem(at: previous, to: folder)
        throw error
      }
      if files.fileExists(atPath: previous.path) { try files.removeItem(at: previous) }
    } catch {
      throw CorpusError(
        .cannotWrite, "\(folder.path) cannot be replaced: \(error.localizedDescription)")
    }
  }

  /// Restores the old folder after an interrupted replacement; deletes it after a complete one.
  package func recover() throws(CorpusError) {
    let files = FileManager.default
    guard files.fileExists(atPath: previous.path) else { return }
    do {
      if files.fileExists(atPath: folder.path) {
        try files.removeItem(at: previous)
      } else {
        try files.moveItem(at: previous, to: folder)
      }
    } catch {
      throw CorpusError(
        .cannotWrite, "\(previous.path) is left of an interrupted run; move it to \(folder.path).")
    }
  }

  private var previous: URL {
    folder.deletingLastPathComponent().appendingPathComponent(
      ".\(folder.lastPathComponent).previous")
  }
}
