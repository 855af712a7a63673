/// Something that the application would report, or silently change, while it goes on reading.
public struct SideFileNote: Equatable, Hashable, Sendable {
  /// The kinds of notes. Raw values are stable: programs see them in JSON.
  public enum Code: String, Sendable, CaseIterable {
    /// The reader does not know this member or header; it is not kept.
    case unknownName
    /// A measurement without a name: skipped.
    case namelessMeasurement
    /// A later measurement replaces this one of the same name.
    case repeatedMeasurement
    /// The file names no known schema.
    case unknownSchema
    /// A coordinate system that does not exist: coordinates are taken as they are.
    case unknownCoordinateSystem
    /// A scene reads the first element only.
    case furtherElement
    /// A point without an identifier got one.
    case generatedID
    /// An identifier that another point has.
    case repeatedID
    /// A later line replaces this color or point.
    case repeatedColor
    /// A pair of a header without a key is lost.
    case pairWithoutKey
    /// The data is in a file of its own.
    case detachedData
    /// A text is cut at a NUL.
    case cutAtNUL
  }

  /// The kind of the note.
  public var code: Code
  /// Byte offset in the file.
  public var offset: Int

  /// A note at a byte of the file.
  public init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }

  /// One sentence for people, without bytes of the file.
  public var message: String { code.sentence }
}

extension SideFileNote.Code {
  /// One sentence for people.
  public var sentence: String {
    switch self {
    case .unknownName: "the reader does not know this name"
    case .namelessMeasurement: "a measurement without a name is skipped"
    case .repeatedMeasurement: "a later measurement replaces this one of the same name"
    case .unknownSchema: "the schema is none that is known"
    case .unknownCoordinateSystem: "an unknown coordinate system; coordinates are taken as they are"
    case .furtherElement: "a scene reads the first element only"
    case .generatedID: "a point without an identifier gets one"
    case .repeatedID: "two points have this identifier"
    case .repeatedColor: "a line with the same index or position replaces an earlier one"
    case .pairWithoutKey: "a pair without a key is lost"
    case .detachedData: "the data is in a file of its own"
    case .cutAtNUL: "the text is cut at a NUL"
    }
  }
}
