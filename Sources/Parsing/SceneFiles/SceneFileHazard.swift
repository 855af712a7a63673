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
  /// Line and column of the offset, from 1, where the file is text up to there; nil elsewhere.
  public internal(set) var line: Int?
  /// Column of the offset in bytes, from 1.
  public internal(set) var column: Int?
  /// Whether the hazard is one of the file's reader, whose codes are those of `SideFileHazard` and
  /// `SideFileNote`.
  public let isOfReader: Bool
  /// Name of the file, or of the data file that a header names.
  public let member: String
  /// One printable sentence.
  public let message: String

  init(_ code: Code, at offset: Int, in member: String, _ detail: String = "") {
    self.code = code.rawValue
    severity = code.severity
    self.offset = offset
    self.member = member
    isOfReader = false
    message =
      detail.isEmpty
      ? code.sentence : "\(code.sentence): \(Printable.text(detail, limit: 120))"
  }

  init(_ hazard: SideFileHazard, in member: String) {
    code = hazard.code.rawValue
    severity = hazard.severity
    offset = hazard.offset
    isOfReader = true
    self.member = member
    message = hazard.message
  }

  init(_ note: SideFileNote, in member: String) {
    code = note.code.rawValue
    severity = .note
    offset = note.offset
    isOfReader = true
    self.member = member
    message = note.message
  }

  /// Adds lines and columns up to the first NUL, after which a file is not text. Cost: one pass
  /// over the bytes before the last offset.
  static func addPlaces(_ hazards: inout [SceneFileHazard], in content: Span<UInt8>) {
    var counter = LineCounter()
    var counted = 0
    for index in hazards.indices.sorted(by: { hazards[$0].offset < hazards[$1].offset }) {
      let end = min(max(hazards[index].offset, 0), content.count)
      for place in counted..<end where content[place] == 0 { return }
      counter.count(content, in: counted..<end, at: counted)
      counted = end
      hazards[index].line = counter.line
      hazards[index].column = end - counter.lineStart + 1
    }
  }
}
