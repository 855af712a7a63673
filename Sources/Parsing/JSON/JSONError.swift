public import ByteReading

/// Refusal of a JSON text: reason and position.
public struct JSONError: TextParseError, Hashable {
  /// Rule of RFC 8259, of the encoding, or limit of `JSONLimits` that the text breaks.
  public enum Code: UInt8, ParseErrorCode, CaseIterable {
    /// The text ends inside a value, or holds none.
    case unexpectedEnd
    /// No value begins with this byte.
    case valueExpected
    /// Neither a name nor the end of the object.
    case keyExpected
    /// No colon after a name.
    case colonExpected
    /// Neither a comma nor the end of the array or object.
    case commaExpected
    /// Begins like `true`, `false` or `null` and is none of them.
    case invalidLiteral
    /// Begins like a number and is none.
    case invalidNumber
    /// A number beyond the range of a double.
    case numberTooLarge
    /// A backslash before a byte that it does not escape.
    case invalidEscape
    /// An escaped surrogate without its pair.
    case loneSurrogate
    /// A control character inside a string.
    case controlCharacter
    /// Bytes inside a string that are not UTF-8.
    case invalidUTF8
    /// Bytes after the value.
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

  /// First rule that the text breaks; nothing after it has been read.
  public let code: Code
  /// First byte that breaks the rule. Lines end with LF, CR or CRLF.
  public let position: SourcePosition

  /// A refusal at a given position.
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
    case .valueExpected: "a value is expected"
    case .keyExpected: "a name in quotes is expected"
    case .colonExpected: "a colon is expected"
    case .commaExpected: "a comma or a closing bracket is expected"
    case .invalidLiteral: "not 'true', 'false' or 'null'"
    case .invalidNumber: "not a number"
    case .numberTooLarge: "a number beyond the range of a double"
    case .invalidEscape: "a backslash before a character that it does not escape"
    case .loneSurrogate: "an escaped surrogate without its pair"
    case .controlCharacter: "a control character inside a string"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .trailingBytes: "bytes after the end of the value"
    case .sizeLimit: "the text is longer than the limit"
    case .depthLimit: "arrays and objects are nested deeper than the limit"
    case .stringLimit: "a string is longer than the limit"
    case .eventLimit: "more values than the limit"
    }
  }
}
