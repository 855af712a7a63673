import Foundation
import ProcessSupport

/// Maximum size of a working corpus before it is minimized.
package struct CorpusLimit: Equatable, Sendable {
  /// Maximum inputs.
  package var files: Int
  /// Maximum bytes of all inputs together.
  package var bytes: Int

  package init(files: Int, bytes: Int) {
    self.files = files
    self.bytes = bytes
  }

  /// A process reads the whole corpus at its start. The largest corpora seen after hours hold some
  /// thousand inputs and a few megabytes.
  package static let usual = CorpusLimit(files: 20_000, bytes: 256 << 20)
}

extension WorkingCorpus {
  /// Whether the corpus has outgrown `limit`. O(inputs).
  func exceeds(_ limit: CorpusLimit) -> Bool {
    let names = names
    guard names.count <= limit.files else { return true }
    let folder = store.corpus(target)
    var bytes = 0
    for name in names { bytes += SystemBridge.fileSize(folder + "/" + name) ?? 0 }
    return bytes > limit.bytes
  }

  /// Creates the folder for new inputs of `slice` while the corpus is full.
  func overflow(_ slice: Int) throws(RunFailure) -> String {
    let folder = store.folder + "/overflow/" + target
    let path = "\(folder)/\(slice)"
    try WorkFolder.make(path)
    return path
  }

  func removeOverflow(_ slice: Int) {
    try? FileManager.default.removeItem(atPath: "\(store.folder)/overflow/\(target)/\(slice)")
  }

  /// Removes the overflow folders of killed sessions.
  func removeOverflows() {
    try? FileManager.default.removeItem(atPath: "\(store.folder)/overflow/\(target)")
  }
}
