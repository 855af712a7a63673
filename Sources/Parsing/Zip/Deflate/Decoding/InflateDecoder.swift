/// Decoder of DEFLATE (RFC 1951) that can pause at any input byte and any output byte.
///
/// Everything before `written` in the room is history for matches; the caller keeps at least the
/// last 32768 bytes there. Between steps the decoder holds fewer than eight unused bits, so the
/// input it has consumed is exactly what the stream needed so far.
struct InflateDecoder: Sendable {
  enum Pause: Equatable {
    case needsInput
    case needsRoom
    case finished
  }

  enum State: Equatable {
    case blockHeader
    case storedLength
    case stored(remaining: Int)
    case codeCounts
    case codeLengthCode(have: Int)
    case codeLengths(have: Int)
    case symbols
    case distance(length: Int)
    case match(length: Int, distance: Int)
    case finished
  }

  var state = State.blockHeader
  /// Consumed but unused input bits, the next one lowest; bits above `bitCount` are zero.
  var bits: UInt64 = 0
  var bitCount = 0
  var isFinalBlock = false
  /// Whether the block uses the fixed codes; the tables below belong to blocks with dynamic codes.
  var usesFixedCodes = false
  var literalTable = HuffmanTable.literalTable
  var distanceTable = HuffmanTable.distanceTable
  var literalPairs = LiteralPairs()
  private var codeLengthTable = HuffmanTable.codeLengthTable
  private var lengths = [UInt8](repeating: 0, count: 320)
  private var literalCount = 0
  private var distanceCount = 0
  private var codeLengthCount = 0
  /// Input bytes consumed in earlier steps.
  private var consumedBefore = 0

  /// Runs until the stream ends, the input is used up or the room is full.
  ///
  /// - Throws: `InflateError`; never `unexpectedEnd`, since more input may follow.
  mutating func run(
    _ input: Span<UInt8>, _ position: inout Int, _ room: inout MutableSpan<UInt8>,
    _ written: inout Int
  ) throws(InflateError) -> Pause {
    let start = position
    defer { consumedBefore += position - start }
    while true {
      switch state {
      case .blockHeader:
        guard pull(3, input, &position) else { return .needsInput }
        try beginBlock(at: elementOffset(position, start))
      case .storedLength:
        guard pull(32, input, &position) else { return .needsInput }
        let length = Int(bits & 0xFFFF)
        guard length == Int(~bits >> 16 & 0xFFFF) else {
          throw InflateError(.storedLengthMismatch, at: elementOffset(position, start))
        }
        drop(32)
        state = .stored(remaining: length)
      case .stored(let remaining):
        let count = min(remaining, input.count - position, room.count - written)
        copy(count, input, &position, &room, &written)
        state = .stored(remaining: remaining - count)
        if count == remaining {
          endBlock()
        } else {
          return written == room.count ? .needsRoom : .needsInput
        }
      case .codeCounts, .codeLengthCode, .codeLengths:
        guard try readCodes(input, &position, start) else { return .needsInput }
      case .symbols, .distance, .match:
        if let pause = try readSymbols(input, &position, &room, &written, start) { return pause }
      case .finished:
        return .finished
      }
    }
  }

  /// BFINAL and BTYPE (section 3.2.3).
  private mutating func beginBlock(at offset: Int) throws(InflateError) {
    isFinalBlock = bits & 1 == 1
    switch bits >> 1 & 3 {
    case 0:
      drop(3)
      drop(bitCount & 7)
      state = .storedLength
    case 1:
      drop(3)
      usesFixedCodes = true
      state = .symbols
    case 2:
      drop(3)
      usesFixedCodes = false
      state = .codeCounts
    default:
      throw InflateError(.reservedBlockType, at: offset)
    }
  }

  mutating func endBlock() {
    state = isFinalBlock ? .finished : .blockHeader
  }

  /// Reads the header of a block with dynamic codes (section 3.2.7). False when more input is
  /// needed.
  private mutating func readCodes(
    _ input: Span<UInt8>, _ position: inout Int, _ start: Int
  ) throws(InflateError) -> Bool {
    switch state {
    case .codeCounts:
      guard pull(14, input, &position) else { return false }
      literalCount = Int(bits & 31) + 257
      distanceCount = Int(bits >> 5 & 31) + 1
      codeLengthCount = Int(bits >> 10 & 15) + 4
      guard literalCount <= 286, distanceCount <= 30 else {
        throw InflateError(.tooManyCodes, at: elementOffset(position, start))
      }
      drop(14)
      for index in 0..<19 { lengths[index] = 0 }
      state = .codeLengthCode(have: 0)
    case .codeLengthCode(var have):
      while have < codeLengthCount {
        guard pull(3, input, &position) else {
          state = .codeLengthCode(have: have)
          return false
        }
        lengths[Int(DeflateAlphabet.codeLengthOrder[have])] = UInt8(bits & 7)
        drop(3)
        have += 1
      }
      let shape = codeLengthTable.build(
        lengths: lengths[0..<19], symbols: DeflateAlphabet.codeLengthSymbols)
      switch shape {
      case .complete: state = .codeLengths(have: 0)
      case .oversubscribed:
        throw InflateError(.codeLengthCodeOversubscribed, at: elementOffset(position, start))
      case .incomplete:
        throw InflateError(.codeLengthCodeIncomplete, at: elementOffset(position, start))
      }
    case .codeLengths(var have):
      let finished = try readCodeLengths(&have, input, &position, start)
      state = .codeLengths(have: have)
      guard finished else { return false }
      try buildTables(at: elementOffset(position, start))
      state = .symbols
    default:
      preconditionFailure("only called in the states of a block's codes")
    }
    return true
  }

  /// Reads run-length encoded code lengths: 0...15 are lengths, 16 repeats the previous, 17 and 18
  /// repeat zero.
  private mutating func readCodeLengths(
    _ have: inout Int, _ input: Span<UInt8>, _ position: inout Int, _ start: Int
  ) throws(InflateError) -> Bool {
    let total = literalCount + distanceCount
    let table = codeLengthTable.entries
    while have < total {
      guard let entry = peek(table.span, 7, input, &position) else { return false }
      let codeBits = Int(entry & 31)
      let symbol = UInt8(truncatingIfNeeded: entry >> 16)
      if symbol < 16 {
        drop(codeBits)
        lengths[have] = symbol
        have += 1
        continue
      }
      let extra = symbol == 16 ? 2 : symbol == 17 ? 3 : 7
      guard pull(codeBits + extra, input, &position) else { return false }
      let count = Int(bits >> UInt64(codeBits)) & ((1 << extra) - 1) + (symbol == 18 ? 11 : 3)
      if symbol == 16 && have == 0 {
        throw InflateError(.repeatWithoutPrevious, at: elementOffset(position, start))
      }
      guard have + count <= total else {
        throw InflateError(.repeatPastEnd, at: elementOffset(position, start))
      }
      let value = symbol == 16 ? lengths[have - 1] : 0
      for index in have..<have + count { lengths[index] = value }
      have += count
      drop(codeBits + extra)
    }
    return true
  }

  private mutating func buildTables(at offset: Int) throws(InflateError) {
    guard lengths[256] != 0 else { throw InflateError(.endOfBlockMissing, at: offset) }
    literalPairs.invalidate()
    let literals = literalTable.build(
      lengths: lengths[0..<literalCount], symbols: DeflateAlphabet.literalSymbols)
    switch literals {
    case .complete, .incomplete(lone: true): break
    case .oversubscribed: throw InflateError(.literalCodeOversubscribed, at: offset)
    case .incomplete: throw InflateError(.literalCodeIncomplete, at: offset)
    }
    let distances = distanceTable.build(
      lengths: lengths[literalCount..<literalCount + distanceCount],
      symbols: DeflateAlphabet.distanceSymbols)
    switch distances {
    case .complete, .incomplete(lone: true): break
    case .oversubscribed: throw InflateError(.distanceCodeOversubscribed, at: offset)
    case .incomplete: throw InflateError(.distanceCodeIncomplete, at: offset)
    }
  }

  // MARK: Bits

  /// Offset in the whole input of the byte with the first unused bit.
  func elementOffset(_ position: Int, _ start: Int) -> Int {
    ((consumedBefore + position - start) * 8 - bitCount) >> 3
  }

  /// Makes at least `count` bits (at most 56) available; false when the input ends before.
  @inline(__always)
  mutating func pull(_ count: Int, _ input: Span<UInt8>, _ position: inout Int) -> Bool {
    while bitCount < count {
      guard position < input.count else { return false }
      bits |= UInt64(input[position]) << UInt64(bitCount)
      position += 1
      bitCount += 8
    }
    return true
  }

  @inline(__always)
  mutating func drop(_ count: Int) {
    bits >>= UInt64(count)
    bitCount -= count
  }

  /// Entry for the bits available so far; a pointer when these do not decide.
  func peekedEntry(_ table: Span<UInt32>, _ rootBits: Int) -> UInt32 {
    let entry = table[Int(bits) & ((1 << rootBits) - 1)]
    guard entry & HuffmanTable.pointer != 0, bitCount >= rootBits else { return entry }
    let second = Int(bits >> UInt64(rootBits)) & ((1 << Int(entry >> 8 & 15)) - 1)
    return table[Int(entry >> 16) + second]
  }

  @inline(__always)
  mutating func peek(
    _ table: Span<UInt32>, _ rootBits: Int, _ input: Span<UInt8>, _ position: inout Int
  ) -> UInt32? {
    while true {
      let entry = peekedEntry(table, rootBits)
      // A pointer means that the bits so far do not decide; its bit count is that of the root.
      if entry & HuffmanTable.pointer == 0, Int(entry >> 8 & 15) <= bitCount { return entry }
      guard pull(bitCount + 1, input, &position) else { return nil }
    }
  }
}
