/// Position in an input: byte offset, line and column.
///
/// Lines end as the format defines (XML: LF, CR or CRLF). `line` and `column` count from 1,
/// `column` in bytes; `offset` counts bytes from 0. 16 bytes, so that an error with a position
/// stays small.
public struct SourcePosition: Equatable, Hashable, Sendable {
  /// Bytes before the position; the input's length for its end.
  public var offset: Int
  /// Number of the line, from 1; saturates at the largest `Int32`.
  public var line: Int32
  /// Bytes from the start of the line, from 1. Bytes, not characters, so that no decoding is
  /// needed.
  public var column: Int32

  /// A position from its parts; `init(of:in:)` computes them.
  public init(offset: Int, line: Int32, column: Int32) {
    self.offset = offset
    self.line = line
    self.column = column
  }
}
