/// Lines of a merge control file without their line feeds; an unterminated last line is skipped.
struct ControlLines {
  var offset: Int

  mutating func next(in bytes: Span<UInt8>) -> Range<Int>? {
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    guard end < bytes.count else { return nil }
    defer { offset = end + 1 }
    return offset..<end
  }

  /// A line that is one number.
  mutating func count(in bytes: Span<UInt8>) throws(MergeControlFileError) -> Int {
    let start = offset
    guard let line = next(in: bytes) else {
      throw MergeControlFileError(.truncatedHeader, at: bytes.count)
    }
    var fields = ControlFields(line: line)
    guard let value = try fields.number(in: bytes, upTo: Int.max), fields.isAtEnd else {
      throw MergeControlFileError(.malformedCount, at: start)
    }
    return value
  }
}

/// Fields of one line, separated by spaces.
struct ControlFields {
  enum Marker { case started, features, locations }

  private(set) var offset: Int
  private let limit: Int

  init(line: Range<Int>) {
    offset = line.lowerBound
    limit = line.upperBound
  }

  var isAtEnd: Bool { offset == limit }

  func end() throws(MergeControlFileError) {
    guard isAtEnd else { throw MergeControlFileError(.malformedNumber, at: offset) }
  }

  mutating func marker(in bytes: Span<UInt8>) throws(MergeControlFileError) -> Marker {
    let start = offset
    // The longest marker fits eight bytes, so it is compared as one word.
    var word: UInt64 = 0
    while offset < limit, bytes[offset] != UInt8(ascii: " ") {
      guard offset - start < 8 else { throw MergeControlFileError(.unknownMarker, at: start) }
      word = word << 8 | UInt64(bytes[offset])
      offset += 1
    }
    skipSpaces(in: bytes)
    switch word {
    case 0x53_5441_5254_4544: return .started
    case 0x4654: return .features
    case 0x43_4F56: return .locations
    default: throw MergeControlFileError(.unknownMarker, at: start)
    }
  }

  /// Consumes the next number and the spaces after it; nil at the end of the line.
  mutating func number(
    in bytes: Span<UInt8>, upTo largest: Int
  ) throws(MergeControlFileError) -> Int? {
    guard offset < limit else { return nil }
    let start = offset
    var value = 0
    while offset < limit, bytes[offset] != UInt8(ascii: " ") {
      let digit = bytes[offset] &- UInt8(ascii: "0")
      guard digit <= 9 else { throw MergeControlFileError(.malformedNumber, at: start) }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(digit))
      guard !overflow, !carry, sum <= largest else {
        throw MergeControlFileError(.numberTooLarge, at: start)
      }
      value = sum
      offset += 1
    }
    guard offset > start else { throw MergeControlFileError(.malformedNumber, at: start) }
    skipSpaces(in: bytes)
    return value
  }

  private mutating func skipSpaces(in bytes: Span<UInt8>) {
    while offset < limit, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
  }
}
