/// A member's local header (APPNOTE 4.3.7) and data descriptor (4.3.9), compared with the central
/// directory.
///
///     0 signature  4 needed  6 flags  8 method  10 time  12 date  14 CRC  18 compressed  22 size
///     26 name length  28 extra length  30 name
struct LocalHeader {
  static let signature: UInt32 = 0x0403_4B50
  static let size = 30
  static let descriptorSignature: UInt32 = 0x0807_4B50

  /// First byte of the data.
  let dataOffset: Int

  static func isAt(_ input: Span<UInt8>, _ offset: Int) -> Bool {
    offset >= 0 && offset <= input.count - size && LittleEndian.load4(input, offset) == signature
  }

  /// Name in the local header at `offset`, as text.
  static func name(_ input: Span<UInt8>, at offset: Int) -> String {
    let end = offset + size + Int(LittleEndian.load2(input, offset + 26))
    let bytes = [UInt8](copying: input.extracting(offset + size..<min(end, input.count)))
    return MemberName.text(bytes, isUTF8: LittleEndian.load2(input, offset + 6) & 0x0800 != 0)
  }

  /// Reads the header of `member` and reports each field that differs from the central directory;
  /// nil when there is no header.
  init?(
    _ input: Span<UInt8>, _ member: ZipArchive.Member, _ index: Int, _ hazards: inout HazardList
  ) {
    let at = member.headerOffset
    guard Self.isAt(input, at) else {
      hazards.add(
        .localHeaderMissing, member: index, name: member.name, at: at, central: "offset \(at)")
      return nil
    }
    let nameEnd = at + Self.size + Int(LittleEndian.load2(input, at + 26))
    dataOffset = nameEnd + Int(LittleEndian.load2(input, at + 28))
    guard dataOffset <= input.count else { return }
    let flags = LittleEndian.load2(input, at + 6)
    let method = LittleEndian.load2(input, at + 8)
    let crc = LittleEndian.load4(input, at + 14)
    if !Self.hasEqualName(input, at + Self.size..<nameEnd, member.nameBytes) {
      hazards.add(
        .localNameDisagrees, member: index, name: member.name, at: at + Self.size,
        central: member.name, local: Self.name(input, at: at))
    }
    if flags != member.flags {
      hazards.add(
        .localFlagsDisagree, member: index, name: member.name, at: at + 6,
        central: hexadecimal(UInt32(member.flags)), local: hexadecimal(UInt32(flags)))
    }
    if method != member.method.rawValue {
      hazards.add(
        .localMethodDisagrees, member: index, name: member.name, at: at + 8,
        central: member.method.name, local: ZipMethod(rawValue: method).name)
    }
    let version = LittleEndian.load2(input, at + 4)
    if version != member.versionNeeded {
      hazards.add(
        .localVersionDisagrees, member: index, name: member.name, at: at + 4,
        central: "\(member.versionNeeded)", local: "\(version)")
    }
    let time = LittleEndian.load4(input, at + 10)
    if time != member.modified {
      hazards.add(
        .localTimeDisagrees, member: index, name: member.name, at: at + 10,
        central: hexadecimal(member.modified), local: hexadecimal(time))
    }
    let extra = ExtraFields(input, nameEnd..<dataOffset)
    extra.compare(input, with: member.extraFields, member, index, &hazards)
    if let broken = extra.brokenOffset {
      hazards.add(.extraFieldInvalid, member: index, name: member.name, at: broken)
    }
    var wide: [3 of UInt64] = [
      UInt64(LittleEndian.load4(input, at + 22)), UInt64(LittleEndian.load4(input, at + 18)), 0,
    ]
    if !extra.widen(input, &wide, count: 2) {
      hazards.add(.zip64FieldMissing, member: index, name: member.name, at: at)
    }
    // With a data descriptor a zero stands for "see the descriptor"; some writers, among them
    // Slicer's, store the sizes anyway.
    let isLater = flags & 0x0008 != 0
    if !(isLater && crc == 0) && crc != member.crc32 {
      hazards.add(
        .localChecksumDisagrees, member: index, name: member.name, at: at + 14,
        central: hexadecimal(member.crc32), local: hexadecimal(crc))
    }
    if !(isLater && wide[1] == 0) && wide[1] != UInt64(member.compressedSize) {
      hazards.add(
        .localCompressedSizeDisagrees, member: index, name: member.name, at: at + 18,
        central: "\(member.compressedSize)", local: "\(wide[1])")
    }
    if !(isLater && wide[0] == 0) && wide[0] != UInt64(member.uncompressedSize) {
      hazards.add(
        .localSizeDisagrees, member: index, name: member.name, at: at + 22,
        central: "\(member.uncompressedSize)", local: "\(wide[0])")
    }
  }

  private static func hasEqualName(
    _ input: Span<UInt8>, _ range: Range<Int>, _ name: [UInt8]
  ) -> Bool {
    guard range.count == name.count, range.upperBound <= input.count else { return false }
    let local = input.extracting(range)
    for index in name.indices where local[index] != name[index] { return false }
    return true
  }

  /// Length of the data descriptor at `offset`: CRC-32 and two sizes of four or eight bytes, with
  /// or without a signature. The first form that agrees with the central directory is used.
  static func descriptorLength(
    _ input: Span<UInt8>, at offset: Int, _ member: ZipArchive.Member, _ index: Int,
    _ hazards: inout HazardList
  ) -> Int {
    let isSigned =
      offset + 4 <= input.count && LittleEndian.load4(input, offset) == descriptorSignature
    for (start, width) in [(4, 4), (4, 8), (0, 4), (0, 8)] where start == 0 || isSigned {
      let length = start + 4 + 2 * width
      guard offset + length <= input.count else { continue }
      let sizes = offset + start + 4
      let compressed =
        width == 4
        ? UInt64(LittleEndian.load4(input, sizes)) : LittleEndian.load8(input, sizes)
      let size =
        width == 4
        ? UInt64(LittleEndian.load4(input, sizes + 4)) : LittleEndian.load8(input, sizes + 8)
      if LittleEndian.load4(input, offset + start) == member.crc32,
        compressed == UInt64(member.compressedSize), size == UInt64(member.uncompressedSize)
      {
        return length
      }
    }
    guard isSigned, offset + 16 <= input.count else {
      hazards.add(.descriptorMissing, member: index, name: member.name, at: offset)
      return 0
    }
    hazards.add(
      .descriptorDisagrees, member: index, name: member.name, at: offset,
      central: describe(member.crc32, member.compressedSize, member.uncompressedSize),
      local: describe(
        LittleEndian.load4(input, offset + 4), Int(LittleEndian.load4(input, offset + 8)),
        Int(LittleEndian.load4(input, offset + 12))))
    return 16
  }

  private static func describe(_ crc: UInt32, _ compressed: Int, _ size: Int) -> String {
    "CRC \(hexadecimal(crc)), \(compressed) to \(size) bytes"
  }
}

/// Eight hexadecimal digits.
func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 8 - digits.utf8.count) + digits
}
