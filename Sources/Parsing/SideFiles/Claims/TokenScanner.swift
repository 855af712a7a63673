internal import ByteReading

/// Reads words and lines of a text that may continue with binary data.
///
/// Ranges are byte offsets in the input. Cost: linear in the bytes passed.
struct TokenScanner {
  var position = 0

  /// Range of the next word between blanks; nil at the end.
  mutating func word(_ input: Span<UInt8>) -> Range<Int>? {
    while position < input.count, input[position].isASCIISpace { position += 1 }
    let start = position
    while position < input.count, !input[position].isASCIISpace { position += 1 }
    return start < position ? start..<position : nil
  }

  /// Range of the rest of the line, without LF or CRLF; nil at the end of the input.
  mutating func line(_ input: Span<UInt8>) -> Range<Int>? {
    guard position < input.count else { return nil }
    let start = position
    while position < input.count, input[position] != 0x0A { position += 1 }
    let end = position
    if position < input.count { position += 1 }
    return start..<(end > start && input[end - 1] == 0x0D ? end - 1 : end)
  }

  /// Words up to the end of the line, which is consumed.
  mutating func wordsOfLine(_ input: Span<UInt8>, maximum: Int = 16) -> [Range<Int>] {
    guard let line = line(input) else { return [] }
    var words: [Range<Int>] = []
    var inner = TokenScanner(position: line.lowerBound)
    let part = input.extracting(0..<line.upperBound)
    while words.count < maximum, let word = inner.word(part) { words.append(word) }
    return words
  }

  /// Passes up to `count` words and returns how many exist.
  mutating func skipWords(_ input: Span<UInt8>, _ count: UInt64) -> UInt64 {
    var passed: UInt64 = 0
    while passed < count, word(input) != nil { passed += 1 }
    return passed
  }
}

extension Span<UInt8> {
  /// The bytes of a range, at most `maximum` of them.
  func bytes(_ range: Range<Int>, maximum: Int = 256) -> [UInt8] {
    var bytes: [UInt8] = []
    let end = Swift.min(range.upperBound, range.lowerBound + maximum)
    bytes.reserveCapacity(end - range.lowerBound)
    for index in range.lowerBound..<end { bytes.append(self[index]) }
    return bytes
  }

  /// Text of a range in lower case, cut after 64 bytes.
  func lowercasedText(_ range: Range<Int>) -> String {
    String(decoding: bytes(range, maximum: 64), as: UTF8.self).lowercased()
  }

  /// Parses a whole word as an integer; nil when it is anything else. Saturates at 64 bits.
  func integer(_ range: Range<Int>) -> Int64? {
    var index = range.lowerBound
    guard index < range.upperBound else { return nil }
    let isNegative = self[index] == UInt8(ascii: "-")
    if isNegative || self[index] == UInt8(ascii: "+") { index += 1 }
    guard index < range.upperBound else { return nil }
    var value: Int64 = 0
    while index < range.upperBound {
      guard self[index].isASCIIDigit else { return nil }
      let digit = Int64(self[index] - UInt8(ascii: "0"))
      let (tens, first) = value.multipliedReportingOverflow(by: 10)
      let (next, second) = tens.addingReportingOverflow(digit)
      value = first || second ? .max : next
      index += 1
    }
    return isNegative ? -value : value
  }

  /// Whether the bytes at `offset` are those of `text`.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    let wanted = Array("\(text)".utf8)
    guard offset >= 0, count - offset >= wanted.count else { return false }
    for index in wanted.indices where self[offset + index] != wanted[index] { return false }
    return true
  }

  /// An unsigned integer of `width` bytes (1 to 8) at `offset`, which must lie inside.
  func unsigned(at offset: Int, width: Int, isBigEndian: Bool) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<width {
      let byte = UInt64(self[offset + (isBigEndian ? index : width - 1 - index)])
      value = value << 8 | byte
    }
    return value
  }

  /// A signed integer of `width` bytes (1 to 8) at `offset`, which must lie inside.
  func signed(at offset: Int, width: Int, isBigEndian: Bool) -> Int64 {
    let shift = UInt64(64 - 8 * width)
    let raw = unsigned(at: offset, width: width, isBigEndian: isBigEndian)
    return Int64(bitPattern: raw << shift) >> Int64(shift)
  }
}
