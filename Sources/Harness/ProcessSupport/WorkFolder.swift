import Foundation

/// Files and folders that the tools write, with failures as one sentence.
package enum WorkFolder {
  /// Makes `path` and the folders above it; one that is there already is fine.
  package static func make(_ path: String) throws(RunFailure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .environment(
        "cannot make the folder \(path) (\(error.localizedDescription))",
        "check the rights on the folder above it and the space on the disk")
    }
  }

  /// Writes `bytes` to `path`, beside and renamed, so that no half file is ever seen.
  package static func write(_ bytes: [UInt8], to path: String) throws(RunFailure) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .environment(
        "cannot write \(path) (\(error.localizedDescription))",
        "check the rights on the folder and the space on the disk")
    }
  }
}
