import ByteReading

/// Byte strings stored once each and named by small numbers.
///
/// Identifiers are compared as bytes, never as text: two spellings of one character are two identifiers. One flat
/// buffer and one open-addressed table, hashed with the standard library's seeded hasher so that chosen strings
/// cannot make it slow. Numbers are given in order of first appearance, so nothing depends on the seed.
struct ByteStringTable: Sendable {
  /// The number of a stored string.
  typealias Index = Int32

  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The hash of each string, so that growing looks at no string and few unequal ones are compared.
  private var hashes: [Int] = []
  /// Number plus one; 0 is free. The count is a power of two.
  private var slots: [Index]

  init() { slots = Array(repeating: 0, count: 64) }

  var count: Int { ends.count }

  subscript(index: Index) -> ArraySlice<UInt8> { bytes[range(Int(index))] }

  /// The number of `string`, stored now if it is new.
  mutating func insert(_ string: ArraySlice<UInt8>) -> Index {
    if (ends.count + 1) * 2 > slots.count { grow() }
    let hash = Self.hash(string.span)
    let slot = find(string.span, hash)
    if slots[slot] != 0 { return slots[slot] - 1 }
    bytes.append(contentsOf: string)
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = Index(ends.count)
    return slots[slot] - 1
  }

  /// The number of `string` if it is stored.
  func index(of string: ArraySlice<UInt8>) -> Index? {
    let slot = find(string.span, Self.hash(string.span))
    return slots[slot] == 0 ? nil : slots[slot] - 1
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// The slot that holds `string`, or the free one where it belongs.
  private func find(_ string: Span<UInt8>, _ hash: Int) -> Int {
    var slot = hash & (slots.count - 1)
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
    var position = 0
    while position + 8 <= string.count {
      if stored.word(at: position) != string.word(at: position) { return false }
      position += 8
    }
    while position < string.count {
      if stored[position] != string[position] { return false }
      position += 1
    }
    return true
  }

  /// Eight bytes at a time, so that short identifiers cost a few steps of the hasher; the last eight may be seen twice.
  private static func hash(_ string: Span<UInt8>) -> Int {
    var hasher = Hasher()
    let count = string.count
    if count >= 8 {
      var position = 0
      while position + 8 < count {
        hasher.combine(string.word(at: position))
        position += 8
      }
      hasher.combine(string.word(at: count - 8))
    } else {
      var word: UInt64 = 0
      for index in 0..<count { word = word << 8 | UInt64(string[index]) }
      hasher.combine(word)
    }
    hasher.combine(count)
    return hasher.finalize()
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for index in ends.indices {
      var slot = hashes[index] & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Index(index + 1)
    }
  }
}
