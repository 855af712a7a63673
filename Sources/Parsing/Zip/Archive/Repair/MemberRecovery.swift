/// Reads every member that can be recovered: by the directory, or by local headers without one.
struct MemberRecovery {
  /// Bytes examined for each byte of the input, at most, to find members without a directory.
  static let maximumWork = 16

  let limits: ZipLimits
  private(set) var entries: [ZipRepairEntry] = []
  private(set) var changes: [ZipRepairChange] = []
  private var budget: Int

  init(limits: ZipLimits) {
    self.limits = limits
    budget = limits.maximumTotalSize
  }

  /// Recovers the members and returns the archive; nil if it has no readable directory.
  mutating func recover(_ input: Span<UInt8>) throws(ZipError) -> ZipArchive? {
    let refusal: ZipError
    do throws(ZipError) {
      let archive = try ZipArchive(reading: input, limits: limits)
      for index in archive.members.indices { keep(archive, index, input) }
      return archive
    } catch {
      refusal = error
    }
    guard
      [.endRecordMissing, .zip64RecordMissing, .directoryOutside, .directoryEntryInvalid]
        .contains(refusal.code)
    else { throw refusal }
    changes.append(
      ZipRepairChange(.rebuiltDirectory, "", refusal.message, at: refusal.offset))
    scan(input)
    guard !entries.isEmpty else { throw refusal }
    return nil
  }

  private mutating func keep(_ archive: ZipArchive, _ index: Int, _ input: Span<UInt8>) {
    var member = archive.members[index]
    // The directory may claim any place; a change names one in the archive.
    member.headerOffset = min(member.headerOffset, input.count)
    if member.isSymbolicLink { return drop(member.name, "a symbolic link", member.headerOffset) }
    if member.isDirectory { return add(member, nil) }
    guard member.uncompressedSize <= budget else {
      return drop(
        member.name, "more than \(limits.maximumTotalSize) bytes in all", member.headerOffset)
    }
    let failure: ZipError
    do throws(ZipError) {
      return add(member, try archive.contents(of: index, in: input))
    } catch {
      failure = error
    }
    guard let contents = relocated(member, input) else {
      return drop(member.name, failure.message, member.headerOffset)
    }
    changes.append(
      ZipRepairChange(
        .rebuiltLocalHeader, member.name, failure.message, at: member.headerOffset))
    add(member, contents)
  }

  /// Reads the data of a member with a damaged local header. Its size and CRC-32 in the directory
  /// show whether the place is right.
  private func relocated(_ member: ZipArchive.Member, _ input: Span<UInt8>) -> [UInt8]? {
    let at = member.headerOffset
    guard !member.isEncrypted, member.uncompressedSize <= limits.maximumMemberSize, at >= 0,
      at <= input.count - LocalHeader.size
    else { return nil }
    let plain = at + LocalHeader.size + member.nameBytes.count
    let declared =
      at + LocalHeader.size + Int(LittleEndian.load2(input, at + 26))
      + Int(LittleEndian.load2(input, at + 28))
    let afterExtra = plain + Int(LittleEndian.load2(input, at + 28))
    for offset in [declared, afterExtra, plain] where offset <= input.count {
      var copy = member
      (copy.dataOffset, copy.refusal) = (offset, nil)
      if let contents = try? ZipArchive.contents(of: copy, in: input, limits) { return contents }
    }
    return nil
  }

  private mutating func add(_ member: ZipArchive.Member, _ contents: [UInt8]?) {
    budget -= contents?.count ?? 0
    entries.append(
      ZipRepairEntry(
        name: member.name, contents: contents, isStored: member.method == .stored,
        permissions: (member.unixMode ?? 0) & 0o777, modified: member.modified,
        offset: member.headerOffset))
  }

  private mutating func drop(_ name: String, _ reason: String, _ offset: Int) {
    changes.append(ZipRepairChange(.droppedMember, name, reason, at: offset))
  }
}

extension MemberRecovery {
  /// Reads the members one after the other by their local headers.
  private mutating func scan(_ input: Span<UInt8>) {
    var work = Self.maximumWork * input.count
    var at = 0
    while at <= input.count - LocalHeader.size, work > 0 {
      guard input[at] == 0x50, LocalHeader.isAt(input, at) else {
        at += 1
        continue
      }
      guard entries.count < limits.maximumMembers else { return }
      guard var member = Self.localMember(input, at),
        member.nameBytes.count <= limits.maximumNameLength
      else {
        at += 4
        continue
      }
      if let end = Self.measure(&member, input, limits),
        member.uncompressedSize <= min(budget, limits.maximumMemberSize),
        let contents = try? ZipArchive.contents(of: member, in: input, limits)
      {
        add(member, member.isDirectory ? nil : contents)
        work -= end - at
        at = end
      } else {
        drop(member.name, "its content is incomplete or damaged", at)
        // The data was looked for up to the end of the input.
        work -= input.count - at
        at += 4
      }
    }
  }

  /// The member of a local header; nil if the header is truncated.
  private static func localMember(_ input: Span<UInt8>, _ at: Int) -> ZipArchive.Member? {
    let nameEnd = at + LocalHeader.size + Int(LittleEndian.load2(input, at + 26))
    let dataOffset = nameEnd + Int(LittleEndian.load2(input, at + 28))
    guard dataOffset <= input.count else { return nil }
    var wide: [3 of UInt64] = [
      UInt64(LittleEndian.load4(input, at + 22)), UInt64(LittleEndian.load4(input, at + 18)), 0,
    ]
    let extra = ExtraFields(input, nameEnd..<dataOffset)
    guard extra.widen(input, &wide, count: 2) else { return nil }
    let flags = LittleEndian.load2(input, at + 6)
    var member = ZipArchive.Member(
      name: LocalHeader.name(input, at: at),
      nameBytes: [UInt8](copying: input.extracting(at + LocalHeader.size..<nameEnd)), flags: flags,
      method: ZipMethod(rawValue: LittleEndian.load2(input, at + 8)),
      uncompressedSize: Int(clamping: wide[0]), compressedSize: Int(clamping: wide[1]),
      versionNeeded: LittleEndian.load2(input, at + 4), extraFields: extra,
      crc32: LittleEndian.load4(input, at + 14), system: 0, externalAttributes: 0,
      modified: LittleEndian.load4(input, at + 10), headerOffset: at)
    member.dataOffset = dataOffset
    guard !member.isEncrypted, member.method == .stored || member.method == .deflated else {
      return nil
    }
    return member
  }

  /// Returns the end of the member's data, with its sizes and CRC-32 from the content where a data
  /// descriptor holds them.
  private static func measure(
    _ member: inout ZipArchive.Member, _ input: Span<UInt8>, _ limits: ZipLimits
  ) -> Int? {
    guard let start = member.dataOffset else { return nil }
    if member.flags & 0x0008 == 0 || member.compressedSize > 0 {
      guard member.compressedSize <= input.count - start else { return nil }
      if member.crc32 != 0 || member.flags & 0x0008 == 0 { return start + member.compressedSize }
    }
    return member.method == .stored
      ? measureStored(&member, input, start) : measureDeflated(&member, input, start, limits)
  }

  private static func measureDeflated(
    _ member: inout ZipArchive.Member, _ input: Span<UInt8>, _ start: Int, _ limits: ZipLimits
  ) -> Int? {
    guard
      let (output, consumed) = try? Inflate.inflatePart(
        input, start..<input.count, limit: limits.maximumMemberSize,
        maximumRatio: limits.maximumRatio, ratioFloor: limits.ratioFloor)
    else { return nil }
    let crc = CRC32.checksum(output.span)
    let end = start + consumed
    // The descriptor confirms the content, with or without its signature.
    let isConfirmed = [end, end + 4].contains {
      $0 <= input.count - 4 && LittleEndian.load4(input, $0) == crc
    }
    guard isConfirmed else { return nil }
    (member.compressedSize, member.uncompressedSize, member.crc32) = (consumed, output.count, crc)
    return end
  }

  /// Finds the descriptor, with or without its signature, after stored data whose size and CRC-32
  /// it states.
  private static func measureStored(
    _ member: inout ZipArchive.Member, _ input: Span<UInt8>, _ start: Int
  ) -> Int? {
    var crc = CRC32()
    var counted = start
    var at = start
    while at <= input.count - 12 {
      if let checksum = descriptorChecksum(input, at, sizes: at - start) {
        crc.update(input.extracting(counted..<at))
        counted = at
        if checksum == crc.value {
          (member.compressedSize, member.uncompressedSize) = (at - start, at - start)
          member.crc32 = crc.value
          return at
        }
      }
      at += 1
    }
    return nil
  }

  /// The checksum of a descriptor at `at` whose sizes are both `size`. Without its signature a
  /// descriptor of no bytes could be any run of zeros, and the next record must follow it.
  private static func descriptorChecksum(
    _ input: Span<UInt8>, _ at: Int, sizes size: Int
  ) -> UInt32? {
    if input[at] == 0x50, at <= input.count - 16,
      LittleEndian.load4(input, at) == LocalHeader.descriptorSignature,
      Int(LittleEndian.load4(input, at + 8)) == size
    {
      return LittleEndian.load4(input, at + 4)
    }
    guard Int(LittleEndian.load4(input, at + 4)) == size else { return nil }
    // Both sizes have 4 bytes, or 8 in an archive with zip64 fields.
    let isNarrow = Int(LittleEndian.load4(input, at + 8)) == size
    if isNarrow, size > 0 || isRecord(input, at + 12) { return LittleEndian.load4(input, at) }
    let isWide =
      at <= input.count - 20 && LittleEndian.load4(input, at + 8) == 0
      && Int(LittleEndian.load4(input, at + 12)) == size && LittleEndian.load4(input, at + 16) == 0
    if isWide, size > 0 || isRecord(input, at + 20) { return LittleEndian.load4(input, at) }
    return nil
  }

  /// Whether the input ends at `at`, or a record may begin there.
  private static func isRecord(_ input: Span<UInt8>, _ at: Int) -> Bool {
    at == input.count || at + 1 < input.count && LittleEndian.load2(input, at) == 0x4B50
  }
}
