internal import ByteReading

extension JSONEventReader {
  /// Reads a string, unescaped: `'"' char* '"'` (RFC 8259, section 7).
  mutating func readString() throws(JSONError) -> [UInt8] {
    let start = position
    position += 1
    var text: [UInt8] = []
    while true {
      // Runs of plain bytes are copied in one piece.
      let begin = position
      while position < bytes.count, isPlain(bytes[position]) { position += 1 }
      text += bytes[begin..<position]
      guard text.count <= limits.maximumStringBytes else { throw error(.stringLimit, at: start) }
      switch try current() {
      case UInt8(ascii: "\""):
        position += 1
        return text
      case UInt8(ascii: "\\"): try readEscape(into: &text)
      case 0..<0x20: throw error(.controlCharacter, at: position)
      default: try readSequence(into: &text)
      }
    }
  }

  /// Returns whether the byte stands for itself inside a string and needs no validation.
  private func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      && (byte < 0x80 || rules.allowsInvalidUTF8)
  }

  /// Reads one UTF-8 sequence of more than one byte.
  private mutating func readSequence(into text: inout [UInt8]) throws(JSONError) {
    guard
      case .scalar(_, let length) = bytes.span.utf8Sequence(at: position, limit: bytes.count)
    else { throw error(.invalidUTF8, at: position) }
    text += bytes[position..<(position + length)]
    position += length
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
    let start = position
    position += 1
    let byte = try current()
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.appendUTF8(try readCodePoint(from: start))
    default: throw error(.invalidEscape, at: start)
    }
  }

  /// Reads the four digits after `\u`, and the second escape of a surrogate pair.
  private mutating func readCodePoint(from start: Int) throws(JSONError) -> UInt32 {
    let first = try readFourDigits(from: start)
    guard (0xD800...0xDFFF).contains(first) else { return first }
    if first < 0xDC00, bytes[position...].starts(with: Array("\\u".utf8)) {
      let mark = position
      position += 2
      let second = try readFourDigits(from: mark)
      if (0xDC00...0xDFFF).contains(second) {
        return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      }
      position = mark
    }
    guard rules.replacesLoneSurrogates else { throw error(.loneSurrogate, at: start) }
    return 0xFFFD
  }

  private mutating func readFourDigits(from start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = try current().hexDigitValue else {
        throw error(.invalidEscape, at: start)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  /// Reads a number: `-? int frac? exp?` (RFC 8259, section 6), or what the rules allow in
  /// addition.
  mutating func readNumber() throws(JSONError) -> JSONNumber {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let byte = try current()
    if rules.allowsNonFiniteNumbers, byte == UInt8(ascii: "N") || byte == UInt8(ascii: "I") {
      return try readNonFinite(from: start)
    }
    guard byte.isASCIIDigit else {
      throw error(position == start ? .valueExpected : .invalidNumber, at: start)
    }
    position += 1
    if byte != UInt8(ascii: "0") { skipDigits() }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try takeDigits(from: start)
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if let sign = bytes[position...].first, "+-".utf8.contains(sign) { position += 1 }
      try takeDigits(from: start)
    }
    guard
      let number = JSONNumber(grammatical: bytes[start..<position], fast: rules.usesFastNumbers)
    else { throw error(.numberTooLarge, at: start) }
    return number
  }

  private mutating func readNonFinite(from start: Int) throws(JSONError) -> JSONNumber {
    let isNegative = position > start
    for (word, value) in [("NaN", Double.nan), ("Infinity", .infinity), ("Inf", .infinity)]
    where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      // `Inf` followed by the next letter of `Infinity` is neither.
      if word == "Inf", position < bytes.count, bytes[position] == UInt8(ascii: "i") { break }
      return JSONNumber(value: isNegative ? -value : value)
    }
    throw error(.invalidNumber, at: start)
  }

  private mutating func skipDigits() {
    while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
  }

  private mutating func takeDigits(from start: Int) throws(JSONError) {
    let first = position
    skipDigits()
    guard position > first else { throw error(.invalidNumber, at: start) }
  }
}
