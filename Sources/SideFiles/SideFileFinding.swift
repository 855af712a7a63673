/// A shape in an accepted side file that is dangerous to a reader or to the person who opens it.
public struct SideFileFinding: Equatable, Hashable, Sendable {
  public enum Severity: String, Sendable, CaseIterable { case note, warning, danger }

  public enum Code: String, Sendable, CaseIterable {
    /// A name twice in one object: readers differ in which counts.
    case duplicateName
    /// A coordinate or value that is infinite or not a number.
    case nonFiniteNumber
    /// Arrays and objects more than a hundred deep.
    case deepNesting
    /// An element of the list of markups that is no object, or has no type.
    case elementWithoutType
    /// An item that must be an object is not.
    case itemNotObject
    /// Values of every type in the wrong place.
    case wrongType
    /// A vector or matrix of the wrong length.
    case wrongLength
    /// A number inside a vector that is none: the vector is written in part.
    case partialVector
    /// Bytes that are no UTF-8.
    case invalidUTF8
    /// Bytes behind a NUL that ends the text for the reader.
    case bytesAfterNUL
    /// A label format with another conversion than those of a name and a number.
    case formatConversion
    /// A text with control or direction characters.
    case controlCharacter
  }

  public var code: Code
  /// Byte offset in the file.
  public var offset: Int

  public init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }

  public var severity: Severity { code.severity }
  public var message: String { code.sentence }
}

extension SideFileFinding.Code {
  /// How much attention the finding deserves.
  public var severity: SideFileFinding.Severity {
    switch self {
    case .wrongType, .wrongLength, .invalidUTF8: .note
    case .duplicateName, .nonFiniteNumber, .partialVector, .controlCharacter, .bytesAfterNUL:
      .warning
    case .deepNesting, .elementWithoutType, .itemNotObject, .formatConversion: .danger
    }
  }

  /// The finding in words.
  public var sentence: String {
    switch self {
    case .duplicateName: "a name stands twice in one object"
    case .nonFiniteNumber: "a number that is infinite or not a number"
    case .deepNesting: "arrays and objects more than a hundred deep"
    case .elementWithoutType: "an element of the list is no object with a type"
    case .itemNotObject: "an item of a list is no object"
    case .wrongType: "a value of another type than its name asks for"
    case .wrongLength: "a list of another length than its name asks for"
    case .partialVector: "a vector with an element that is no number"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .bytesAfterNUL: "bytes follow the NUL that ends the text for the reader"
    case .formatConversion: "a label format with an unexpected conversion"
    case .controlCharacter: "a text with control or direction characters"
    }
  }
}
