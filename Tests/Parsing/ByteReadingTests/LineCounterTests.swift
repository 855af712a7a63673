import ByteReading
import Testing

@Suite struct LineCounterTests {
  static let texts: [(String, line: Int, lineStart: Int)] = [
    ("", 1, 0), ("abc", 1, 0), ("a\nb", 2, 2), ("a\r\nb", 2, 3), ("a\rb", 2, 2),
    ("\r\r\n\n", 4, 4), ("0123456789\n0123456789\r\n\t\u{1}x", 3, 23), ("\n\r", 3, 2),
  ]

  @Test("lines end with LF, CR or CRLF, however the bytes are cut", arguments: texts)
  func counts(text: String, line: Int, lineStart: Int) {
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var counter = LineCounter()
      counter.count(bytes.span, in: 0..<cut, at: 0)
      counter.count(bytes.span, in: cut..<bytes.count, at: cut)
      #expect(counter.line == line)
      #expect(counter.lineStart == lineStart)
    }
  }

  @Test("a position counts columns in bytes from 1")
  func position() {
    let position = SourcePosition(of: 7, in: Array("ab\r\nä/x".utf8).span)
    #expect(position == SourcePosition(offset: 7, line: 2, column: 4))
  }
}
