import Foundation

/// Writes files and folders; a failure is one sentence with its remedy.
package enum WorkFolder {
  /// For tests: fails the writes of the current task as a full disk or a refused right does.
  @TaskLocal package static var failing: (@Sendable (String) throws -> Void)?

  /// Creates `path` and the folders above it; does nothing when it exists.
  package static func make(_ path: String) throws(RunFailure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .environment(
        "cannot make the folder \(path) (\(error.localizedDescription))",
        "check the rights on the folder above it and the space on the disk")
    }
  }

  /// Writes `bytes` to a temporary file and renames it to `path`, so that a partial file is never
  /// visible.
  package static func write(_ bytes: [UInt8], to path: String) throws(RunFailure) {
    do {
      try failing?(path)
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .environment(
        "cannot write \(path) (\(error.localizedDescription))",
        "check the rights on the folder and the space on the disk")
    }
  }
}
