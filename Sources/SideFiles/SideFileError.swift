public import ByteReading
public import JSONReading

/// Why a side file is refused, and where: the application would load nothing of it.
public struct SideFileError: Error, Equatable, Sendable {
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
    /// Longer than ``SideFileLimits/maximumBytes``.
    case sizeLimit
    /// More records than ``SideFileLimits/maximumRecords``.
    case recordLimit
  }

  public let code: Code
  public let position: SourcePosition

  public init(_ code: Code, at position: SourcePosition) {
    self.code = code
    self.position = position
  }

  init(_ code: Code, at offset: Int, in bytes: Span<UInt8>) {
    self.init(code, at: SourcePosition(of: offset, in: bytes))
  }

  init(_ error: JSONError) { self.init(.json(error.code), at: error.position) }
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
    case .sizeLimit: "the file is longer than the limit"
    case .recordLimit: "more records than the limit"
    }
  }
}
