internal import StableNumbers

/// Corruptions of the headers of an archive.
enum HeaderCorruption {
  struct Field: Sendable {
    let offset: Int
    let width: Int
  }

  struct Record: Sendable {
    let signature: [UInt8]
    let length: Int
    let fields: [Field]
  }

  /// Local header, central header, end record, descriptor (APPNOTE 4.3.7, 4.3.12, 4.3.16, 4.3.9),
  /// and the zip64 records.
  static let records = [
    Record(
      signature: [0x50, 0x4B, 3, 4], length: 30,
      fields: fields([
        (4, 2), (6, 2), (8, 2), (10, 2), (12, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2),
      ])),
    Record(
      signature: [0x50, 0x4B, 1, 2], length: 46,
      fields: fields([
        (6, 2), (8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (32, 2), (34, 2),
        (38, 4), (42, 4),
      ])),
    Record(
      signature: [0x50, 0x4B, 5, 6], length: 22,
      fields: fields([(4, 2), (6, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2)])),
    Record(signature: [0x50, 0x4B, 7, 8], length: 16, fields: fields([(4, 4), (8, 4), (12, 4)])),
    // 4.3.14 and 4.3.15: zip64 end record and its locator.
    Record(
      signature: [0x50, 0x4B, 6, 6], length: 56,
      fields: fields([(4, 8), (16, 4), (20, 4), (24, 8), (32, 8), (40, 8), (48, 8)])),
    Record(
      signature: [0x50, 0x4B, 6, 7], length: 20, fields: fields([(4, 4), (8, 8), (8, 8), (16, 4)])),
  ]

  private static func fields(_ pairs: [(Int, Int)]) -> [Field] {
    pairs.map { Field(offset: $0.0, width: $0.1) }
  }

  /// Applies one corruption: of a field, of data, or of bytes before, between or after the records.
  static func corrupted(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    switch random.below(22) {
    case 0: changedAround(bytes, &random)
    case 1: changedData(bytes, &random)
    case 2: swappedNames(bytes, &random)
    case 3: pointedElsewhere(bytes, &random)
    case 4: withExtraField(bytes, &random)
    case 5: withZip64End(bytes, &random)
    case 6: withImpossibleSize(bytes, &random)
    case 7: withOtherCount(bytes, &random)
    case 8, 9: withOtherSizes(bytes, &random)
    case 10: saturated(bytes, &random)
    case 11: withUnicodePath(bytes, &random)
    case 12: asOtherFormat(bytes, &random)
    case 13: withOtherExtraTag(bytes, &random)
    case 14: withCopiedField(bytes, &random)
    case 15: withOtherName(bytes, &random)
    default: changedField(bytes, &random)
    }
  }

  static func places(of record: Record, in bytes: [UInt8]) -> [Int] {
    let (third, fourth) = (record.signature[2], record.signature[3])
    let span = bytes.span
    var places: [Int] = []
    var place = 0
    while place <= span.count - record.length {
      if span[place] == 0x50, span[place + 1] == 0x4B, span[place + 2] == third,
        span[place + 3] == fourth
      {
        places.append(place)
      }
      place += 1
    }
    return places
  }

  private static func changedField(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    // Not every archive has each record: of zip64 few do.
    var found: (record: Record, place: Int)?
    for _ in 0..<3 where found == nil {
      let record = records[random.below(records.count)]
      found = random.pick(places(of: record, in: bytes)).map { (record, $0) }
    }
    guard let (record, place) = found, let field = random.pick(record.fields) else { return bytes }
    var out = bytes
    let start = place + field.offset
    var old: UInt64 = 0
    for k in 0..<field.width { old |= UInt64(bytes[start + k]) << UInt64(8 * k) }
    let odd: [UInt64] = [
      0, 1, old &+ 1, old &- 1, old ^ 1, old ^ 8, old ^ 0x800, old ^ 0x2041, old ^ 0x20, old &* 2,
      8, 9, 12, 93,
      99, 0xFFFF,
      0xFFFF_FFFF, 0x7FFF_FFFF, UInt64(bytes.count), UInt64(place),
      UInt64(place) &- UInt64(random.below(64)), old &+ UInt64(random.below(32)), old ^ 1 << 32,
      random.next(),
    ]
    let value = odd[random.below(odd.count)]
    for k in 0..<field.width { out[start + k] = UInt8(truncatingIfNeeded: value >> UInt64(8 * k)) }
    return out
  }

  private static func changedAround(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let junk = (0..<(1 + random.below(40))).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    switch random.below(7) {
    case 0: return junk + bytes
    case 1: return bytes + junk
    case 2: return moved(bytes, after: [0x50, 0x4B, 7, 8])
    case 3:
      // An end record inside the comment of another one.
      guard let end = places(of: records[2], in: bytes).last else { return bytes }
      var out = bytes
      var comment = Array(bytes[end..<min(end + 22, bytes.count)])
      // Its directory is outside of the archive.
      if random.once(in: 2), comment.count > 19 { comment[19] = 0x7F }
      out[end + 20] = UInt8(comment.count)
      out[end + 21] = 0
      return Array(out[..<(end + 22)]) + comment
    case 4: return moved(bytes, after: junk)
    case 5:
      guard let end = places(of: records[2], in: bytes).last else { return bytes }
      return bytes + bytes[end...]
    default:
      // Bytes between the members shift the directory without updating its offset.
      let place = random.below(bytes.count + 1)
      return Array(bytes[..<place]) + junk + Array(bytes[place...])
    }
  }

  /// Flips bits after a local header: mostly in compressed data.
  private static func changedData(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    guard let place = random.pick(places(of: records[0], in: bytes)) else { return bytes }
    let start = min(place + 30, bytes.count - 1)
    var out = bytes
    for _ in 0..<(1 + random.below(3)) {
      let at = start + random.below(min(64, bytes.count - start))
      out[at] ^= UInt8(1 << random.below(8))
    }
    return out
  }

  /// Changes a byte of the name in one header only.
  private static func swappedNames(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let isLocal = random.once(in: 2)
    let record = records[isLocal ? 0 : 1]
    guard let place = random.pick(places(of: record, in: bytes)) else { return bytes }
    let name = Int(bytes[place + (isLocal ? 26 : 28)])
    let start = place + record.length + (random.once(in: 2) ? 0 : random.below(name))
    guard start < bytes.count else { return bytes }
    var out = bytes
    let odd: [UInt8] = [0x2F, 0x2E, 0x5C, 0, 0x58]
    out[start] = odd[random.below(odd.count)]
    return out
  }

  /// Points a central header to the local header of another member, so that two members share
  /// bytes.
  private static func pointedElsewhere(
    _ bytes: [UInt8], _ random: inout SplitMix64
  ) -> [UInt8] {
    let locals = places(of: records[0], in: bytes)
    guard let central = random.pick(places(of: records[1], in: bytes)),
      let local = random.pick(locals)
    else { return bytes }
    var out = bytes
    let target = local + (random.once(in: 2) ? 0 : random.below(40))
    for k in 0..<4 { out[central + 42 + k] = UInt8(truncatingIfNeeded: target >> (8 * k)) }
    return out
  }
}
