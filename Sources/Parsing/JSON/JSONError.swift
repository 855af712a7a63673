public import ByteReading

/// Why a JSON text is refused, and where.
public struct JSONError: Error, Equatable, Hashable, Sendable {
  /// What was broken: the grammar of RFC 8259, the encoding, or a limit of `JSONLimits`.
  public enum Code: UInt8, Sendable, CaseIterable {
    /// The text ends inside a value, or has none.
    case unexpectedEnd
    /// No value begins with this byte.
    case valueExpected
    /// A name or the end of the object must stand here.
    case keyExpected
    /// A colon must stand here.
    case colonExpected
    /// A comma or the end of the array or object must stand here.
    case commaExpected
    /// Not `true`, `false` or `null` although it begins like one.
    case invalidLiteral
    /// Not a number although it begins like one.
    case invalidNumber
    /// A number beyond the range of a double.
    case numberTooLarge
    /// A backslash before a byte that it does not escape.
    case invalidEscape
    /// An escaped surrogate without its partner.
    case loneSurrogate
    /// A control character inside a string.
    case controlCharacter
    /// Bytes inside a string that are no UTF-8.
    case invalidUTF8
    /// Something follows the value.
    case trailingBytes
    /// Longer than ``JSONLimits/maximumBytes``.
    case sizeLimit
    /// Deeper than ``JSONLimits/maximumDepth``.
    case depthLimit
    /// A string longer than ``JSONLimits/maximumStringBytes``.
    case stringLimit
    /// More events than ``JSONLimits/maximumEvents``.
    case eventLimit
  }

  /// The first rule that the text breaks; nothing behind it has been read.
  public let code: Code
  /// The first byte that breaks the rule. Lines end with LF, CR or CRLF.
  public let position: SourcePosition

  /// An error at a place that the caller has worked out.
  public init(_ code: Code, at position: SourcePosition) {
    self.code = code
    self.position = position
  }
}

extension JSONError.Code {
  /// The reason in words.
  public var sentence: String {
    switch self {
    case .unexpectedEnd: "the text ends inside a value"
    case .valueExpected: "no value begins here"
    case .keyExpected: "a name in quotes must stand here"
    case .colonExpected: "a colon must stand here"
    case .commaExpected: "a comma or a closing bracket must stand here"
    case .invalidLiteral: "not 'true', 'false' or 'null'"
    case .invalidNumber: "not a number"
    case .numberTooLarge: "a number beyond the range of a double"
    case .invalidEscape: "a backslash before a character that it does not escape"
    case .loneSurrogate: "an escaped surrogate without its partner"
    case .controlCharacter: "a control character inside a string"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .trailingBytes: "something follows the value"
    case .sizeLimit: "the text is longer than the limit"
    case .depthLimit: "arrays and objects are nested deeper than the limit"
    case .stringLimit: "a string is longer than the limit"
    case .eventLimit: "more values than the limit"
    }
  }
}
