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
  private var ends: [Int] = []
  /// Hash of each string, so that growing rehashes nothing and most different strings are
  /// distinguished at once.
  private var hashes: [UInt32] = []
  /// Number plus one; 0 is free. The count is a power of two.
  private var slots: [Index]

  private let seed: UInt64
  private let secret: UInt64

  /// An empty table with room for `count` strings before it grows.
  init(expecting count: Int = 0) {
    var room = 64
    while room < 2 * count { room *= 2 }
    slots = Array(repeating: 0, count: room)
    ends.reserveCapacity(room / 2)
    hashes.reserveCapacity(room / 2)
    bytes.reserveCapacity(room * 8)
    // From the seeded hasher, so that a process that fixes its seed fixes these.
    seed = UInt64(truncatingIfNeeded: 1.hashValue)
    secret = UInt64(truncatingIfNeeded: 2.hashValue) | 1
  }

  var count: Int { ends.count }

  subscript(index: Index) -> ArraySlice<UInt8> { bytes[range(Int(index))] }

  /// Returns the number of `string`, storing it if it is new.
  mutating func insert(_ string: ArraySlice<UInt8>) -> Index {
    if (ends.count + 1) * 2 > slots.count { grow() }
    let hash = hash(string.span)
    let slot = find(string.span, hash)
    if slots[slot] != 0 { return slots[slot] - 1 }
    bytes.append(contentsOf: string)
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = Index(ends.count)
    return slots[slot] - 1
  }

  /// Returns the number of `string`, nil if it is not stored.
  func index(of string: ArraySlice<UInt8>) -> Index? {
    let slot = find(string.span, hash(string.span))
    return slots[slot] == 0 ? nil : slots[slot] - 1
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// Returns the slot that holds `string`, or the free one where it belongs.
  private func find(_ string: Span<UInt8>, _ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot] - 1)
      if hashes[index] == hash, equals(index, string) { break }
      slot = (slot + 1) & (slots.count - 1)
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
    while place < string.count {
      if stored[place] != string[place] { return false }
      place &+= 1
    }
    return true
  }

  /// Hashes eight bytes at a time, each word folded by a multiplication with a secret.
  private func hash(_ string: Span<UInt8>) -> UInt32 {
    var state = seed ^ UInt64(truncatingIfNeeded: string.count)
    var place = 0
    while place &+ 8 <= string.count {
      state = folded(state ^ string.word(at: place))
      place &+= 8
    }
    var rest: UInt64 = 0
    while place < string.count {
      rest = rest << 8 | UInt64(string[place])
      place &+= 1
    }
    return UInt32(truncatingIfNeeded: folded(state ^ rest))
  }

  private func folded(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: secret)
    return product.high ^ product.low
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for index in hashes.indices {
      var slot = Int(hashes[index]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Index(index + 1)
    }
  }
}
