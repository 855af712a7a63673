internal import StableNumbers

extension HeaderCorruption {
  /// Writes another spelling of a member's name in one of its two headers, and repairs lengths and
  /// offsets, so that the headers disagree in nothing else.
  static func withOtherName(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let centrals = places(of: records[1], in: bytes)
    guard let central = random.pick(centrals), let end = places(of: records[2], in: bytes).last,
      end > central
    else { return bytes }
    let local = Int(bytes.number(central + 42, 4))
    let isLocal = random.once(in: 2)
    let (header, size, lengthAt) = isLocal ? (local, 30, 26) : (central, 46, 28)
    let start = header + size
    let name = start..<start + Int(bytes.number(header + lengthAt, 2))
    guard name.upperBound <= bytes.count, local < central, !name.isEmpty else { return bytes }
    let other = spelling(of: bytes[name], &random)
    guard other.count <= 0xFFFF else { return bytes }
    let growth = UInt64(bitPattern: Int64(other.count - name.count))
    var out = bytes
    out.set(UInt64(other.count), header + lengthAt, 2)
    if isLocal {
      for one in centrals where Int(bytes.number(one + 42, 4)) > local {
        out.set(bytes.number(one + 42, 4) &+ growth, one + 42, 4)
      }
      out.set(bytes.number(end + 16, 4) &+ growth, end + 16, 4)
    } else {
      out.set(bytes.number(end + 12, 4) &+ growth, end + 12, 4)
    }
    out.replaceSubrange(name, with: other)
    return out
  }

  /// A name that some reader takes for the same as `name`, or for a folder or a file instead.
  private static func spelling(
    of name: ArraySlice<UInt8>, _ random: inout SplitMix64
  ) -> [UInt8] {
    switch random.below(7) {
    case 0: name.last == 0x2F ? Array(name.dropLast()) : name + [0x2F]
    case 1: Array(name.dropLast())
    case 2: name + [[0x2E, 0x20, 0x00][random.below(3)]]
    case 3: Array("./".utf8) + name
    case 4: name.map { $0 == 0x2F ? 0x5C : $0 == 0x5C ? 0x2F : $0 }
    case 5: name.map { (0x41...0x5A).contains($0 & 0xDF) ? $0 ^ 0x20 : $0 }
    default: LayerMutation.encoded(name, &random)
    }
  }
}
