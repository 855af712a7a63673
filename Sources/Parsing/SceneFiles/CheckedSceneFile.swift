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
  /// Data files that the header names; nil for files without such a header.
  public internal(set) var detachedData: DetachedData?

  /// Maximum severity of the hazards; nil without any.
  public var severity: HazardSeverity? { hazards.map(\.severity).max() }

  /// Sets line and column of every hazard, for a caller that has the text of the scene.
  public mutating func setPlace(line: Int, column: Int) {
    for index in hazards.indices {
      hazards[index].line = line
      hazards[index].column = column
    }
  }
}
