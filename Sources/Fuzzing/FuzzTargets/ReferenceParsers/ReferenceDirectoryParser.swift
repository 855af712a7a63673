internal import ZipReading

/// Reference parser of the central directory, entry by entry (APPNOTE 4.3.12), with zip64 values in
/// their order for saturated fields (4.5.3).
///
/// It shares no code with the reader, so that it does not share its mistakes.
enum ReferenceDirectoryParser {
  /// Hazards with which a member may differ from the fields of its entry.
  private static let excuses: Set<ZipHazard.Code> = [
    .prefixBytes, .headerOffsetDisagrees, .zip64FieldMissing, .extraFieldInvalid, .commentOutside,
    .unicodePathDisagrees, .moreHazards,
  ]

  static func check(_ archive: ZipArchive, _ input: Span<UInt8>) throws(PropertyViolation) {
    guard !archive.hazards.contains(where: { excuses.contains($0.code) }) else { return }
    var entry = archive.directory.lowerBound
    for (index, member) in archive.members.enumerated() {
      func agree(_ found: Int, _ offset: Int, _ width: Int) throws(PropertyViolation) {
        try PropertyCheck.equal(
          ReferenceLocalParser.number(input, entry + offset, width), found,
          property: "directory-matches-reference",
          place: "field \(offset) of entry \(index)")
      }
      guard entry + 46 <= archive.directory.upperBound else { return }
      try agree(Int(member.flags), 8, 2)
      try agree(Int(member.method.rawValue), 10, 2)
      try agree(Int(member.crc32), 16, 4)
      try agree(member.nameBytes.count, 28, 2)
      let nameEnd = entry + 46 + member.nameBytes.count
      for (byte, place) in zip(member.nameBytes, entry + 46..<nameEnd) {
        try PropertyCheck.equal(
          input[place], byte, property: "directory-matches-reference", place: "name \(index)")
      }
      let extraEnd = nameEnd + ReferenceLocalParser.number(input, entry + 30, 2)
      var wide = zip64(input, nameEnd, extraEnd)
      for (found, offset) in [
        (member.uncompressedSize, 24), (member.compressedSize, 20), (member.headerOffset, 42),
      ] {
        guard ReferenceLocalParser.number(input, entry + offset, 4) == 0xFFFF_FFFF else {
          try agree(found, offset, 4)
          continue
        }
        guard wide.count >= 8 else { break }
        let value = ReferenceLocalParser.number(input, wide.lowerBound, 8)
        wide = wide.dropFirst(8)
        // The reader clamps values of 2^63 and more.
        guard value >= 0 else { continue }
        try PropertyCheck.equal(
          value, found, property: "directory-matches-reference",
          place: "zip64 field \(offset) of entry \(index)")
      }
      entry = extraEnd + ReferenceLocalParser.number(input, entry + 32, 2)
    }
  }

  /// The data of the first zip64 field, tag 1.
  private static func zip64(_ input: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int> {
    var place = start
    while place + 4 <= end {
      let next = place + 4 + ReferenceLocalParser.number(input, place + 2, 2)
      if ReferenceLocalParser.number(input, place, 2) == 1 {
        return place + 4..<max(min(next, end), place + 4)
      }
      place = next
    }
    return end..<end
  }
}
