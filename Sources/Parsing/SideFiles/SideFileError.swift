public import ByteReading
public import JSONReading
public import XMLReading

/// Reason and position of a refused side file, of which the application would load nothing.
public struct SideFileError: TextParseError {
  /// Kinds of refusals: the application would load nothing, or a limit of the reader is exceeded.
  public enum Code: ParseErrorCode {
    /// Invalid JSON, or beyond a limit of its reader.
    case json(JSONError.Code)
    /// Invalid XML, or beyond a limit of its reader.
    case xml(XMLError.Code)
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
    /// An unknown type of markups.
    case unknownType
    /// An unknown position status.
    case unknownPositionStatus
    /// Coded units of another scheme than UCUM.
    case foreignUnits
    /// A matrix that is not 16 numbers.
    case invalidMatrix
    /// A size of three or bounds of four numbers that is incomplete.
    case invalidPlane
    /// A center of three or an orientation of nine numbers that is incomplete.
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
    /// Bytes that are not UTF-8.
    case invalidUTF8
    /// The file does not begin like its format.
    case missingMagic
    /// The file ends before the empty line after the header.
    case headerNotEnded
    /// A header line that is no comment, no pair and no known field.
    case unknownField
    /// A field given twice.
    case repeatedField
    /// A per-axis field before `dimension`.
    case dimensionMissing
    /// An invalid value of a field.
    case invalidField
    /// A missing required field.
    case missingField
    /// Longer than ``SideFileLimits/maximumBytes``.
    case sizeLimit
    /// More records than ``SideFileLimits/maximumRecords``.
    case recordLimit
  }

  /// First reason found.
  public let code: Code
  /// Position in the file.
  public let position: SourcePosition

  /// Creates a refusal at a known position.
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

/// A refusal by offset; line and column are computed later from the whole input.
struct Refusal: Error {
  let code: SideFileError.Code
  let offset: Int
}

extension SideFileError.Code {
  /// Name of the reason in JSON output.
  public var name: String {
    switch self {
    case .json(let code): code.name
    case .xml(let code): code.name
    default: "\(self)"
    }
  }

  /// The reason in words.
  public var sentence: String {
    switch self {
    case .json(let code): code.sentence
    case .xml(let code): "the XML is not well-formed: \(code.sentence)"
    case .rootNotContainer: "the root is neither an object nor an array"
    case .missingMarkups: "no list named 'markups'"
    case .emptyMarkups: "the list of markups is empty"
    case .elementNotObject: "the first element of the list is not an object"
    case .missingType: "the first element has no type"
    case .unknownType: "an unknown type of markups"
    case .unknownPositionStatus: "an unknown position status"
    case .foreignUnits: "units of another coding scheme than UCUM"
    case .invalidMatrix: "a matrix that is not sixteen numbers"
    case .invalidPlane: "the size or the bounds of a plane are incomplete"
    case .invalidRegion: "the center or orientation of a region is incomplete"
    case .proceduralColors: "a color transfer function, not a color table"
    case .negativeColorIndex: "a negative color index"
    case .colorIndexTooLarge: "a color index beyond a million"
    case .missingLabelColumn: "no column named 'LabelValue'"
    case .invalidComponent: "a color component is not an integer"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .missingMagic: "the file does not begin like its format"
    case .headerNotEnded: "the file ends inside the header"
    case .unknownField: "a line that is no comment, no pair and no known field"
    case .repeatedField: "a field is repeated"
    case .dimensionMissing: "the dimension must come before this field"
    case .invalidField: "an invalid value of a field"
    case .missingField: "a required field is missing"
    case .sizeLimit: "the file is longer than the limit"
    case .recordLimit: "more records than the limit"
    }
  }
}
