extension InflateDecoder {
  /// Input that one step of the fast loop may look at, and room that it may write to.
  private static let inputMargin = 16
  private static let roomMargin = 258 + 16

  /// Decodes while both margins are there, without asking for input or room in between.
  ///
  /// Leaves before anything that is not an ordinary literal or match, so that only the slow loop decides and throws.
  /// May write up to 16 bytes of rubbish behind `written`, inside the room.
  mutating func readSymbolsFast(
    _ literals: Span<UInt32>, _ distances: Span<UInt32>, _ input: Span<UInt8>,
    _ position: inout Int, _ room: inout MutableSpan<UInt8>, _ written: inout Int
  ) {
    let lastPosition = input.count - Self.inputMargin
    let lastWritten = room.count - Self.roomMargin
    guard position <= lastPosition, written <= lastWritten else { return }
    // With the counts known here, a masked index needs no check of its own.
    guard literals.count == 4096, distances.count == 1024 else {
      preconditionFailure("tables are created with these capacities")
    }
    // Bits above `available` are those of the bytes at `next`, and are or-ed again with themselves.
    var bits = self.bits
    var available = UInt64(bitCount)
    var next = position
    var out = written

    loop: while next <= lastPosition, out <= lastWritten {
      Self.refill(&bits, &available, input, &next)
      var entry = literals[Int(truncatingIfNeeded: bits & 2047)]
      if entry & HuffmanTable.literal != 0 {
        // Root literals have at most 11 bits: three of them, or two and a length (20 bits), fit in 56.
        Self.emit(entry, &bits, &available, &room, &out)
        entry = literals[Int(truncatingIfNeeded: bits & 2047)]
        if entry & HuffmanTable.literal != 0 {
          Self.emit(entry, &bits, &available, &room, &out)
          entry = literals[Int(truncatingIfNeeded: bits & 2047)]
          if entry & HuffmanTable.literal != 0 {
            Self.emit(entry, &bits, &available, &room, &out)
            continue
          }
        }
      }
      if entry & HuffmanTable.exceptional != 0 {
        guard entry & HuffmanTable.pointer != 0 else { break }
        entry = literals[Self.secondIndex(entry, bits, rootBits: 11) & 4095]
        if entry & HuffmanTable.literal != 0 {
          Self.emit(entry, &bits, &available, &room, &out)
          continue
        }
        guard entry & HuffmanTable.exceptional == 0 else { break }
      }
      let length = Self.value(entry, bits)
      bits &>>= UInt64(entry & 31)
      available &-= UInt64(entry & 31)

      Self.refill(&bits, &available, input, &next)
      entry = distances[Int(truncatingIfNeeded: bits & 511)]
      if entry & HuffmanTable.exceptional != 0 {
        if entry & HuffmanTable.pointer != 0 {
          entry = distances[Self.secondIndex(entry, bits, rootBits: 9) & 1023]
        }
        guard entry & HuffmanTable.exceptional == 0 else {
          state = .distance(length: length)
          break
        }
      }
      let distance = Self.value(entry, bits)
      guard distance <= out else {
        state = .distance(length: length)
        break
      }
      bits &>>= UInt64(entry & 31)
      available &-= UInt64(entry & 31)
      Self.copyMatch(length, distance, &room, out)
      out &+= length
    }

    // Whole bytes that are not used go back to the input.
    position = next - Int(available >> 3)
    bitCount = Int(available & 7)
    self.bits = bits & (1 << UInt64(bitCount) - 1)
    written = out
  }

  /// At least 56 bits available afterwards.
  @inline(__always)
  private static func refill(
    _ bits: inout UInt64, _ available: inout UInt64, _ input: Span<UInt8>, _ next: inout Int
  ) {
    bits |= LittleEndian.load8(input, next) &<< available
    next &+= Int(truncatingIfNeeded: (63 &- available) &>> 3)
    available |= 56
  }

  @inline(__always)
  private static func emit(
    _ entry: UInt32, _ bits: inout UInt64, _ available: inout UInt64,
    _ room: inout MutableSpan<UInt8>, _ out: inout Int
  ) {
    room[out] = UInt8(truncatingIfNeeded: entry >> 16)
    out &+= 1
    bits &>>= UInt64(entry & 31)
    available &-= UInt64(entry & 31)
  }

  @inline(__always)
  private static func secondIndex(_ entry: UInt32, _ bits: UInt64, rootBits: UInt64) -> Int {
    let mask = 1 &<< UInt64(entry >> 8 & 15) &- 1
    return Int(entry >> 16) &+ Int(truncatingIfNeeded: bits &>> rootBits & mask)
  }

  /// Copies `length` bytes from `distance` back, eight at a time; may write up to 15 bytes more.
  @inline(__always)
  private static func copyMatch(
    _ length: Int, _ distance: Int, _ room: inout MutableSpan<UInt8>, _ out: Int
  ) {
    var to = out
    var from = out &- distance
    let end = out &+ length
    if distance < 8 {
      // The first eight bytes one by one; behind them the period repeats at a distance of eight or more.
      for index in 0..<8 { room[to &+ index] = room[from &+ index] }
      to &+= 8
      from = to &- farPeriods[distance]
    }
    while to < end {
      store8(&room, to, LittleEndian.load8(room.span, from))
      to &+= 8
      from &+= 8
    }
  }

  /// The smallest multiple of each distance below eight that is at least eight.
  private static let farPeriods: [8 of Int] = [8, 8, 8, 9, 8, 10, 12, 14]

  @inline(__always)
  private static func store8(_ room: inout MutableSpan<UInt8>, _ offset: Int, _ word: UInt64) {
    // One check for all eight, so that the compiler can make them one store. Renamed between 6.2 and 6.3.
    #if compiler(>=6.3)
      var part = room._mutatingExtracting(offset..<offset &+ 8)
    #else
      var part = room.extracting(offset..<offset &+ 8)
    #endif
    part[0] = UInt8(truncatingIfNeeded: word)
    part[1] = UInt8(truncatingIfNeeded: word &>> 8)
    part[2] = UInt8(truncatingIfNeeded: word &>> 16)
    part[3] = UInt8(truncatingIfNeeded: word &>> 24)
    part[4] = UInt8(truncatingIfNeeded: word &>> 32)
    part[5] = UInt8(truncatingIfNeeded: word &>> 40)
    part[6] = UInt8(truncatingIfNeeded: word &>> 48)
    part[7] = UInt8(truncatingIfNeeded: word &>> 56)
  }
}
