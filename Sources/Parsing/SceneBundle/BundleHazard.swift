public import ByteReading

/// A hazard of a bundle: its scenes and the files that the scene names. Hazards of the archive are
/// in `ZipArchive.hazards`.
public struct BundleHazard: Hazard {
  /// Kinds of hazards. Raw values are stable: programs see them in JSON.
  public enum Code: String, HazardCode {
    /// The file begins as another archive format, which another program would open instead.
    case beginsAsOtherFormat
    /// Several scenes at the minimum depth: which one Slicer opens depends on the file system.
    case ambiguousScene
    /// Further scenes that are not opened.
    case furtherScene
    /// A scene whose extension has another case; Slicer does not find it.
    case sceneInOtherCase
    /// A scene whose name leads out of the bundle, or is a link.
    case sceneOutside
    /// A file that the scene names and the archive lacks.
    case memberMissing
    /// A file that only a scene view names and the archive lacks, as after its node was deleted.
    case viewMemberMissing
    /// A file that the scene does not name.
    case memberExtra
    /// A file name in the scene that leads out of the bundle.
    case fileNameEscapes
    /// Two storage nodes name one file.
    case fileNameShared

    /// Whether ordinary bundles have this too, so that it is only a note.
    public var isNote: Bool { severity == .note }
  }

  /// Kind of the hazard.
  public let code: Code
  /// Index of the member in the archive; nil if the hazard is about none.
  public let member: Int?
  /// Name of the member, or file name in the scene.
  public let name: String
  /// Byte offset of the member's header in the file; for names in the scene, byte offset in the
  /// scene.
  public let offset: Int

  /// One sentence with the first 80 characters of the name; control characters are escaped as
  /// `\u{…}`.
  public var message: String {
    name.isEmpty
      ? code.sentence : "\(code.sentence): \(Printable.text(name, limit: 80))"
  }
}

extension BundleHazard.Code {
  /// Severity of the hazard.
  public var severity: HazardSeverity {
    switch self {
    case .furtherScene, .memberExtra, .fileNameShared, .viewMemberMissing: .note
    case .beginsAsOtherFormat, .ambiguousScene, .sceneInOtherCase, .memberMissing: .warning
    case .sceneOutside, .fileNameEscapes: .danger
    }
  }

  /// Description of the hazard.
  public var sentence: String {
    switch self {
    case .beginsAsOtherFormat: "the file begins as another archive format"
    case .ambiguousScene:
      "another scene is at the same depth; which one opens depends on the file system"
    case .furtherScene: "a further scene that is not opened"
    case .sceneInOtherCase: "a scene whose extension has another case; it is not found"
    case .sceneOutside: "a scene that is a link, or whose name leads outside the bundle"
    case .memberMissing: "the scene names a file that the archive lacks"
    case .viewMemberMissing: "a scene view names a file that the archive lacks"
    case .memberExtra: "the archive holds a file that the scene does not name"
    case .fileNameEscapes: "the scene names a file outside the bundle"
    case .fileNameShared: "two storage nodes of the scene name one file"
    }
  }
}
