extension InflateDecoder {
  /// Input that one step of the fast loop may read, and output that it may write.
  private static let inputMargin = 24
  private static let roomMargin = 258 + 6 + 24

  /// Decodes while both margins remain, without checks of input or room in between.
  ///
  /// Stops before anything but an ordinary literal or match, so that only the slow loop decides and
  /// throws. May write up to 24 undefined bytes after `written`, inside the room.
  mutating func readSymbolsFast(
    _ pairs: Span<UInt32>, _ literals: Span<UInt32>, _ distances: Span<UInt32>,
    _ input: Span<UInt8>, from position: Int, _ whole: inout MutableSpan<UInt8>, _ written: Int
  ) -> (position: Int, written: Int) {
    let lastPosition = input.count - Self.inputMargin
    let lastWritten = whole.count - Self.roomMargin
    guard position <= lastPosition, written <= lastWritten else { return (position, written) }
    // A local span stays in registers; the parameter would be reloaded for every byte.
    #if compiler(>=6.3)
      var room = whole._mutatingExtracting(0..<whole.count)
    #else
      var room = whole.extracting(0..<whole.count)
    #endif
    // With constant counts, a masked index needs no bounds check.
    guard pairs.count == 2048, literals.count == 4096, distances.count == 1024 else {
      preconditionFailure("tables are created with these capacities")
    }
    // Bits above `available` are those of the bytes at `next`; refilling repeats them.
    var bits = self.bits
    var available = UInt64(bitCount)
    var next = position
    var out = written

    Self.refill(&bits, &available, input, &next)
    var entry = pairs[Int(truncatingIfNeeded: bits & 2047)]
    loop: repeat {
      if entry & HuffmanTable.literal != 0 {
        // A pair has at most 11 bits: three pairs, or two and a length (20 bits), fit in 56.
        Self.emit(entry, &bits, &available, &room, &out)
        entry = pairs[Int(truncatingIfNeeded: bits & 2047)]
        if entry & HuffmanTable.literal != 0 {
          Self.emit(entry, &bits, &available, &room, &out)
          entry = pairs[Int(truncatingIfNeeded: bits & 2047)]
          if entry & HuffmanTable.literal != 0 {
            Self.emit(entry, &bits, &available, &room, &out)
            entry = pairs[Int(truncatingIfNeeded: bits & 2047)]
            Self.refill(&bits, &available, input, &next)
            continue
          }
        }
      }
      if entry & HuffmanTable.exceptional != 0 {
        guard entry & HuffmanTable.pointer != 0 else { break }
        entry = literals[Self.secondIndex(entry, bits, rootBits: 11) & 4095]
        if entry & HuffmanTable.literal != 0 {
          room[out] = UInt8(truncatingIfNeeded: entry &>> 16)
          out &+= 1
          bits &>>= UInt64(entry)
          available &-= UInt64(entry)
          entry = pairs[Int(truncatingIfNeeded: bits & 2047)]
          Self.refill(&bits, &available, input, &next)
          continue
        }
        guard entry & HuffmanTable.exceptional == 0 else { break }
      }
      let length = Self.value(entry, bits)
      bits &>>= UInt64(entry)
      available &-= UInt64(entry)

      // At least 14 bits remain for the index, so the lookup does not wait for the refill; likewise
      // below.
      entry = distances[Int(truncatingIfNeeded: bits & 511)]
      Self.refill(&bits, &available, input, &next)
      if entry & HuffmanTable.exceptional != 0 {
        if entry & HuffmanTable.pointer != 0 {
          entry = distances[Self.secondIndex(entry, bits, rootBits: 9) & 1023]
        }
        guard entry & HuffmanTable.exceptional == 0 else {
          state = .distance(length: length)
          break loop
        }
      }
      let distance = Self.value(entry, bits)
      guard distance <= out else {
        state = .distance(length: length)
        break loop
      }
      bits &>>= UInt64(entry)
      available &-= UInt64(entry)
      // The next entry is loaded while the match is copied.
      entry = pairs[Int(truncatingIfNeeded: bits & 2047)]
      Self.refill(&bits, &available, input, &next)
      Self.copyMatch(length, distance, &room, out)
      out &+= length
    } while next <= lastPosition && out <= lastWritten

    // Unused whole bytes return to the input.
    let left = Int(available & 63)
    bitCount = left & 7
    self.bits = bits & (1 << UInt64(bitCount) - 1)
    return (next - left >> 3, out)
  }

  /// Makes at least 56 bits available. Only the low six bits of `available` count: an entry is
  /// subtracted as a whole, since its low six bits are the number of bits to drop.
  @inline(__always)
  private static func refill(
    _ bits: inout UInt64, _ available: inout UInt64, _ input: Span<UInt8>, _ next: inout Int
  ) {
    bits |= LittleEndian.load8(input, next) &<< available
    next &+= Int(truncatingIfNeeded: (63 &- available & 63) &>> 3)
    available |= 56
  }

  /// Writes one or two literals; with one, the second byte is undefined.
  @inline(__always)
  private static func emit(
    _ entry: UInt32, _ bits: inout UInt64, _ available: inout UInt64,
    _ room: inout MutableSpan<UInt8>, _ out: inout Int
  ) {
    store2(&room, out, entry &>> 8)
    out &+= Int(truncatingIfNeeded: entry &>> 24 & 3)
    bits &>>= UInt64(entry)
    available &-= UInt64(entry)
  }

  @inline(__always)
  private static func secondIndex(_ entry: UInt32, _ bits: UInt64, rootBits: UInt64) -> Int {
    let mask = 1 &<< UInt64(entry >> 8 & 15) &- 1
    return Int(entry >> 16) &+ Int(truncatingIfNeeded: bits &>> rootBits & mask)
  }

  /// Copies `length` bytes from `distance` back, eight at a time; may write up to 23 bytes more.
  @inline(__always)
  private static func copyMatch(
    _ length: Int, _ distance: Int, _ room: inout MutableSpan<UInt8>, _ out: Int
  ) {
    var to = out
    var from = out &- distance
    let end = out &+ length
    if distance < 8 {
      // The first eight bytes one by one; after them the period repeats at a distance of at least
      // eight.
      for index in 0..<8 { room[to &+ index] = room[from &+ index] }
      to &+= 8
      from = to &- farPeriods[distance]
    } else {
      // Most matches end here, without a branch on their length.
      store8(&room, to, LittleEndian.load8(room.span, from))
      store8(&room, to &+ 8, LittleEndian.load8(room.span, from &+ 8))
      to &+= 16
      from &+= 16
    }
    while to < end {
      store8(&room, to, LittleEndian.load8(room.span, from))
      to &+= 8
      from &+= 8
    }
  }

  /// Smallest multiple of each distance below eight that is at least eight.
  private static let farPeriods: [8 of Int] = [8, 8, 8, 9, 8, 10, 12, 14]

  @inline(__always)
  private static func store2(_ room: inout MutableSpan<UInt8>, _ offset: Int, _ word: UInt32) {
    room[offset &+ 1] = UInt8(truncatingIfNeeded: word &>> 8)
    room[offset] = UInt8(truncatingIfNeeded: word)
  }

  @inline(__always)
  private static func store8(_ room: inout MutableSpan<UInt8>, _ offset: Int, _ word: UInt64) {
    // One bounds check for all eight bytes, so that the compiler emits one store. Renamed between
    // 6.2 and 6.3.
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
