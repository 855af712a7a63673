import Testing
import ZipReading
import ZlibOracle

/// A hand-written stream, with the expected code and offset of its refusal.
struct RefusedStream: CustomStringConvertible, Sendable {
  let description: String
  let code: InflateError.Code
  let offset: Int
  let bytes: [UInt8]

  init(
    _ description: String, _ code: InflateError.Code, at offset: Int,
    _ write: (inout BitWriter) -> Void
  ) {
    self.description = description
    self.code = code
    self.offset = offset
    bytes = BitWriter.bytes(write)
  }
}

extension BitWriter {
  /// Header of a final block with dynamic codes, and the lengths of the code length code in their
  /// order.
  mutating func dynamicHeader(literals: Int, distances: Int, codeLengths: [Int]) {
    number(1, 1)
    number(2, 2)
    number(literals - 257, 5)
    number(distances - 1, 5)
    number(codeLengths.count - 4, 4)
    for length in codeLengths { number(length, 3) }
  }

  /// Code length code: `0` is 18, `10` is 0, `11` is 1.
  mutating func simpleHeader(literals: Int = 257, distances: Int = 1) {
    // Order of the lengths: 16 17 18 0 8 7 9 6 10 5 11 4 12 3 13 2 14 1.
    dynamicHeader(
      literals: literals, distances: distances,
      codeLengths: [0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2])
  }

  /// `count` zero lengths by code 18.
  mutating func zeros(_ count: Int) {
    code("0")
    number(count - 11, 7)
  }
}

@Suite("inflate refuses streams that violate RFC 1951, at their offset")
struct InflateTests {
  static let refused: [RefusedStream] = [
    RefusedStream("nothing", .unexpectedEnd, at: 0) { _ in },
    RefusedStream("reserved block type", .reservedBlockType, at: 0) { $0.number(7, 3) },
    RefusedStream("reserved type in the second block", .reservedBlockType, at: 5) {
      for byte in [0, 0, 0, 0xFF, 0xFF, 7] { $0.number(byte, 8) }
    },
    RefusedStream("stored length without complement", .storedLengthMismatch, at: 1) {
      for byte in [1, 5, 0, 5, 0] { $0.number(byte, 8) }
    },
    RefusedStream("stored block longer than the input", .unexpectedEnd, at: 7) {
      for byte in [1, 5, 0, 0xFA, 0xFF, 1, 2] { $0.number(byte, 8) }
    },
    RefusedStream("287 literal codes", .tooManyCodes, at: 0) {
      $0.dynamicHeader(literals: 287, distances: 1, codeLengths: [1, 1, 0, 0])
    },
    RefusedStream("31 distance codes", .tooManyCodes, at: 0) {
      $0.dynamicHeader(literals: 257, distances: 31, codeLengths: [1, 1, 0, 0])
    },
    RefusedStream("over-subscribed code length code", .codeLengthCodeOversubscribed, at: 3) {
      $0.dynamicHeader(literals: 257, distances: 1, codeLengths: [1, 1, 1, 0])
    },
    RefusedStream("incomplete code length code", .codeLengthCodeIncomplete, at: 3) {
      $0.dynamicHeader(literals: 257, distances: 1, codeLengths: [1, 2, 0, 0])
    },
    RefusedStream("code length code of one code", .codeLengthCodeIncomplete, at: 3) {
      $0.dynamicHeader(literals: 257, distances: 1, codeLengths: [0, 0, 1, 0])
    },
    RefusedStream("repeat before any length", .repeatWithoutPrevious, at: 3) {
      $0.dynamicHeader(literals: 257, distances: 1, codeLengths: [1, 1, 0, 0])
      $0.code("0")
      $0.number(0, 2)
    },
    RefusedStream("zeros past the last code", .repeatPastEnd, at: 9) {
      $0.simpleHeader()
      $0.zeros(138)
      $0.zeros(138)
    },
    RefusedStream("no code for the end of the block", .endOfBlockMissing, at: 11) {
      $0.simpleHeader()
      $0.zeros(138)
      $0.zeros(118)
      $0.code("10")
      $0.code("10")
    },
    RefusedStream("over-subscribed literal code", .literalCodeOversubscribed, at: 11) {
      $0.simpleHeader()
      $0.code("1111")
      $0.zeros(138)
      $0.zeros(116)
      $0.code("11")
      $0.code("10")
    },
    RefusedStream("over-subscribed distance code", .distanceCodeOversubscribed, at: 11) {
      $0.simpleHeader(distances: 3)
      $0.zeros(138)
      $0.zeros(118)
      $0.code("11")
      $0.code("111111")
    },
    RefusedStream("literal where only the end has a code", .unusedLiteralCode, at: 11) {
      $0.simpleHeader()
      $0.zeros(138)
      $0.zeros(118)
      $0.code("1110")
      $0.code("1")
    },
    RefusedStream("match of a block without distance codes", .unusedDistanceCode, at: 11) {
      // Codes for 256 and 257, one bit each; the data is a match of three, and there is no distance
      // code.
      $0.simpleHeader(literals: 258)
      $0.zeros(138)
      $0.zeros(118)
      $0.code("1111")
      $0.code("10")
      $0.code("1")
      $0.number(0, 8)
    },
    RefusedStream("literal/length symbol 286", .unusedLiteralCode, at: 0) {
      $0.number(3, 3)
      $0.code("11000110")
    },
    RefusedStream("distance symbol 30", .unusedDistanceCode, at: 2) {
      $0.number(3, 3)
      $0.code("00110000")
      $0.code("0000001")
      $0.code("11110")
    },
    RefusedStream("match before the first byte", .distanceTooFar, at: 2) {
      $0.number(3, 3)
      $0.code("00110000")
      $0.code("0000001")
      $0.code("00001")
      $0.code("0000000")
    },
  ]

  @Test("an invalid stream is refused with code and offset", arguments: refused)
  func refuses(stream: RefusedStream) {
    #expect(throws: InflateError(stream.code, at: stream.offset)) {
      _ = try Inflate.inflate(stream.bytes.span, limit: 1000)
    }
    #expect(Verdict.zlib(stream.bytes, .raw) == Verdict.ours(stream.bytes, .raw))
  }

  @Test("a single distance code of one bit is accepted")
  func loneDistanceCode() throws {
    let bytes = BitWriter.bytes {
      // Literal 0 and 257 with two bits, 256 with one; a single distance code of one bit.
      $0.dynamicHeader(
        literals: 258, distances: 1,
        codeLengths: [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2])
      $0.code("11")  // 0: two bits
      $0.zeros(138)
      $0.zeros(117)
      $0.code("10")  // 256: one bit
      $0.code("11")  // 257: two bits
      $0.code("10")  // distance 1: one bit
      $0.code("10")  // literal 0
      $0.code("11")  // match of three
      $0.code("0")  // at distance one
      $0.code("0")  // end
    }
    let (output, consumed) = try Inflate.inflate(bytes.span, limit: 10)
    #expect(output == [0, 0, 0, 0])
    #expect(consumed == bytes.count)
  }

  @Test("output of exactly the limit is accepted, one byte more is refused")
  func limit() throws {
    let stream: [UInt8] = [1, 5, 0, 0xFA, 0xFF, 1, 2, 3, 4, 5]
    #expect(try Inflate.inflate(stream.span, limit: 5).output == [1, 2, 3, 4, 5])
    #expect(throws: InflateError(.outputLimit, at: 10)) {
      _ = try Inflate.inflate(stream.span, limit: 4)
    }
    #expect(throws: InflateError.self) { _ = try Inflate.inflate(stream.span, limit: 0) }
  }

  @Test("an error is at most 32 bytes, and its message has the offset")
  func error() {
    #expect(MemoryLayout<InflateError>.size <= 32)
    #expect(MemoryLayout<ZipError>.size <= 32)
    #expect(
      InflateError(.reservedBlockType, at: 4).message == "block type 3 is reserved (offset 4)")
  }
}
