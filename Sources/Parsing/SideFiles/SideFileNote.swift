/// A deviation that the application would report or silently change.
public struct SideFileNote: Equatable, Hashable, Sendable {
  /// The kinds of notes. Raw values are stable: programs see them in JSON.
  public enum Code: String, Sendable, CaseIterable {
    /// An unknown member or header; it is dropped.
    case unknownName
    /// A measurement without a name: skipped.
    case namelessMeasurement
    /// A later measurement replaces this one of the same name.
    case repeatedMeasurement
    /// An unknown schema, or none.
    case unknownSchema
    /// An unknown coordinate system: coordinates are kept as written.
    case unknownCoordinateSystem
    /// A further element; a scene uses the first only.
    case furtherElement
    /// A point without an identifier, which got a generated one.
    case generatedID
    /// An identifier that another point has.
    case repeatedID
    /// A later line replaces this color or point.
    case repeatedColor
    /// A header pair without a key; it is dropped.
    case pairWithoutKey
    /// The data is in another file.
    case detachedData
    /// A text is cut at a NUL.
    case cutAtNUL
    /// Bytes after the data that the header claims.
    case surplusData
    /// A CR before the LF, which belongs to the last value of the line.
    case carriageReturn
    /// Words after the last column are dropped.
    case surplusWords
    /// An encoding or section that this reader does not check.
    case uncheckedPart
  }

  /// Kind of the note.
  public var code: Code
  /// Byte offset in the file.
  public var offset: Int

  /// Creates a note at a byte of the file.
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
    case .unknownName: "an unknown name; it is dropped"
    case .namelessMeasurement: "a measurement without a name is skipped"
    case .repeatedMeasurement: "a later measurement replaces this one of the same name"
    case .unknownSchema: "the schema is unknown"
    case .unknownCoordinateSystem: "an unknown coordinate system; coordinates are kept as written"
    case .furtherElement: "a scene reads the first element only"
    case .generatedID: "a point without an identifier gets one"
    case .repeatedID: "two points have this identifier"
    case .repeatedColor: "a line with the same index or position replaces an earlier one"
    case .pairWithoutKey: "a pair without a key is dropped"
    case .detachedData: "the data is in another file"
    case .cutAtNUL: "the text is cut at a NUL"
    case .surplusData: "bytes follow the data that the header claims"
    case .carriageReturn: "a carriage return is part of the last value of the line"
    case .surplusWords: "words after the last column are dropped"
    case .uncheckedPart: "a part of the file is not checked"
    }
  }
}
