import ByteReading

/// The distinct names of a document, each with a number.
///
/// Names recur: a scene of 400,000 attributes has a few hundred names. A name that is in the table has been
/// checked against the grammar before, so hazard it there is all the checking that it needs, and two names are
/// equal when their numbers are.
struct NameTable: Sendable {
  struct Entry {
    /// The first eight bytes, zero beyond the end of the name.
    var head: UInt64
    /// The last eight bytes, of a name that has so many.
    var tail: UInt64
    var start: UInt32
    var length: UInt32
    /// The serial number of the last element that had an attribute of this name.
    var stamp: UInt32
    /// The name that followed this one the last time: attributes come in the same order again and again.
    var successor: UInt32

    /// Is it this name that stands at `index`? `bytes` are those of the table.
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
  /// The bytes of all names; each begins at a multiple of eight and is followed by zeros, so that words can be
  /// compared.
  private(set) var bytes: [UInt8] = []
  /// Open addressing, 0 = free, else the name's number plus one. Never more than half full.
  private var slots = [UInt32](repeating: 0, count: 256)
  private var key: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Probes that no honest set of names needs in a table at most half full: one that does was made to collide,
  /// so the table takes a new key from the system.
  private static let suspiciousProbes = 96

  var count: Int { entries.count }

  /// Room for so many names of common length.
  mutating func reserve(_ count: Int) {
    let wanted = min(count, slots.count / 2)
    entries.reserveCapacity(wanted)
    bytes.reserveCapacity(wanted * 16)
  }

  func bytes(of name: UInt32) -> ArraySlice<UInt8> {
    let entry = entries[Int(name)]
    return bytes[Int(entry.start)..<Int(entry.start) + Int(entry.length)]
  }

  mutating func stamp(_ name: UInt32, _ serial: UInt32) { entries[Int(name)].stamp = serial }

  mutating func setSuccessor(of name: UInt32, _ next: UInt32) {
    entries[Int(name)].successor = next
  }

  /// The number of the name `source[start..<end]`, or nil when it is not in the table.
  /// At least eight bytes must follow `end` in `source`.
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

  /// Is the name `number` equal to the `length` bytes at `start`?
  @inline(__always)
  func matches(_ number: UInt32, _ source: Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
    let entry = entries[Int(number)]
    return Int(entry.length) == length && entry.stands(in: source, at: start, bytes.span)
  }

  /// Adds a name that is not in the table. The caller has checked it against the grammar.
  mutating func insert(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    let number = UInt32(entries.count)
    entries.append(
      Entry(
        head: Self.tail(source.word(at: start), end - start),
        tail: end - start < 8 ? 0 : source.word(at: end - 8), start: UInt32(bytes.count),
        length: UInt32(end - start), stamp: 0, successor: 0))
    let length = end - start
    let padded = (length & ~7) + 8
    bytes.append(addingCapacity: padded) { room in
      for k in 0..<length { room.append(source[start &+ k]) }
      room.append(repeating: 0, count: padded &- length)
    }
    if entries.count * 2 > slots.count {
      rebuild(slotCount: slots.count * 4)
    } else if place(number) > Self.suspiciousProbes {
      key = UInt64.random(in: .min ... .max)
      rebuild(slotCount: slots.count)
    }
    return number
  }

  /// Puts a name into the first free slot of its chain and says how many it passed.
  private mutating func place(_ number: UInt32) -> Int {
    let entry = entries[Int(number)]
    let start = Int(entry.start)
    let mask = slots.count &- 1
    let hash = Self.hash(bytes.span, start, start + Int(entry.length), key)
    var slot = Int(truncatingIfNeeded: hash) & mask
    var probes = 0
    while slots[slot] != 0 {
      slot = (slot &+ 1) & mask
      probes += 1
    }
    slots[slot] = number + 1
    return probes
  }

  private mutating func rebuild(slotCount: Int) {
    slots = [UInt32](repeating: 0, count: slotCount)
    for number in entries.indices { _ = place(UInt32(number)) }
  }

  /// The first `length` bytes of a word, zero beyond; all of it from eight on.
  @inline(__always)
  static func tail(_ word: UInt64, _ length: Int) -> UInt64 {
    length >= 8 ? word : word & ~(UInt64.max << UInt64(truncatingIfNeeded: length &* 8))
  }

  /// Words folded by a full multiplication with a key.
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
