import Foundation

/// A new folder of this process's own. Its path holds no space, whatever the checkout's path holds.
package struct TemporaryFolder: Sendable {
  /// Absolute path without a space.
  package let path: String

  /// Makes the folder below `TMPDIR`, or below `/tmp` where that is not set or holds a space.
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

  /// Removes the folder and all in it; one that is gone already is fine.
  package func remove() { try? FileManager.default.removeItem(atPath: path) }
}
