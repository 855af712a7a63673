extension InflateDecoder {
  /// Decodes literals and matches up to the end of the block (RFC 1951, section 3.2.3); nil at the
  /// end of the block.
  mutating func readSymbols(
    _ input: Span<UInt8>, _ position: inout Int, _ room: inout MutableSpan<UInt8>,
    _ written: inout Int, _ start: Int
  ) throws(InflateError) -> Pause? {
    let fixed = usesFixedCodes
    // Not worth its cost for the last bytes of a stream.
    if !fixed, !literalPairs.isCurrent, input.count - position > 64 {
      literalPairs.fill(from: literalTable)
    }
    let usesPairs = fixed || literalPairs.isCurrent
    let pairs = fixed ? DeflateAlphabet.fixedLiteralPairs.entries : literalPairs.entries
    let literals = fixed ? DeflateAlphabet.fixedLiteralTable.entries : literalTable.entries
    let distances = fixed ? DeflateAlphabet.fixedDistanceTable.entries : distanceTable.entries
    while true {
      switch state {
      case .symbols:
        // With eight or more bits, some belong to an earlier chunk and cannot return to this one.
        if bitCount < 8, usesPairs {
          (position, written) = readSymbolsFast(
            pairs.span, literals.span, distances.span, input, from: position, &room, written)
          guard state == .symbols else { continue }
        }
        guard let entry = peek(literals.span, literalTable.rootBits, input, &position) else {
          return .needsInput
        }
        if entry & HuffmanTable.literal != 0 {
          guard written < room.count else { return .needsRoom }
          room[written] = UInt8(truncatingIfNeeded: entry >> 16)
          written += 1
          drop(Int(entry & 31))
        } else if entry & HuffmanTable.exceptional != 0 {
          guard entry & HuffmanTable.endOfBlock != 0 else {
            throw InflateError(.unusedLiteralCode, at: elementOffset(position, start))
          }
          drop(Int(entry & 31))
          endBlock()
          return nil
        } else {
          guard pull(Int(entry & 31), input, &position) else { return .needsInput }
          state = .distance(length: Self.value(entry, bits))
          drop(Int(entry & 31))
        }
      case .distance(let length):
        guard let entry = peek(distances.span, distanceTable.rootBits, input, &position) else {
          return .needsInput
        }
        guard entry & HuffmanTable.exceptional == 0 else {
          throw InflateError(.unusedDistanceCode, at: elementOffset(position, start))
        }
        guard pull(Int(entry & 31), input, &position) else { return .needsInput }
        let distance = Self.value(entry, bits)
        guard distance <= written else {
          throw InflateError(.distanceTooFar, at: elementOffset(position, start))
        }
        drop(Int(entry & 31))
        state = .match(length: length, distance: distance)
      case .match(let length, let distance):
        let count = min(length, room.count - written)
        for index in written..<written + count { room[index] = room[index - distance] }
        written += count
        guard count == length else {
          state = .match(length: length - count, distance: distance)
          return .needsRoom
        }
        state = .symbols
      default:
        return nil
      }
    }
  }

  /// Value of a length or distance: base plus extra bits, which follow the code in `bits`.
  @inline(__always)
  static func value(_ entry: UInt32, _ bits: UInt64) -> Int {
    let extra = (bits & (1 &<< UInt64(entry & 31) &- 1)) &>> UInt64(entry >> 8 & 15)
    return Int(entry >> 16 & 0x7FFF) &+ Int(truncatingIfNeeded: extra)
  }

  /// Copies a stored block's bytes.
  func copy(
    _ count: Int, _ input: Span<UInt8>, _ position: inout Int, _ room: inout MutableSpan<UInt8>,
    _ written: inout Int
  ) {
    let from = input.extracting(position..<position + count)
    for index in from.indices { room[written &+ index] = from[index] }
    position += count
    written += count
  }
}
