/// The extra fields of a header (APPNOTE 4.5): blocks of a two-byte tag, a two-byte size and the
/// data.
struct ExtraFields: Sendable {
  static let zip64: UInt16 = 0x0001
  static let unicodePath: UInt16 = 0x7075
  /// Padding before aligned data, as Android's apksigner writes it: an alignment, then zeros.
  static let alignment: UInt16 = 0xD935
  /// Times and owners (4.6.1, Info-ZIP): the central field is a part of the local one by design.
  private static let partial: Set<UInt16> = [0x5455, 0x5855, 0x7855, 0x7875, 0x000A]

  private(set) var zip64: Range<Int>?
  private(set) var unicodePath: Range<Int>?
  /// Tag and data of each block, in order.
  private(set) var blocks: [(tag: UInt16, data: Range<Int>)] = []
  /// Padding after the last block, at most three bytes.
  private(set) var padding: Range<Int>?
  /// Offset of a second block of a kind that decides name or sizes: readers use the first or the
  /// last.
  private(set) var repeatedOffset: Int?
  /// Offset of a block that runs past the end of the fields; nil when all fit.
  private(set) var brokenOffset: Int?

  /// Walks the blocks in `range` and keeps the first of each kind that the reader uses.
  init(_ input: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      guard position + 4 <= range.upperBound else {
        // Up to three bytes of padding are common: Android's zipalign writes them.
        padding = position..<range.upperBound
        return
      }
      let tag = LittleEndian.load2(input, position)
      let data = position + 4
      let end = data + Int(LittleEndian.load2(input, position + 2))
      guard end <= range.upperBound else {
        brokenOffset = position
        return
      }
      blocks.append((tag, data..<end))
      let isSecond =
        tag == Self.zip64 && zip64 != nil || tag == Self.unicodePath && unicodePath != nil
      if isSecond, repeatedOffset == nil { repeatedOffset = position }
      if tag == Self.zip64, zip64 == nil { zip64 = data..<end }
      if tag == Self.unicodePath, unicodePath == nil { unicodePath = data..<end }
      position = end
    }
  }

  /// Replaces each saturated 32-bit value by the next value of the zip64 field, in their fixed
  /// order (4.5.3). False when the field is missing or too short.
  func widen(
    _ input: Span<UInt8>, _ fields: inout [3 of UInt64], count: Int
  ) -> Bool {
    var position = zip64?.lowerBound ?? 0
    let end = zip64?.upperBound ?? 0
    for index in 0..<count where fields[index] == 0xFFFF_FFFF {
      guard position + 8 <= end else { return false }
      fields[index] = LittleEndian.load8(input, position)
      position += 8
    }
    return true
  }

  /// Disk number: where the 16-bit field is saturated, the four bytes after the first `count`
  /// values of the zip64 field.
  func disk(_ input: Span<UInt8>, _ field: UInt16, after count: Int) -> UInt32 {
    guard field == 0xFFFF, let zip64, zip64.count >= 8 * count + 4 else { return UInt32(field) }
    return LittleEndian.load4(input, zip64.lowerBound + 8 * count)
  }

  /// Compares the fields of a local header with those of the central directory.
  ///
  /// A Unicode path must give the same name with the same checksum, and be in both headers or in
  /// none; other fields that both headers have must be equal, except zip64 fields and those that
  /// differ by design. Alignments must be equal where both headers have one, and padding zeros.
  func compare(
    _ input: Span<UInt8>, with central: ExtraFields, _ member: ZipArchive.Member, _ index: Int,
    _ hazards: inout HazardList
  ) {
    for (tag, data) in blocks {
      if tag == Self.alignment { checkZeros(input, data.dropFirst(2), member, index, &hazards) }
      guard tag != Self.zip64, !Self.partial.contains(tag) else { continue }
      let other = central.blocks.first { $0.tag == tag }?.data
      if tag == Self.unicodePath {
        if !isEqual(input, data, other ?? 0..<0) {
          hazards.add(
            .unicodePathDisagrees, member: index, name: member.name, at: data.lowerBound,
            central: other.map { Self.path(input, $0) } ?? "", local: Self.path(input, data))
        }
      } else if let other, !isEqual(input, aligned(tag, data), aligned(tag, other)) {
        hazards.add(
          .extraFieldDisagrees, member: index, name: member.name, at: data.lowerBound,
          local: hexadecimal(UInt32(tag)))
      }
    }
    if let path = central.unicodePath, unicodePath == nil {
      hazards.add(
        .unicodePathDisagrees, member: index, name: member.name, at: path.lowerBound,
        central: Self.path(input, path))
    }
    if let repeatedOffset {
      hazards.add(.extraFieldRepeated, member: index, name: member.name, at: repeatedOffset)
    }
    if let padding { checkZeros(input, padding, member, index, &hazards) }
  }

  /// The alignment without its padding, whose length depends on the header's place.
  private func aligned(_ tag: UInt16, _ data: Range<Int>) -> Range<Int> {
    tag == Self.alignment ? data.prefix(2) : data
  }

  private func isEqual(_ input: Span<UInt8>, _ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    let distance = other.lowerBound - one.lowerBound
    for place in one where input[place] != input[place + distance] { return false }
    return true
  }

  /// The name in a Unicode path field.
  private static func path(_ input: Span<UInt8>, _ data: Range<Int>) -> String {
    let text = data.dropFirst(5)
    return String(decoding: [UInt8](copying: input.extracting(text)), as: UTF8.self)
  }

  private func checkZeros(
    _ input: Span<UInt8>, _ range: Range<Int>, _ member: ZipArchive.Member, _ index: Int,
    _ hazards: inout HazardList
  ) {
    guard let place = range.first(where: { input[$0] != 0 }) else { return }
    hazards.add(.paddingNotZero, member: index, name: member.name, at: place)
  }
}
