import Foundation

/// A new temporary folder whose path holds no space, whatever the path of the checkout holds.
package struct TemporaryFolder: Sendable {
  /// Absolute path without a space.
  package let path: String

  /// Creates the folder in `TMPDIR`, or in `/tmp` when `TMPDIR` is not set or holds a space.
  package init() throws(RunFailure) {
    let base = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    let parent = base.contains(" ") || base.isEmpty ? "/tmp" : base
    path = parent + "/scenefuzz-" + UUID().uuidString
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    } catch {
      throw .environment(
        "cannot make a folder in \(parent)",
        "free some space there, or set TMPDIR to another folder")
    }
  }

  /// Removes the folder and its contents; does nothing when it is gone.
  package func remove() { try? FileManager.default.removeItem(atPath: path) }
}
