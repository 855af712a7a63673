internal import StableNumbers
internal import ZipReading

/// Corruptions of several fields that agree with each other, so that a comparison of two fields
/// does not detect them.
extension HeaderCorruption {
  /// Changes both counts of the end record to the same value.
  static func withOtherCount(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    guard let end = places(of: records[2], in: bytes).last else { return bytes }
    var out = bytes
    let count = out.number(end + 10, 2)
    let value = [0, 1, count &+ 1, count &- 1, 0xFFFF, count &* 2][random.below(6)]
    out.set(value, end + 8, 2)
    out.set(value, end + 10, 2)
    return out
  }

  /// Changes sizes or the checksum in both headers of a member, or in one of them.
  static func withOtherSizes(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    guard let central = random.pick(places(of: records[1], in: bytes)) else { return bytes }
    let local = Int(bytes.number(central + 42, 4))
    guard local + 30 <= bytes.count else { return bytes }
    // Offsets of checksum, compressed size and size in the central and in the local header.
    let choice = random.below(4)
    let fields = [[(16, 14)], [(20, 18)], [(24, 22)], [(20, 18), (24, 22)]][choice]
    var out = bytes
    let step = [1, 4, 8, 22, 46, 0xFFFF_FFFF, 0xFFFF_FFFC, UInt64(bytes.count)][random.below(8)]
    for (one, two) in fields {
      let value = bytes.number(central + one, 4) &+ step
      if !random.once(in: 8) { out.set(value, central + one, 4) }
      if !random.once(in: 8) { out.set(value, local + two, 4) }
    }
    return out
  }

  /// Saturates fields of a central header, and adds a zip64 field with their values, in order or
  /// not, complete or not.
  static func saturated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    guard let central = random.pick(places(of: records[1], in: bytes)) else { return bytes }
    var out = bytes
    var values: [UInt64] = []
    for place in [24, 20, 42] where random.once(in: 2) {
      values.append(bytes.number(central + place, 4))
      out.set(0xFFFF_FFFF, central + place, 4)
    }
    switch random.below(5) {
    case 0: values.reverse()
    case 1: if !values.isEmpty { values.removeLast() }
    case 2: values.append(random.once(in: 2) ? 0 : random.next())
    default: break
    }
    var extra: [UInt8] = [1, 0, UInt8(8 * values.count), 0]
    for value in values { extra += (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    return withExtra(extra, out, central)
  }

  /// Adds a Unicode Path field with the checksum of the name in the header, so that readers honour
  /// it.
  static func withUnicodePath(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    guard let central = random.pick(places(of: records[1], in: bytes)) else { return bytes }
    let start = central + 46
    let end = start + Int(bytes.number(central + 28, 2))
    guard end <= bytes.count else { return bytes }
    let name = Array(bytes[start..<end])
    let names = [
      "../x", "/x", "größe", "a\\..\\x", "C:..\\x", "scene.mrml", "a\u{0}b", "", "..", "x",
    ]
    var path = Array((random.pick(names) ?? "").utf8)
    if random.once(in: 4) { path = Array("../".utf8) + name }
    var sum = CRC32.checksum(name.span)
    if random.once(in: 8) { sum ^= 1 }
    var extra: [UInt8] = [0x75, 0x70]
    extra += [
      UInt8(truncatingIfNeeded: path.count + 5), UInt8(truncatingIfNeeded: (path.count + 5) >> 8),
    ]
    extra.append(1)
    extra += (0..<4).map { UInt8(truncatingIfNeeded: sum >> (8 * UInt32($0))) }
    return withExtra(extra + path, bytes, central)
  }

  /// Inserts an extra field after the name of a central header, and repairs the lengths.
  static func withExtra(_ extra: [UInt8], _ bytes: [UInt8], _ central: Int) -> [UInt8] {
    guard let end = places(of: records[2], in: bytes).last, end > central else { return bytes }
    let start = min(central + 46 + Int(bytes.number(central + 28, 2)), bytes.count)
    var out = bytes
    out.set(bytes.number(central + 30, 2) &+ UInt64(extra.count), central + 30, 2)
    out.set(bytes.number(end + 12, 4) &+ UInt64(extra.count), end + 12, 4)
    out.insert(contentsOf: extra, at: start)
    return out
  }
}
