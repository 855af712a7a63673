/// End of central directory record (APPNOTE 4.3.16), combined with its zip64 form (4.3.14, 4.3.15)
/// where a field is saturated.
///
///     0 signature  4 disk  6 directory's disk  8 entries here  10 entries  12 size  16 offset
///     20 comment length
struct EndRecord {
  static let signature: UInt32 = 0x0605_4B50
  static let size = 22

  let offset: Int
  /// Expected end of the directory: the offset of this record, or of its zip64 form.
  private(set) var directoryEnd: Int
  private(set) var entryCount: UInt64
  private(set) var directorySize: UInt64
  private(set) var directoryOffset: UInt64

  /// Finds the end record, searching backwards over the longest possible comment.
  ///
  /// The last record with a plausible directory is used, as in most readers, also when it lies in
  /// the comment of another record; that is a hazard. A record whose directory would lie outside
  /// the file is used only when there is no other. Cost: linear in the last 65,557 bytes.
  static func find(
    _ input: Span<UInt8>, _ hazards: inout HazardList
  ) throws(ZipError) -> EndRecord {
    var chosen: Int?
    var implausible: Int?
    var outer: Int?
    var position = input.count - size
    let minimum = max(0, position - 0xFFFF)
    while position >= minimum {
      defer { position -= 1 }
      guard input[position] == 0x50, LittleEndian.load4(input, position) == signature else {
        continue
      }
      if !isPlausible(input, position) {
        if implausible == nil, chosen == nil { implausible = position }
      } else if let chosen {
        let commentEnd = position + size + Int(LittleEndian.load2(input, position + 20))
        // A comment that would end outside the file is no alternative reading: bytes of a stored
        // member can look like one.
        if outer == nil, (chosen + size...input.count).contains(commentEnd) { outer = position }
      } else {
        chosen = position
      }
    }
    guard let offset = chosen ?? implausible else {
      // The first part of a split archive begins with a marker (APPNOTE 8.5.4) and has no end
      // record.
      throw input.count >= 4 && LittleEndian.load4(input, 0) == LocalHeader.descriptorSignature
        ? ZipError(.multipleDisks, at: 0) : ZipError(.endRecordMissing, at: input.count)
    }
    if let implausible, implausible > offset {
      hazards.add(.secondEndRecord, at: implausible, central: "\(offset)", local: "\(implausible)")
    }
    if let outer {
      hazards.add(.endRecordInComment, at: offset, central: "\(outer)", local: "\(offset)")
    }
    let end = offset + size + Int(LittleEndian.load2(input, offset + 20))
    if end < input.count {
      hazards.add(.trailingBytes, at: end, local: "\(input.count - end) bytes")
    } else if end > input.count {
      hazards.add(.commentOutside, at: offset + 20)
    }
    return try EndRecord(at: offset, input, &hazards)
  }

  /// Whether the declared directory fits before the record.
  private static func isPlausible(_ input: Span<UInt8>, _ position: Int) -> Bool {
    let directorySize = Int(LittleEndian.load4(input, position + 12))
    let directoryOffset = Int(LittleEndian.load4(input, position + 16))
    return (directorySize <= position || directorySize == 0xFFFF_FFFF)
      && (directoryOffset <= position || directoryOffset == 0xFFFF_FFFF)
  }

  private init(
    at offset: Int, _ input: Span<UInt8>, _ hazards: inout HazardList
  ) throws(ZipError) {
    self.offset = offset
    directoryEnd = offset
    let disk = LittleEndian.load2(input, offset + 4)
    let directoryDisk = LittleEndian.load2(input, offset + 6)
    let entriesHere = LittleEndian.load2(input, offset + 8)
    let entries = LittleEndian.load2(input, offset + 10)
    let size = LittleEndian.load4(input, offset + 12)
    let start = LittleEndian.load4(input, offset + 16)
    entryCount = UInt64(entries)
    directorySize = UInt64(size)
    directoryOffset = UInt64(start)
    let zip64 = Zip64EndRecord.find(before: offset, input, &hazards)
    if let zip64 {
      directoryEnd = zip64.offset
      try zip64.requireOneDisk()
      entryCount = choose(UInt64(entries), 0xFFFF, zip64.entryCount, zip64.offset + 32, &hazards)
      directorySize = choose(
        UInt64(size), 0xFFFF_FFFF, zip64.directorySize, zip64.offset + 40, &hazards)
      directoryOffset = choose(
        UInt64(start), 0xFFFF_FFFF, zip64.directoryOffset, zip64.offset + 48, &hazards)
      zip64.checkSize(before: offset - 20, &hazards)
    } else if start == 0xFFFF_FFFF || size == 0xFFFF_FFFF {
      throw ZipError(.zip64RecordMissing, at: offset)
    } else if Zip64EndRecord.isLocator(input, offset - 20) {
      directoryEnd = offset - 20
    }
    let oneDisk =
      (disk == 0 || disk == 0xFFFF && zip64 != nil)
      && (directoryDisk == 0 || directoryDisk == 0xFFFF && zip64 != nil)
    guard oneDisk, entriesHere == entries else { throw ZipError(.multipleDisks, at: offset + 4) }
  }

  /// Returns the zip64 value where the 32-bit field is saturated, else the field; a hazard when the
  /// two differ.
  private func choose(
    _ field: UInt64, _ saturated: UInt64, _ wide: UInt64, _ offset: Int,
    _ hazards: inout HazardList
  ) -> UInt64 {
    if field == saturated { return wide }
    if field != wide {
      hazards.add(.zip64Disagrees, at: offset, central: "\(field)", local: "\(wide)")
    }
    return field
  }
}

/// Zip64 end of central directory record and its locator.
///
///     record:  0 signature  4 size  12 made by  14 needed  16 disk  20 directory's disk
///              24 entries here  32 entries  40 size  48 offset
///     locator: 0 signature  4 record's disk  8 record's offset  16 disks
struct Zip64EndRecord {
  static let signature: UInt32 = 0x0606_4B50
  static let locatorSignature: UInt32 = 0x0706_4B50

  let offset: Int
  /// Size of the record without its first twelve bytes, as stored.
  let size: UInt64
  let disk: UInt32
  let directoryDisk: UInt32
  let entriesHere: UInt64
  let entryCount: UInt64
  let directorySize: UInt64
  let directoryOffset: UInt64
  let disks: UInt32

  /// Finds the record through a locator directly before the end record; nil without one.
  ///
  /// A locator that points elsewhere is a hazard: some readers follow it, others look directly
  /// before it.
  static func find(
    before end: Int, _ input: Span<UInt8>, _ hazards: inout HazardList
  ) -> Zip64EndRecord? {
    let locator = end - 20
    guard isLocator(input, locator) else { return nil }
    let declared = LittleEndian.load8(input, locator + 8)
    // With bytes before the archive the stored offset is too small; the record then lies directly
    // before its locator.
    for candidate in [Int(clamping: declared), locator - 56] {
      guard candidate >= 0, candidate <= locator - 56,
        LittleEndian.load4(input, candidate) == signature
      else {
        if candidate == Int(clamping: declared) {
          hazards.add(.zip64LocatorInvalid, at: locator + 8, local: "\(declared)")
        }
        continue
      }
      return Zip64EndRecord(at: candidate, locator: locator, input)
    }
    return nil
  }

  static func isLocator(_ input: Span<UInt8>, _ offset: Int) -> Bool {
    offset >= 0 && LittleEndian.load4(input, offset) == locatorSignature
  }

  private init(at offset: Int, locator: Int, _ input: Span<UInt8>) {
    self.offset = offset
    size = LittleEndian.load8(input, offset + 4)
    disk = LittleEndian.load4(input, offset + 16)
    directoryDisk = LittleEndian.load4(input, offset + 20)
    entriesHere = LittleEndian.load8(input, offset + 24)
    entryCount = LittleEndian.load8(input, offset + 32)
    directorySize = LittleEndian.load8(input, offset + 40)
    directoryOffset = LittleEndian.load8(input, offset + 48)
    disks = LittleEndian.load4(input, locator + 16)
  }

  func requireOneDisk() throws(ZipError) {
    guard disk == 0, directoryDisk == 0, disks <= 1, entriesHere == entryCount else {
      throw ZipError(.multipleDisks, at: offset + 16)
    }
  }

  /// The record must have at least its fixed fields and end at the locator.
  func checkSize(before locator: Int, _ hazards: inout HazardList) {
    let actual = UInt64(locator - offset - 12)
    guard size != actual else { return }
    hazards.add(
      .zip64RecordSizeDisagrees, at: offset + 4, central: "\(actual)", local: "\(size)")
    if size >= 44, size < actual {
      let end = offset + 12 + Int(size)
      hazards.add(.unusedBytes, at: end, local: "\(locator - end) bytes")
    }
  }
}
