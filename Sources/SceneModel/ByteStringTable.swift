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
  /// Number plus one; 0 is free. The count is a power of two.
  private var slots: [Index]

  init() { slots = Array(repeating: 0, count: 64) }

  var count: Int { ends.count }

  subscript(index: Index) -> ArraySlice<UInt8> { bytes[range(Int(index))] }

  /// The number of `string`, stored now if it is new.
  mutating func insert(_ string: ArraySlice<UInt8>) -> Index {
    if (ends.count + 1) * 2 > slots.count { grow() }
    let slot = find(string)
    if slots[slot] != 0 { return slots[slot] - 1 }
    bytes.append(contentsOf: string)
    ends.append(bytes.count)
    slots[slot] = Index(ends.count)
    return slots[slot] - 1
  }

  /// The number of `string` if it is stored.
  func index(of string: ArraySlice<UInt8>) -> Index? {
    let slot = find(string)
    return slots[slot] == 0 ? nil : slots[slot] - 1
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// The slot that holds `string`, or the free one where it belongs.
  private func find(_ string: ArraySlice<UInt8>) -> Int {
    var slot = hash(string) & (slots.count - 1)
    while slots[slot] != 0, !equals(Int(slots[slot] - 1), string) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func equals(_ index: Int, _ string: ArraySlice<UInt8>) -> Bool {
    let range = range(index)
    guard range.count == string.count else { return false }
    var other = string.startIndex
    for position in range {
      if bytes[position] != string[other] { return false }
      other += 1
    }
    return true
  }

  /// Eight bytes at a time, so that short identifiers cost a few steps of the hasher.
  private func hash(_ string: ArraySlice<UInt8>) -> Int {
    var hasher = Hasher()
    var word: UInt64 = 0
    var filled = 0
    for byte in string {
      word = word << 8 | UInt64(byte)
      filled += 1
      if filled & 7 == 0 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(filled)
    return hasher.finalize()
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for index in ends.indices {
      slots[find(bytes[range(index)])] = Index(index + 1)
    }
  }
}
