/// One way to make an input smaller or simpler, as numbered steps on the input as it is now.
///
/// After a step has been accepted the same number is asked again, since the next part has moved to its place.
protocol ReductionPass: Sendable {
  /// The candidate of `step`, nil past the last; empty of meaning (equal to `input`) where there is nothing to do.
  func candidate(_ step: Int, of input: [UInt8]) -> [UInt8]?
}

/// Cuts the tail: a half, a quarter, …, one byte.
struct TailPass: ReductionPass {
  func candidate(_ step: Int, of input: [UInt8]) -> [UInt8]? {
    guard step < 60 else { return nil }
    let length = input.count >> (step + 1)
    guard length > 0 else { return nil }
    return Array(input.dropLast(length))
  }
}

/// Deletes one chunk after the other.
struct ChunkPass: ReductionPass {
  let length: Int

  func candidate(_ step: Int, of input: [UInt8]) -> [UInt8]? {
    let start = step * length
    guard start < input.count else { return nil }
    return Array(input[..<start] + input[min(start + length, input.count)...])
  }
}

/// Deletes from one boundary of words to a later one: an attribute, a tag, a line.
struct WordPass: ReductionPass {
  /// How many boundaries lie between the ends.
  let span: Int

  func candidate(_ step: Int, of input: [UInt8]) -> [UInt8]? {
    let boundaries = Self.boundaries(input)
    guard step + span < boundaries.count else { return nil }
    return Array(input[..<boundaries[step]] + input[boundaries[step + span]...])
  }

  /// The ends, and each place where a letter or digit follows something else or the other way round.
  private static func boundaries(_ input: [UInt8]) -> [Int] {
    var out = [0]
    for index in input.indices.dropFirst()
    where isWord(input[index]) != isWord(input[index - 1]) || !isWord(input[index]) {
      out.append(index)
    }
    return out + (input.isEmpty ? [] : [input.count])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte >= 0x80
  }
}

/// Replaces one byte by the plainest of its class, so that a person reads no meaning into it.
struct PlainBytePass: ReductionPass {
  func candidate(_ step: Int, of input: [UInt8]) -> [UInt8]? {
    guard step < input.count else { return nil }
    var out = input
    out[step] = Self.plain(input[step])
    return out
  }

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
