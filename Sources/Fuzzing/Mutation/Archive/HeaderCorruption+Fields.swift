internal import StableNumbers

/// Corruptions that insert bytes, and repair the offsets of the rest of the archive.
extension HeaderCorruption {
  /// Inserts a prefix and repairs the offsets, as in a self-extracting archive or one with a
  /// spanning marker.
  static func moved(_ bytes: [UInt8], after prefix: [UInt8]) -> [UInt8] {
    var out = bytes
    for place in places(of: records[1], in: bytes) {
      out.add(prefix.count, at: place + 42, width: 4)
    }
    if let end = places(of: records[2], in: bytes).last {
      out.add(prefix.count, at: end + 16, width: 4)
    }
    return prefix + out
  }

  /// Adds an extra field to a central header: an unnecessary zip64 field, another name, or a wrong
  /// length.
  static func withExtraField(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    guard let place = random.pick(places(of: records[1], in: bytes)),
      let end = places(of: records[2], in: bytes).last, end > place
    else { return bytes }
    let extras: [[UInt8]] = [
      [1, 0, 16, 0] + [UInt8](repeating: 1, count: 16), [1, 0, 8, 0, 0, 0, 0, 0, 1, 0, 0, 0],
      [0x75, 0x70, 10, 0, 1, 1, 2, 3, 4, 0x6F, 0x74, 0x68, 0x65, 0x72], [1, 0, 0xFF, 0xFF], [9],
      [0x55, 0x54, 5, 0, 1, 0, 0, 0, 0], [1, 0, 0, 0],
    ]
    let extra = extras[random.below(extras.count)]
    let name = Int(bytes[place + 28]) | Int(bytes[place + 29]) << 8
    let start = min(place + 46 + name, bytes.count)
    var out = bytes
    out.add(extra.count, at: place + 30, width: 2)
    out.add(extra.count, at: end + 12, width: 4)
    out.insert(contentsOf: extra, at: start)
    return out
  }

  /// Gives an extra field of both headers of a member another tag, and changes its local data.
  static func withOtherExtraTag(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    guard let central = random.pick(places(of: records[1], in: bytes)) else { return bytes }
    let local = (0..<4).reduce(0) { $0 | Int(bytes[central + 42 + $1]) << (8 * $1) }
    guard local + 30 <= bytes.count else { return bytes }
    let tag: [UInt8] = random.once(in: 2) ? [0x35, 0xD9] : [0x99, 0x99]
    let skipsFirst = random.once(in: 2)
    var out = bytes
    for (header, fixed, lengths) in [(local, 30, local + 26), (central, 46, central + 28)] {
      let name = Int(bytes[lengths]) | Int(bytes[lengths + 1]) << 8
      let extra = Int(bytes[lengths + 2]) | Int(bytes[lengths + 3]) << 8
      var start = header + fixed + name
      let end = min(start + extra, bytes.count)
      if skipsFirst, start + 4 <= end {
        start += 4 + (Int(bytes[start + 2]) | Int(bytes[start + 3]) << 8)
      }
      guard start + 4 <= end else { return bytes }
      out[start] = tag[0]
      out[start + 1] = tag[1]
      if header == local, start + 4 < end { out[end - 1] ^= 1 }
    }
    return out
  }

  /// Inserts a zip64 end record and its locator before the end record, with or without wrong
  /// values.
  static func withZip64End(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    guard let end = places(of: records[2], in: bytes).last else { return bytes }
    let field = { (offset: Int, width: Int) -> UInt64 in
      (0..<width).reduce(0) { $0 | UInt64(bytes[end + offset + $1]) << UInt64(8 * $1) }
    }
    var values = [field(10, 2), field(10, 2), field(12, 4), field(16, 4)]
    if random.once(in: 2) {
      let place = random.below(4)
      values[place] &+= [1, 1 << 32, random.next()][random.below(3)]
      // The counts of this disk and of all disks agree.
      if place < 2, !random.once(in: 4) { values[1 - place] = values[place] }
    }
    var record: [UInt8] = [0x50, 0x4B, 6, 6, 44, 0, 0, 0, 0, 0, 0, 0, 45, 3, 45, 0]
    record += [UInt8](repeating: 0, count: 8)
    for value in values { record.append(value, width: 8) }
    var locator: [UInt8] = [0x50, 0x4B, 6, 7, 0, 0, 0, 0]
    locator.append(UInt64(random.once(in: 3) ? random.below(1 << 30) : end), width: 8)
    locator += [1, 0, 0, 0]
    var out = bytes
    if random.once(in: 2) {
      // Saturated fields make the zip64 record decide.
      for k in 8..<20 { out[end + k] = 0xFF }
    }
    out.insert(contentsOf: record + locator, at: end)
    return out
  }

  /// Sets a size in both headers that DEFLATE cannot reach from the compressed size.
  static func withImpossibleSize(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let centrals = places(of: records[1], in: bytes)
    guard let central = random.pick(centrals) else { return bytes }
    let local = (0..<4).reduce(0) { $0 | Int(bytes[central + 42 + $1]) << (8 * $1) }
    var out = bytes
    let size: [UInt8] = [0xFF, 0xFF, 0xFF, random.once(in: 2) ? 0x3F : 0]
    for k in 0..<4 {
      out[central + 24 + k] = size[k]
      if local + 26 <= bytes.count { out[local + 22 + k] = size[k] }
    }
    return out
  }
}

extension [UInt8] {
  /// Adds to a little-endian number in place.
  fileprivate mutating func add(_ value: Int, at place: Int, width: Int) {
    guard place + width <= count else { return }
    var sum = value
    for k in 0..<width { sum += Int(self[place + k]) << (8 * k) }
    for k in 0..<width { self[place + k] = UInt8(truncatingIfNeeded: sum >> (8 * k)) }
  }

  fileprivate mutating func append(_ value: UInt64, width: Int) {
    for k in 0..<width { append(UInt8(truncatingIfNeeded: value >> UInt64(8 * k))) }
  }
}
