internal import ZipReading

/// Reference parser of local headers, from the first byte to the directory (APPNOTE 4.3.7).
///
/// It shares no code with the reader, so that it does not share its mistakes.
enum ReferenceLocalParser {
  /// Hazards with which the local headers may differ from the directory.
  private static let excuses: Set<ZipHazard.Code> = [
    .prefixBytes, .spanningMarker, .unlistedMember, .unusedBytes, .moreHazards,
    .localHeaderMissing,
    .headerOffsetDisagrees, .localNameDisagrees, .localMethodDisagrees, .localFlagsDisagree,
    .localSizeDisagrees, .localCompressedSizeDisagrees, .localChecksumDisagrees,
    .descriptorDisagrees, .descriptorMissing, .memberOutside, .overlappingMember,
    .zip64FieldMissing, .extraFieldInvalid,
  ]

  /// Unless a hazard is reported, every byte before the directory belongs to the header, data or
  /// descriptor of a member of the directory, with the same name, method, checksum and sizes.
  static func check(_ archive: ZipArchive, _ input: Span<UInt8>) throws(PropertyViolation) {
    guard !archive.hazards.contains(where: { excuses.contains($0.code) }) else { return }
    let codes = Set(archive.hazards.lazy.map(\.code))
    let members = archive.members.sorted { $0.headerOffset < $1.headerOffset }
    var offset = 0
    for (index, member) in members.enumerated() {
      let place = "local header \(index)"
      try PropertyCheck.equal(offset, member.headerOffset, property: "readings-agree", place: place)
      let next =
        index + 1 < members.count ? members[index + 1].headerOffset : archive.directory.lowerBound
      guard offset + 30 <= next, number(input, offset, 4) == 0x0403_4B50 else {
        throw PropertyViolation(
          property: "readings-agree", place: place, expected: "a signature", found: "none")
      }
      let flags = number(input, offset + 6, 2)
      try PropertyCheck.equal(
        Int(member.flags), flags, property: "readings-agree", place: place)
      try versionAndTime(member, codes, input, offset, place)
      let isStreamed = flags & 8 != 0
      try PropertyCheck.equal(
        Int(member.method.rawValue), number(input, offset + 8, 2), property: "readings-agree",
        place: place)
      let crc = number(input, offset + 14, 4)
      if !(isStreamed && crc == 0) {
        try PropertyCheck.equal(Int(member.crc32), crc, property: "readings-agree", place: place)
      }
      let sizes = [
        (member.compressedSize, number(input, offset + 18, 4)),
        (member.uncompressedSize, number(input, offset + 22, 4)),
      ]
      for (central, local) in sizes where local != 0xFFFF_FFFF && !(isStreamed && local == 0) {
        try PropertyCheck.equal(central, local, property: "readings-agree", place: place)
      }
      let nameEnd = offset + 30 + number(input, offset + 26, 2)
      let dataStart = nameEnd + number(input, offset + 28, 2)
      guard dataStart <= next else {
        throw PropertyViolation(
          property: "readings-agree", place: place, expected: "at most \(next)",
          found: "\(dataStart)")
      }
      for (byte, expected) in zip(offset + 30..<nameEnd, member.nameBytes) {
        try PropertyCheck.equal(
          expected, input[byte], property: "readings-agree", place: "name \(index)")
      }
      try PropertyCheck.equal(
        member.nameBytes.count, nameEnd - offset - 30, property: "readings-agree", place: place)
      // A descriptor has an optional signature, a checksum, and two sizes of four or eight bytes.
      let rest = next - dataStart - member.compressedSize
      guard isStreamed ? [12, 16, 20, 24].contains(rest) : rest == 0 else {
        throw PropertyViolation(
          property: "readings-agree", place: place,
          expected: isStreamed ? "a descriptor" : "no byte",
          found: "\(rest) bytes")
      }
      if isStreamed { try descriptor(of: member, input, next - rest, rest, place) }
      offset = next
    }
    try PropertyCheck.equal(
      archive.directory.lowerBound, offset, property: "readings-agree", place: "directory")
  }

  /// Version and time are those of the directory unless their own hazards are reported.
  private static func versionAndTime(
    _ member: ZipArchive.Member, _ codes: Set<ZipHazard.Code>, _ input: Span<UInt8>,
    _ offset: Int, _ place: String
  ) throws(PropertyViolation) {
    if !codes.contains(.localVersionDisagrees) {
      try PropertyCheck.equal(
        Int(member.versionNeeded), number(input, offset + 4, 2), property: "readings-agree",
        place: "version of \(place)")
    }
    if !codes.contains(.localTimeDisagrees) {
      try PropertyCheck.equal(
        Int(member.modified), number(input, offset + 10, 4), property: "readings-agree",
        place: "time of \(place)")
    }
  }

  /// Checks the checksum and both sizes. There is a signature before them when the length leaves
  /// room for one.
  private static func descriptor(
    of member: ZipArchive.Member, _ input: Span<UInt8>, _ start: Int, _ length: Int, _ place: String
  ) throws(PropertyViolation) {
    let width = length < 20 ? 4 : 8
    let first = start + (length == 4 + 2 * width ? 0 : 4)
    let values =
      [(Int(member.crc32), first, 4)] + [
        (member.compressedSize, first + 4, width),
        (member.uncompressedSize, first + 4 + width, width),
      ]
    for (central, offset, width) in values {
      try PropertyCheck.equal(
        central, number(input, offset, width), property: "readings-agree",
        place: "descriptor of \(place)")
    }
  }

  static func number(_ input: Span<UInt8>, _ offset: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) {
      $0 | Int(truncatingIfNeeded: UInt64(input[offset + $1]) << UInt64(8 * $1))
    }
  }
}
