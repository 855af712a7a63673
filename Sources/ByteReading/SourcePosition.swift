/// A place in an input: byte offset, line and column.
///
/// Lines are separated as the format says (XML: LF, CR or CRLF). `line` and `column` count from 1, `column` in
/// bytes; `offset` counts bytes from 0. 16 bytes, so that an error with a position stays small.
public struct SourcePosition: Equatable, Hashable, Sendable {
  public var offset: Int
  public var line: Int32
  public var column: Int32

  public init(offset: Int, line: Int32, column: Int32) {
    self.offset = offset
    self.line = line
    self.column = column
  }
}
