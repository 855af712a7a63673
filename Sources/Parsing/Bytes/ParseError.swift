/// Reason for a refusal: a stable name for programs and a sentence for people.
public protocol ParseErrorCode: Equatable, Sendable {
  /// Name of the reason as it appears in JSON.
  var name: String { get }
  /// The reason in words, without bytes of the input.
  var sentence: String { get }
}

extension ParseErrorCode {
  /// Name of the case.
  public var name: String { "\(self)" }
}

/// Refusal of an input: a reason and the byte at which the input breaks it.
public protocol ParseError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Reasons of one reader.
  associatedtype Code: ParseErrorCode
  /// First rule that the input breaks.
  var code: Code { get }
  /// Byte offset in the input, from 0; at most the input's length.
  var offset: Int { get }
}

extension ParseError {
  /// Name of the reason as it appears in JSON.
  public var name: String { code.name }
  /// The reason in one sentence for people, without the position.
  public var message: String { code.sentence }
  /// Position, reason and code in one line, without bytes of the input:
  /// `byte 8: no scheme before the first ':' [missingScheme]`.
  public var description: String { "byte \(offset): \(message) [\(name)]" }
}

/// Refusal of a text, with line and column.
public protocol TextParseError: ParseError {
  /// First byte that breaks the rule, in the bytes as given.
  var position: SourcePosition { get }
}

extension TextParseError {
  /// Byte offset of the position.
  public var offset: Int { position.offset }
  /// Line and column, reason and code in one line, without bytes of the input:
  /// `line 7, column 12: a name is expected [malformedName]`.
  public var description: String {
    "line \(position.line), column \(position.column): \(message) [\(name)]"
  }
}
