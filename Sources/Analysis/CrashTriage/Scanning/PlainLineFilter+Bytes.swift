/// Tests of the bytes after a place in a log.
extension PlainLineFilter {
  /// Whether `\u0041` or the like stands at `index`, which a record may have for a letter.
  static func isEscapedLetter(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
    index + 5 < bytes.count && bytes[index + 1] == UInt8(ascii: "u")
      && bytes[index + 2] == UInt8(ascii: "0") && bytes[index + 3] == UInt8(ascii: "0")
      && (0x32...0x37).contains(bytes[index + 4])
  }

  /// Whether a quotation mark, which may be escaped or colored, stands at `index`, where a log may
  /// be cut off.
  static func endsKey(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    return bytes[index] == UInt8(ascii: "\"") || isDecorated(bytes[index])
  }

  /// Whether one of `words` stands in the rest of the line, as far as it is searched, or a color or
  /// an entity that may stand inside of one.
  static func contains(
    _ words: [[UInt8]], _ bytes: borrowing Span<UInt8>, from start: Int
  ) -> Bool {
    for index in start..<min(bytes.count, start + MarkFinder.searched) {
      let byte = bytes[index]
      if byte == 0x0A { return false }
      if byte != UInt8(ascii: "["), byte != UInt8(ascii: "<"), isDecorated(byte) { return true }
      if byte == UInt8(ascii: "["), index + 1 < bytes.count, ASCII.isDigit(bytes[index + 1]) {
        return true
      }
      for word in words where bytes[index] == word[0] && index + word.count <= bytes.count {
        var count = 1
        while count < word.count, bytes[index + count] == word[count] { count += 1 }
        if count == word.count { return true }
      }
    }
    // The line may go on in the next part.
    return start + MarkFinder.searched >= bytes.count
  }

  /// Whether a color, an entity or a byte-order mark may begin with `byte`.
  static func isDecorated(_ byte: UInt8) -> Bool {
    byte == 0x1B || byte == 0xEF || "&^[<\\".utf8.contains(byte)
  }
}
