/// Delivers the files of a scene by their path below its folder: a bundle, or a folder on disk.
public protocol SceneFileSource {
  /// Looks a file up without reading it. `path` has neither empty components nor `..`.
  mutating func place(of path: [String]) -> SceneFilePlace
  /// Reads a file that exists.
  mutating func content(of path: [String]) throws(UnreadableSceneFile) -> [UInt8]
}

/// Result of looking a file up.
public enum SceneFilePlace: Equatable, Sendable {
  /// A regular file of this size.
  case file(byteCount: UInt64)
  /// No such file.
  case missing
  /// The path leads through a link out of the folder, so the file is not opened.
  case outside
  /// A folder or a device, or a file over the limit of the source.
  case unreadable(String)
}

/// Reason why a source cannot deliver a file that exists.
public struct UnreadableSceneFile: Error, Equatable, Sendable {
  /// One printable sentence.
  public let message: String

  /// Creates an error with its sentence.
  public init(_ message: String) { self.message = message }
}
