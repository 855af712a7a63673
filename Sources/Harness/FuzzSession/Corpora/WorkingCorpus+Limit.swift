import Foundation
import ProcessSupport

/// How large a working corpus may grow before it is minimized.
package struct CorpusLimit: Equatable, Sendable {
  /// Most inputs.
  package var files: Int
  /// Most bytes of all inputs together.
  package var bytes: Int

  /// A limit in both; whichever is passed first counts.
  package init(files: Int, bytes: Int) {
    self.files = files
    self.bytes = bytes
  }

  /// A process reads the whole corpus at its start. The largest that were seen here after hours hold some thousand inputs
  /// and a few megabytes.
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

  /// An empty folder for what the process of `slice` finds when the corpus must not grow.
  func overflow(_ slice: Int) throws(RunFailure) -> String {
    let folder = store.folder + "/overflow/" + target
    let path = "\(folder)/\(slice)"
    try WorkFolder.make(path)
    return path
  }

  /// Removes that folder.
  func removeOverflow(_ slice: Int) {
    try? FileManager.default.removeItem(atPath: "\(store.folder)/overflow/\(target)/\(slice)")
  }

  /// Removes what killed sessions left of such folders.
  func removeOverflows() {
    try? FileManager.default.removeItem(atPath: "\(store.folder)/overflow/\(target)")
  }
}
