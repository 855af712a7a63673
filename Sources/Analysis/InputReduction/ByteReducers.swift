/// Deletes bytes, in chunks for a long input: the tail, halves, quarters, down to single bytes.
struct Chunks: Reducer {
  /// Maximum parts in one round; a smaller input is cut finer in the next round.
  private static let most = 1 << 16

  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index == 0, !input.isEmpty else { return nil }
    let length = (input.count + Self.most - 1) / Self.most
    var group = ChangeGroup(count: (input.count + length - 1) / length) { isMade in
      var out: [UInt8] = []
      out.reserveCapacity(input.count)
      for (part, start) in stride(from: 0, to: input.count, by: length).enumerated()
      where !isMade[part] {
        out += input[start..<min(start + length, input.count)]
      }
      return out
    }
    // Such a short input was reduced before; hardly any byte of it can be deleted.
    if input.count <= WordWindows.longest { group.few = 8 }
    return group
  }
}

/// Deletes two bytes that may belong together, such as quotes, brackets, or the names of a start
/// and an end tag.
struct BytePairs: Reducer {
  static let longest = 96

  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index == 0, input.count <= Self.longest else { return nil }
    var changes: [[Edit]] = []
    for (first, byte) in input.enumerated() {
      for second in input.indices.dropFirst(first + 1)
      where input[second] == byte || input[second] == Self.partner(byte) {
        changes.append([Edit(first..<first + 1), Edit(second..<second + 1)])
      }
    }
    return ChangeGroup(input, changes, isExclusive: true)
  }

  private static func partner(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x28: 0x29
    case 0x3C: 0x3E
    case 0x5B: 0x5D
    case 0x7B: 0x7D
    default: nil
    }
  }
}

/// Replaces bytes by the plainest of their class, so that the result shows which bytes matter.
struct PlainBytes: Reducer {
  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index == 0 else { return nil }
    let odd = input.indices.filter { Self.plain(input[$0]) != input[$0] }
    return ChangeGroup(count: odd.count) { isMade in
      var out = input
      for (number, place) in odd.enumerated() where isMade[number] {
        out[place] = Self.plain(input[place])
      }
      return out
    }
  }

  /// Number of bytes that are not the plainest of their class.
  static func odd(_ input: [UInt8]) -> Int { input.count { plain($0) != $0 } }

  static func plain(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39: UInt8(ascii: "0")
    case 0x41...0x5A, 0x61...0x7A: UInt8(ascii: "a")
    case 0x09, 0x0A, 0x0D: 0x20
    case 0x00...0x1F, 0x7F...0xFF: UInt8(ascii: "a")
    default: byte
    }
  }
}
