/// A place in an input: byte offset, line and column.
///
/// Lines are separated as the format says (XML: LF, CR or CRLF). `line` and `column` count from 1, `column` in
/// bytes; `offset` counts bytes from 0. 16 bytes, so that an error with a position stays small.
public struct SourcePosition: Equatable, Hashable, Sendable {
  /// Bytes from the start of the input, from 0; the input's length for a place at its end.
  public var offset: Int
  /// Number of the line, from 1; the largest `Int32` beyond that.
  public var line: Int32
  /// Bytes from the start of the line, from 1: not characters, so that it costs no decoding.
  public var column: Int32

  /// A position whose three parts the caller has counted; `init(of:in:)` counts them.
  public init(offset: Int, line: Int32, column: Int32) {
    self.offset = offset
    self.line = line
    self.column = column
  }
}
