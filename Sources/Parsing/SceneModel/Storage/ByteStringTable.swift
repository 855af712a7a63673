import ByteReading

/// Interned byte strings, identified by small numbers.
///
/// Identifiers are compared as bytes, never as text: two spellings of one character are two
/// identifiers. One flat buffer and one open-addressed table, hashed with secrets of the process so
/// that chosen strings cannot make it slow. Numbers follow the order of first insertion, so nothing
/// depends on the seed.
struct ByteStringTable: Sendable {
  /// Number of a stored string.
  typealias Index = Int32

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Number plus one; 0 is free. The count is a power of two.
  private var slots: [Index]

  private struct Entry: Sendable {
    /// Offset of the end in ``bytes``.
    var end: Int
    /// Hash of the string, so that growing rehashes nothing and most different strings are
    /// distinguished at once.
    var hash: UInt32
  }

  private let seed: UInt64
  private let secret: UInt64

  /// An empty table with room for `count` strings before it grows.
  init(expecting count: Int = 0) {
    var room = 64
    while room < 2 * count { room *= 2 }
    slots = Array(filledWith: 0, count: room)
    entries.reserveCapacity(room / 2)
    bytes.reserveCapacity(room * 8)
    // From the seeded hasher, so that a process that fixes its seed fixes these.
    seed = UInt64(truncatingIfNeeded: 1.hashValue)
    secret = UInt64(truncatingIfNeeded: 2.hashValue) | 1
  }

  var count: Int { entries.count }

  subscript(index: Index) -> ArraySlice<UInt8> { bytes[range(Int(index))] }

  /// Returns the number of `string`, storing it if it is new.
  mutating func insert(_ string: ArraySlice<UInt8>) -> Index {
    if (entries.count + 1) * 2 > slots.count { grow() }
    let hash = hash(string.span)
    let slot = find(string.span, hash)
    if slots[slot] != 0 { return slots[slot] - 1 }
    bytes.append(contentsOf: string)
    let index = Index(entries.count)
    entries.append(Entry(end: bytes.count, hash: hash))
    slots[slot] = index + 1
    return index
  }

  /// Returns the number of `prefix` followed by the decimal digits of `number`, which is not
  /// negative, storing it if it is new.
  mutating func insert(_ prefix: [UInt8], _ number: Int) -> Index {
    var string = prefix
    string.reserveCapacity(prefix.count + 20)
    var (rest, digits) = (number, 1)
    while rest >= 10 { (rest, digits) = (rest / 10, digits + 1) }
    string.append(contentsOf: repeatElement(0, count: digits))
    rest = number
    for place in 1...digits {
      string[string.count - place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    return insert(string[...])
  }

  /// Returns the number of `string`, nil if it is not stored.
  func index(of string: ArraySlice<UInt8>) -> Index? {
    let slot = find(string.span, hash(string.span))
    return slots[slot] == 0 ? nil : slots[slot] - 1
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : entries[index - 1].end)..<entries[index].end
  }

  /// Returns the slot that holds `string`, or the free one where it belongs.
  private func find(_ string: Span<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count &- 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot] &- 1)
      if entries[index].hash == hash, equals(index, string) { break }
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  private func equals(_ index: Int, _ string: Span<UInt8>) -> Bool {
    let range = range(index)
    guard range.count == string.count else { return false }
    let stored = bytes.span.extracting(range)
    var place = 0
    while place &+ 8 <= string.count {
      if stored.word(at: place) != string.word(at: place) { return false }
      place &+= 8
    }
    return Self.rest(stored, after: place) == Self.rest(string, after: place)
  }

  /// Hashes eight bytes at a time, each word folded by a multiplication with a secret.
  private func hash(_ string: Span<UInt8>) -> UInt32 {
    var state = seed ^ UInt64(truncatingIfNeeded: string.count)
    var place = 0
    while place &+ 8 <= string.count {
      state = folded(state ^ string.word(at: place))
      place &+= 8
    }
    return UInt32(truncatingIfNeeded: folded(state ^ Self.rest(string, after: place)))
  }

  /// Returns the last bytes, fewer than eight, which begin at `place`: as the end of the last whole
  /// word if there is one.
  @inline(__always)
  private static func rest(_ string: Span<UInt8>, after place: Int) -> UInt64 {
    if place == string.count { return 0 }
    if place > 0 { return string.word(at: string.count &- 8) }
    var rest: UInt64 = 0
    for index in 0..<string.count { rest = rest << 8 | UInt64(string[index]) }
    return rest
  }

  private func folded(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: secret)
    return product.high ^ product.low
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for index in entries.indices {
      var slot = Int(entries[index].hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Index(index + 1)
    }
  }
}
