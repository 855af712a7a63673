import ByteReading

/// Distinct names of a document, each with a number.
///
/// Names recur: a scene of 400,000 attributes has a few hundred names. A name in the table has been
/// checked against the grammar, so finding it there is all the checking that an occurrence needs,
/// and two names are equal if their numbers are.
struct NameTable: Sendable {
  struct Entry {
    /// First eight bytes, padded with zeros.
    var head: UInt64
    /// Last eight bytes, for a name of at least eight.
    var tail: UInt64
    var start: UInt32
    var length: UInt32
    /// Serial number of the last start tag with an attribute of this name.
    var stamp: UInt32
    /// The name that followed this one last time: attributes recur in the same order.
    var successor: UInt32

    /// Returns whether this name stands at `index` of `source`. `bytes` are those of the table.
    @inline(__always)
    func stands(in source: Span<UInt8>, at index: Int, _ bytes: Span<UInt8>) -> Bool {
      let length = Int(self.length)
      let first = source.word(at: index)
      if length < 8 { return head == NameTable.tail(first, length) }
      if head != first { return false }
      var k = 8
      while k < length &- 8 {
        if source.word(at: index &+ k) != bytes.word(at: Int(start) &+ k) { return false }
        k &+= 8
      }
      return source.word(at: index &+ length &- 8) == tail
    }
  }

  var entries: [Entry] = []
  /// Bytes of all names. Each begins at a multiple of eight and is followed by zeros, so that words
  /// can be compared.
  private(set) var bytes: [UInt8] = []
  /// Open-addressed table: 0 is free, otherwise the name's number plus one. At most half full.
  private var slots = [UInt32](filledWith: 0, count: 256)
  private var key: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Number of probes that only names chosen to collide need in a table at most half full. Beyond
  /// it the table takes a new key from the system.
  private static let suspiciousProbes = 96

  var count: Int { entries.count }

  /// Reserves space for `count` names of common length.
  mutating func reserve(_ count: Int) {
    let wanted = min(count, slots.count / 2)
    entries.reserveCapacity(wanted)
    bytes.reserveCapacity(wanted * 16)
  }

  func length(of name: UInt32) -> Int { Int(entries[Int(name)].length) }

  func bytes(of name: UInt32) -> ArraySlice<UInt8> {
    let entry = entries[Int(name)]
    return bytes[Int(entry.start)..<Int(entry.start) + Int(entry.length)]
  }

  mutating func stamp(_ name: UInt32, _ serial: UInt32) { entries[Int(name)].stamp = serial }

  mutating func setSuccessor(of name: UInt32, _ next: UInt32) {
    entries[Int(name)].successor = next
  }

  /// Returns the number of the name `source[start..<end]`, or nil if it is not in the table. At
  /// least eight bytes must follow `end` in `source`.
  @inline(__always)
  func find(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: Self.hash(source, start, end, key)) & mask
    while true {
      let number = slots[slot]
      if number == 0 { return nil }
      if matches(number &- 1, source, start, end &- start) { return number &- 1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// Returns whether the name `number` equals the `length` bytes at `start`.
  @inline(__always)
  func matches(_ number: UInt32, _ source: Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
    let entry = entries[Int(number)]
    return Int(entry.length) == length && entry.stands(in: source, at: start, bytes.span)
  }

  /// Returns the number of the name `source[start..<end]`, adding it if it is new. It is already
  /// checked against the grammar, and at least eight bytes follow `end` in `source`.
  @inline(__always)
  mutating func number(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: Self.hash(source, start, end, key)) & mask
    var probes = 0
    while true {
      let number = slots[slot]
      if number == 0 { return insert(source, start, end &- start, slot, probes) }
      if matches(number &- 1, source, start, end &- start) { return number &- 1 }
      slot = (slot &+ 1) & mask
      probes &+= 1
    }
  }

  /// Adds the name of `length` bytes at `start`, whose chain ends in the free `slot` after `probes`
  /// others.
  @inline(never)
  private mutating func insert(
    _ source: Span<UInt8>, _ start: Int, _ length: Int, _ slot: Int, _ probes: Int
  ) -> UInt32 {
    let number = UInt32(truncatingIfNeeded: entries.count)
    entries.append(
      Entry(
        head: Self.tail(source.word(at: start), length),
        tail: length < 8 ? 0 : source.word(at: start &+ length &- 8),
        start: UInt32(truncatingIfNeeded: bytes.count),
        length: UInt32(truncatingIfNeeded: length), stamp: 0, successor: 0))
    let first = bytes.count
    let size = (length & ~7) &+ 8
    bytes.append(addingCapacity: size) { room in room.append(repeating: 0, count: size) }
    var room = bytes.mutableSpan
    var k = 0
    while k <= length {
      let word = Self.tail(source.word(at: start &+ k), length &- k)
      room.setWord(word, at: first &+ k)
      k &+= 8
    }
    if entries.count &* 2 > slots.count {
      rebuild(slotCount: slots.count * 4)
    } else if probes > Self.suspiciousProbes {
      key = UInt64.random(in: .min ... .max)
      rebuild(slotCount: slots.count)
    } else {
      slots[slot] = number &+ 1
    }
    return number
  }

  /// Puts a name into the first free slot of its chain.
  private mutating func place(_ number: UInt32) {
    let entry = entries[Int(number)]
    let start = Int(entry.start)
    let mask = slots.count &- 1
    let hash = Self.hash(bytes.span, start, start + Int(entry.length), key)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot &+ 1) & mask }
    slots[slot] = number + 1
  }

  private mutating func rebuild(slotCount: Int) {
    slots = [UInt32](repeating: 0, count: slotCount)
    for number in entries.indices { place(UInt32(number)) }
  }

  /// Returns the first `length` bytes of a word, zero beyond; the whole word from eight on.
  @inline(__always)
  static func tail(_ word: UInt64, _ length: Int) -> UInt64 {
    length >= 8 ? word : word & ~(UInt64.max << UInt64(truncatingIfNeeded: length &* 8))
  }

  /// Hash of a name: words folded by a full-width multiplication with a key.
  @inline(__always)
  private static func hash(
    _ source: Span<UInt8>, _ start: Int, _ end: Int, _ key: UInt64
  ) -> UInt64 {
    var h = key
    var k = start
    while k < end {
      let product = (h ^ tail(source.word(at: k), end &- k)).multipliedFullWidth(
        by: 0xD6E8_FEB8_6659_FD93)
      h = product.high ^ product.low ^ key
      k &+= 8
    }
    return h
  }
}
