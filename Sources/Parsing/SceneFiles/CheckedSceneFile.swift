public import ByteReading
public import SideFiles

/// A file of a scene after its check.
public struct CheckedSceneFile: Equatable, Sendable {
  /// Result of the check.
  public enum Outcome: Equatable, Sendable {
    /// Read completely; ``CheckedSceneFile/hazards`` may still have dangers.
    case read
    /// Refused by its reader, for this reason.
    case refused(SideFileError)
    /// Exists, but no reader of this package covers its kind.
    case notRead
    /// The scene names it, and it does not exist.
    case missing
    /// The name leads outside the folder of the scene; the file is not opened.
    case outside
    /// The archive cannot deliver the content.
    case unreadable
    /// Exists, and neither the scene nor a header names it.
    case extra
  }

  /// Name of the file: decoded from the scene, or that of the archive member.
  public let name: String
  /// Index of the storage node in `Scene.allNodes`; nil for an extra file.
  public let node: Int?
  /// Byte offset of the name in the scene; nil for an extra file.
  public let sceneOffset: Int?
  /// Kind whose reader was used, or that was recognized; nil for an unknown kind.
  public internal(set) var kind: SceneFileKind?
  /// Result of the check.
  public internal(set) var outcome: Outcome
  /// Hazards and notes of the file, in the order of reading.
  public internal(set) var hazards: [SceneFileHazard] = []
  /// Data files that a detached header names, relative to the header's folder.
  public internal(set) var dataFiles: [String] = []
  /// Uncompressed bytes that the data files must have together; nil when the header does not
  /// determine it.
  public internal(set) var dataByteCount: UInt64?

  /// Maximum severity of the hazards; nil without any.
  public var severity: HazardSeverity? { hazards.map(\.severity).max() }
}
