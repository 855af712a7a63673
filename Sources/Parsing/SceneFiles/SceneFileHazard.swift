public import ByteReading
import SideFiles

/// A hazard of one file of a scene, in the form that a person or a program acts on.
///
/// Hazards of the file's reader keep their code; the codes of this module are in ``Code``.
public struct SceneFileHazard: Equatable, Sendable {
  /// Kinds of hazards that concern the file as a whole. Raw values are stable.
  public enum Code: String, HazardCode {
    /// The reader of the file refuses it.
    case fileRefused
    /// The scene names a file that does not exist.
    case fileMissing
    /// Only a scene view names the missing file.
    case viewFileMissing
    /// The name leads outside the folder of the scene.
    case fileOutside
    /// The content cannot be extracted from the archive.
    case fileUnreadable
    /// The content is of another kind than the name.
    case otherKind
    /// The content is of a kind that the storage node does not read.
    case otherRole
    /// A header names a data file that does not exist.
    case dataFileMissing
    /// The data files are shorter than the header claims.
    case dataFileTooShort
    /// A file that neither the scene nor a header names.
    case fileExtra

    /// Severity of the hazard.
    public var severity: HazardSeverity {
      switch self {
      case .fileExtra, .viewFileMissing: .note
      case .fileMissing, .fileRefused, .fileUnreadable, .otherKind, .otherRole, .dataFileMissing:
        .warning
      case .fileOutside, .dataFileTooShort: .danger
      }
    }

    /// Description of the hazard.
    public var sentence: String {
      switch self {
      case .fileRefused: "the file is refused by its reader"
      case .fileMissing: "the scene names a file that does not exist"
      case .viewFileMissing: "a scene view names a file that does not exist"
      case .fileOutside: "the scene names a file outside its folder"
      case .fileUnreadable: "the file cannot be extracted"
      case .otherKind: "the content is of another kind than the name says"
      case .otherRole: "the content is of a kind that its storage node does not read"
      case .dataFileMissing: "the header names a data file that does not exist"
      case .dataFileTooShort: "the header claims more data than its data files have"
      case .fileExtra: "neither the scene nor a header names the file"
      }
    }
  }

  /// Stable name of the kind of hazard, as in JSON output.
  public let code: String
  /// Severity of the hazard.
  public let severity: HazardSeverity
  /// Byte offset in the file; for a missing or outside file, byte offset of its name in the scene.
  public let offset: Int
  /// Name of the file, or of the data file that a header names.
  public let member: String
  /// One printable sentence.
  public let message: String

  init(_ code: Code, at offset: Int, in member: String, _ detail: String = "") {
    self.code = code.rawValue
    severity = code.severity
    self.offset = offset
    self.member = member
    message =
      detail.isEmpty
      ? code.sentence : "\(code.sentence): \(Printable.text(detail, limit: 120))"
  }

  init(_ hazard: SideFileHazard, in member: String) {
    code = hazard.code.rawValue
    severity = hazard.severity
    offset = hazard.offset
    self.member = member
    message = hazard.message
  }

  init(_ note: SideFileNote, in member: String) {
    code = note.code.rawValue
    severity = .note
    offset = note.offset
    self.member = member
    message = note.message
  }
}
