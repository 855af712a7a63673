/// Reads the central directory (APPNOTE 4.3.12) entry by entry.
///
///     0 signature  4 made by  6 needed  8 flags  10 method  12 time  14 date  16 CRC
///     20 compressed  24 size  28 name length  30 extra length  32 comment length  34 disk
///     36 internal  38 external  42 header offset  46 name
struct CentralDirectory {
  static let signature: UInt32 = 0x0201_4B50
  static let digitalSignature: UInt32 = 0x0505_4B50
  static let archiveExtraData: UInt32 = 0x0806_4B50

  /// First byte of the directory.
  let start: Int
  /// First byte after the last entry.
  private(set) var end: Int
  /// Bytes before the archive; every stored offset is too small by this number.
  let base: Int
  /// Actual offset of the directory minus its declared offset, where that is not `base`. Offsets of
  /// single members may be wrong by the same number.
  let shift: Int
  private(set) var members: [ZipArchive.Member] = []

  init(
    _ input: Span<UInt8>, _ record: EndRecord, _ limits: ZipLimits, _ hazards: inout HazardList
  ) throws(ZipError) {
    (start, base) = try Self.locate(input, record, &hazards)
    let declared = Int(clamping: record.directoryOffset)
    shift = base == 0 && declared <= input.count ? start - declared : 0
    end = start
    while end + 4 <= record.offset {
      let signature = LittleEndian.load4(input, end)
      if signature != Self.signature {
        if signature == Self.archiveExtraData {
          throw ZipError(.directoryEncrypted, at: end)
        }
        break
      }
      guard members.count < limits.maximumMembers else {
        throw ZipError(.tooManyMembers, at: end, value: UInt64(limits.maximumMembers))
      }
      try readEntry(input, record.offset, limits, &hazards)
    }
    checkEnd(input, record, &hazards)
    // Writers without zip64 let the 16-bit count wrap, so only its bits can disagree.
    let counted = UInt64(members.count)
    guard counted == record.entryCount else {
      if members.isEmpty || counted < record.entryCount && end < record.directoryEnd {
        throw ZipError(.directoryEntryInvalid, at: end)
      }
      hazards.add(
        .entryCountDisagrees, at: record.offset + 10, central: "\(counted)",
        local: "\(record.entryCount)")
      return
    }
  }

  /// Locates the directory by its size before the end record, as most readers do, or else at the
  /// declared offset.
  private static func locate(
    _ input: Span<UInt8>, _ record: EndRecord, _ hazards: inout HazardList
  ) throws(ZipError) -> (start: Int, base: Int) {
    let declared = Int(clamping: record.directoryOffset)
    let counted = record.directoryEnd - Int(clamping: record.directorySize)
    let isEmpty = record.entryCount == 0 && record.directorySize == 0
    if counted >= 0, isEmpty || isEntry(input, counted, record.offset) {
      if counted == declared { return (counted, 0) }
      if counted > declared, isEmpty || isShifted(input, counted, by: counted - declared) {
        hazards.add(.prefixBytes, at: 0, local: "\(counted - declared) bytes")
        return (counted, counted - declared)
      }
      if isEntry(input, declared, record.offset) { return (declared, 0) }
      hazards.add(
        .directoryOffsetDisagrees, at: record.offset + 16, central: "\(counted)",
        local: "\(declared)")
      return (counted, 0)
    }
    guard isEntry(input, declared, record.offset) else {
      throw ZipError(.directoryOutside, at: record.offset + 12)
    }
    return (declared, 0)
  }

  private static func isEntry(_ input: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
    guard offset <= end - 4 else { return false }
    let found = LittleEndian.load4(input, offset)
    return found == signature || found == archiveExtraData
  }

  /// Whether the local header of the first entry lies `shift` bytes after its stored offset.
  private static func isShifted(_ input: Span<UInt8>, _ entry: Int, by shift: Int) -> Bool {
    guard entry + 46 <= input.count else { return false }
    let offset = Int(LittleEndian.load4(input, entry + 42))
    return LocalHeader.isAt(input, offset + shift) || !LocalHeader.isAt(input, offset)
  }

  private mutating func readEntry(
    _ input: Span<UInt8>, _ limit: Int, _ limits: ZipLimits, _ hazards: inout HazardList
  ) throws(ZipError) {
    let at = end
    guard at + 46 <= limit else { throw ZipError(.directoryEntryInvalid, at: at) }
    let nameLength = Int(LittleEndian.load2(input, at + 28))
    let nameEnd = at + 46 + nameLength
    guard nameEnd <= limit else { throw ZipError(.directoryEntryInvalid, at: at) }
    // The extra fields and comment after the name may be cut off; the entry is still readable.
    let declaredEnd = nameEnd + Int(LittleEndian.load2(input, at + 30))
    let extraEnd = min(declaredEnd, limit)
    let commentEnd = extraEnd + Int(LittleEndian.load2(input, at + 32))
    end = min(commentEnd, limit)
    guard nameLength <= limits.maximumNameLength else {
      throw ZipError(.nameTooLong, at: at + 28, value: UInt64(nameLength))
    }
    let bytes = [UInt8](copying: input.extracting(at + 46..<nameEnd))
    let flags = LittleEndian.load2(input, at + 8)
    let extra = ExtraFields(input, nameEnd..<extraEnd)
    var wide: [3 of UInt64] = [
      UInt64(LittleEndian.load4(input, at + 24)), UInt64(LittleEndian.load4(input, at + 20)),
      UInt64(LittleEndian.load4(input, at + 42)),
    ]
    let wideCount = (0..<3).count { wide[$0] == 0xFFFF_FFFF }
    let isWide = extra.widen(input, &wide, count: 3)
    let shifted = wide[2].addingReportingOverflow(UInt64(base))
    var member = ZipArchive.Member(
      name: MemberName.text(bytes, isUTF8: flags & 0x0800 != 0), nameBytes: bytes, flags: flags,
      method: ZipMethod(rawValue: LittleEndian.load2(input, at + 10)),
      uncompressedSize: Int(clamping: wide[0]), compressedSize: Int(clamping: wide[1]),
      versionNeeded: LittleEndian.load2(input, at + 6), extraFields: extra,
      crc32: LittleEndian.load4(input, at + 16), system: input[at + 5],
      externalAttributes: LittleEndian.load4(input, at + 38),
      modified: LittleEndian.load4(input, at + 12),
      headerOffset: shifted.overflow ? Int.max : Int(clamping: shifted.partialValue))
    let index = members.count
    if shift != 0 { findHeader(input, at + 42, index, &member, &hazards) }
    if let repeated = extra.repeatedOffset {
      hazards.add(.extraFieldRepeated, member: index, name: member.name, at: repeated)
    }
    if let unicode = extra.unicodePath {
      readUnicodePath(input, unicode, index, &member, &hazards)
    }
    if let broken = extra.brokenOffset ?? (declaredEnd > limit ? nameEnd : nil) {
      hazards.add(.extraFieldInvalid, member: index, name: member.name, at: broken)
    }
    if commentEnd > limit, declaredEnd <= limit {
      hazards.add(.commentOutside, member: index, name: member.name, at: at + 32)
    }
    if !isWide {
      hazards.add(.zip64FieldMissing, member: index, name: member.name, at: at)
      member.refusal = ZipError(.zip64FieldMissing, at: at)
    } else if extra.disk(input, LittleEndian.load2(input, at + 34), after: wideCount) != 0 {
      hazards.add(.multipleDisks, member: index, name: member.name, at: at + 34)
      member.refusal = ZipError(.multipleDisks, at: at + 34)
    }
    if wideCount == 0, let field = extra.zip64, LittleEndian.load2(input, at + 34) != 0xFFFF {
      checkUnneededZip64(input, field, index, member, &hazards)
    }
    members.append(member)
  }

  /// Looks for the local header at the member's offset plus `shift`.
  private func findHeader(
    _ input: Span<UInt8>, _ field: Int, _ index: Int, _ member: inout ZipArchive.Member,
    _ hazards: inout HazardList
  ) {
    let found = member.headerOffset.addingReportingOverflow(shift)
    guard !found.overflow, !LocalHeader.isAt(input, member.headerOffset),
      LocalHeader.isAt(input, found.partialValue)
    else { return }
    hazards.add(
      .headerOffsetDisagrees, member: index, name: member.name, at: field,
      central: "\(member.headerOffset)", local: "\(found.partialValue)")
    member.headerOffset = found.partialValue
  }

  /// Reports a zip64 field although no other field is saturated (4.5.3): a reader that uses it may
  /// see other sizes.
  private func checkUnneededZip64(
    _ input: Span<UInt8>, _ field: Range<Int>, _ index: Int, _ member: ZipArchive.Member,
    _ hazards: inout HazardList
  ) {
    let sizes = [member.uncompressedSize, member.compressedSize]
    for (place, size) in sizes.enumerated() where field.count >= 8 * (place + 1) {
      let wide = LittleEndian.load8(input, field.lowerBound + 8 * place)
      guard wide != UInt64(size) else { continue }
      return hazards.add(
        .zip64Disagrees, member: index, name: member.name, at: field.lowerBound + 8 * place,
        central: "\(size)", local: "\(wide)")
    }
    hazards.add(.zip64FieldUnneeded, member: index, name: member.name, at: field.lowerBound)
  }

  /// Info-ZIP Unicode Path (4.6.9): version 1, CRC-32 of the header's name, the name in UTF-8. The
  /// field replaces the name only when its CRC matches, since a mismatch means that a program
  /// without support for the field renamed the member.
  private func readUnicodePath(
    _ input: Span<UInt8>, _ field: Range<Int>, _ index: Int, _ member: inout ZipArchive.Member,
    _ hazards: inout HazardList
  ) {
    guard field.count >= 5, input[field.lowerBound] == 1 else {
      hazards.add(.extraFieldInvalid, member: index, name: member.name, at: field.lowerBound)
      return
    }
    let text = [UInt8](copying: input.extracting(field.lowerBound + 5..<field.upperBound))
    let name = String(decoding: text, as: UTF8.self)
    let isCurrent =
      LittleEndian.load4(input, field.lowerBound + 1)
      == CRC32.checksum(member.nameBytes.span)
    if name != member.name || !isCurrent {
      hazards.add(
        .unicodePathDisagrees, member: index, name: member.name, at: field.lowerBound,
        central: member.name, local: name)
    }
    if isCurrent, MemberName.isValidUTF8(text) { member.name = name }
  }

  /// Checks the bytes between the last entry and the end record.
  private func checkEnd(
    _ input: Span<UInt8>, _ record: EndRecord, _ hazards: inout HazardList
  ) {
    var end = end
    // The directory may be followed by its digital signature (4.3.13).
    if end + 6 <= record.offset, LittleEndian.load4(input, end) == Self.digitalSignature {
      end += 6 + Int(LittleEndian.load2(input, end + 4))
    }
    let declaredEnd = UInt64(start).addingReportingOverflow(record.directorySize)
    if declaredEnd.overflow || declaredEnd.partialValue != UInt64(end) {
      hazards.add(
        .directorySizeDisagrees, at: record.offset + 12, central: "\(end - start)",
        local: "\(record.directorySize)")
    }
    if end < record.directoryEnd {
      hazards.add(.unusedBytes, at: end, local: "\(record.directoryEnd - end) bytes")
    }
  }
}
