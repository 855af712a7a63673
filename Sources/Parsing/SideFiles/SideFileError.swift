public import ByteReading
public import JSONReading

/// Why a side file is refused, and where: the application would load nothing of it.
public struct SideFileError: Error, Equatable, Sendable {
  /// What makes the application load nothing of the file, or a limit of the reader.
  public enum Code: Equatable, Sendable {
    /// The text is no JSON, or beyond a limit of its reader.
    case json(JSONError.Code)
    /// The root of the JSON text is neither an object nor an array.
    case rootNotContainer
    /// No `markups`, or it is no array.
    case missingMarkups
    /// `markups` has no element.
    case emptyMarkups
    /// The first element is no object.
    case elementNotObject
    /// The first element has no `type`, or it is no string.
    case missingType
    /// A type that no class of markups has.
    case unknownType
    /// The status of a position is a string that names none.
    case unknownPositionStatus
    /// Units in another coding scheme than UCUM.
    case foreignUnits
    /// A matrix that is not 16 numbers.
    case invalidMatrix
    /// A size of three or bounds of four numbers that is not whole.
    case invalidPlane
    /// A center of three or an orientation of nine numbers that is not whole.
    case invalidRegion
    /// A color transfer function where a table is expected.
    case proceduralColors
    /// A color index below zero.
    case negativeColorIndex
    /// A color index beyond ``ColorTableFile/maximumIndex``.
    case colorIndexTooLarge
    /// A color table without the column `LabelValue`.
    case missingLabelColumn
    /// A component of a color in columns that is no integer.
    case invalidComponent
    /// Bytes that are no UTF-8.
    case invalidUTF8
    /// The first line is no `NRRD000N`.
    case missingMagic
    /// The file ends before the empty line behind the header.
    case headerNotEnded
    /// A line of a header that is no comment, no pair and no field that exists.
    case unknownField
    /// A field given twice.
    case repeatedField
    /// A field with a value for each axis before the number of axes.
    case dimensionMissing
    /// A value that its field does not take.
    case invalidField
    /// A field that every header needs is missing.
    case missingField
    /// Longer than ``SideFileLimits/maximumBytes``.
    case sizeLimit
    /// More records than ``SideFileLimits/maximumRecords``.
    case recordLimit
  }

  /// The first reason met.
  public let code: Code
  /// Where, in the bytes of the file.
  public let position: SourcePosition

  /// A refusal at a place that the caller has worked out.
  public init(_ code: Code, at position: SourcePosition) {
    self.code = code
    self.position = position
  }

  init(_ code: Code, at offset: Int, in bytes: Span<UInt8>) {
    self.init(code, at: SourcePosition(of: offset, in: bytes))
  }

  init(_ refusal: Refusal, in bytes: Span<UInt8>) {
    self.init(refusal.code, at: refusal.offset, in: bytes)
  }

  init(_ error: JSONError) { self.init(.json(error.code), at: error.position) }
}

/// A refusal before its line and column are worked out, which takes the whole input.
struct Refusal: Error {
  let code: SideFileError.Code
  let offset: Int
}

extension SideFileError {
  /// The name of the reason, as programs see it.
  public var name: String {
    if case .json(let code) = code { "\(code)" } else { "\(code)" }
  }

  /// One sentence for people.
  public var message: String {
    switch code {
    case .json(let code): code.sentence
    case .rootNotContainer: "the root is neither an object nor an array"
    case .missingMarkups: "no list named 'markups'"
    case .emptyMarkups: "the list of markups is empty"
    case .elementNotObject: "the first element of the list is no object"
    case .missingType: "the first element has no type"
    case .unknownType: "no class of markups has this type"
    case .unknownPositionStatus: "a position status that does not exist"
    case .foreignUnits: "units of another coding scheme than UCUM"
    case .invalidMatrix: "a matrix that is not sixteen numbers"
    case .invalidPlane: "the size or the bounds of a plane are not whole"
    case .invalidRegion: "the center or orientation of a region is not whole"
    case .proceduralColors: "a color transfer function, not a color table"
    case .negativeColorIndex: "a color index below zero"
    case .colorIndexTooLarge: "a color index beyond a million"
    case .missingLabelColumn: "no column named 'LabelValue'"
    case .invalidComponent: "a component of a color is no integer"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .missingMagic: "the first line is no magic of an NRRD file"
    case .headerNotEnded: "the file ends inside the header"
    case .unknownField: "a line that is no comment, no pair and no field that exists"
    case .repeatedField: "a field is given twice"
    case .dimensionMissing: "the number of axes must stand before this field"
    case .invalidField: "a value that its field does not take"
    case .missingField: "a field that every header needs is missing"
    case .sizeLimit: "the file is longer than the limit"
    case .recordLimit: "more records than the limit"
    }
  }
}
