internal import ByteReading

/// Lines of a text, ended by LF only; a CR is part of its line.
struct LineReader {
  let bytes: [UInt8]
  private var position = 0

  init(_ input: Span<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for index in input.indices { bytes.append(input[index]) }
    self.bytes = bytes
  }

  /// Next line without its end; indices are offsets. There is no line after a final LF.
  mutating func next() -> ArraySlice<UInt8>? {
    guard position < bytes.count else { return nil }
    let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
    defer { position = end + 1 }
    return bytes[position..<end]
  }
}

extension ArraySlice<UInt8> {
  /// The slice without blanks at both ends.
  var trimmed: ArraySlice<UInt8> {
    var text = drop(while: \.isASCIISpace)
    while let last = text.last, last.isASCIISpace { text.removeLast() }
    return text
  }

  /// Whether the bytes are valid UTF-8.
  var isUTF8: Bool {
    guard contains(where: { $0 >= 0x80 }) else { return true }
    let bytes = Array(self)
    return (try? UTF8Span(validating: bytes.span)) != nil
  }
}
