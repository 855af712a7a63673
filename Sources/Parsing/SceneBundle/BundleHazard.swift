internal import ByteReading

/// Something about a bundle as a bundle: its scenes and the files that the scene names. What the archive itself does is
/// in `ZipArchive.hazards`.
public struct BundleHazard: Equatable, Sendable {
  /// Stable names; the raw value is what programs see.
  public enum Code: String, CaseIterable, Sendable {
    /// The file begins as another archive format, which another program would open instead.
    case beginsAsOtherFormat
    /// Several scenes at the least depth: which one Slicer opens depends on the file system.
    case ambiguousScene
    /// Further scenes that are not opened.
    case furtherScene
    /// A scene by its name in another case, which Slicer does not see.
    case sceneInOtherCase
    /// A scene whose name leads out of the bundle, or is a link.
    case sceneOutside
    /// A file that the scene names and the archive lacks.
    case memberMissing
    /// A file that only a scene view names and the archive lacks, as when its node was deleted later.
    case viewMemberMissing
    /// A file that the scene does not name.
    case memberExtra
    /// A file name in the scene that leads out of the bundle.
    case fileNameEscapes
    /// Two storage nodes name one file.
    case fileNameShared

    /// Whether honest bundles show it too, so that it is worth a note and no more.
    public var isNote: Bool {
      switch self {
      case .furtherScene, .memberExtra, .fileNameShared, .viewMemberMissing: true
      default: false
      }
    }
  }

  /// The kind of the hazard. Its raw value is stable and what programs see.
  public let code: Code
  /// Index of the member in the archive, if the hazard is about one.
  public let member: Int?
  /// Name of the member, or the file name in the scene.
  public let name: String
  /// Byte of the file: the member's header. For hazards about a name in the scene, byte of the scene.
  public let offset: Int

  /// One sentence for people with the first 80 characters of the name; what a terminal would obey stands as `\u{…}`.
  public var message: String {
    let sentence =
      switch code {
      case .beginsAsOtherFormat: "the file begins as another archive format"
      case .ambiguousScene: "another scene lies at the same depth; which one opens is not certain"
      case .furtherScene: "a further scene that is not opened"
      case .sceneInOtherCase: "a scene by a name in another case, which is not found"
      case .sceneOutside: "a scene that is a link, or whose name leads out of the bundle"
      case .memberMissing: "the scene names a file that the archive lacks"
      case .viewMemberMissing: "a scene view names a file that the archive lacks"
      case .memberExtra: "the archive holds a file that the scene does not name"
      case .fileNameEscapes: "the scene names a file outside the bundle"
      case .fileNameShared: "two storage nodes of the scene name one file"
      }
    return name.isEmpty ? sentence : "\(sentence): \(Printable.text(name, limit: 80))"
  }
}
