/// Directory of a zip archive, read from the central directory and compared with the local headers.
///
/// The central directory decides; each difference of a local header is a hazard. The archive keeps
/// no bytes of the input: contents are read from the same input again.
public struct ZipArchive: Sendable {
  /// Members in the order of the central directory.
  public let members: [Member]
  /// Hazards in the order of checking: archive, members, regions, names.
  public let hazards: [ZipHazard]
  /// Limits of the reading; reading contents uses the same.
  public let limits: ZipLimits
  /// Byte range of the central directory in the input.
  public let directory: Range<Int>

  /// Reads the directory and all headers, but no content except the targets of links.
  ///
  /// Cost: n log n in the members plus the bytes of their headers. Memory: at most the members that
  /// the bytes of the input can hold.
  ///
  /// - Throws: `ZipError` when the directory cannot be read. An error in a single member is a
  ///   hazard and refuses only the content of that member.
  public init(reading input: Span<UInt8>, limits: ZipLimits = .default) throws(ZipError) {
    var hazards = HazardList(limit: limits.maximumHazards, count: input.count)
    let record = try EndRecord.find(input, &hazards)
    let directory = try CentralDirectory(input, record, limits, &hazards)
    var members = directory.members
    var regions = MemberRegions(capacity: members.count)
    var total = 0
    for index in members.indices {
      Self.readLocal(input, &members[index], index, &regions, &hazards)
      Self.checkSizes(&members[index], index, limits, &hazards)
      // Saturates, and is reported once.
      let isWithin = total <= limits.maximumTotalSize
      total =
        total.addingReportingOverflow(members[index].uncompressedSize).overflow
        ? Int.max : total + members[index].uncompressedSize
      if isWithin, total > limits.maximumTotalSize {
        hazards.add(
          .totalSizeExceeded, member: index, name: members[index].name, at: directory.start,
          central: "\(limits.maximumTotalSize) bytes")
      }
    }
    let overlapping = regions.check(
      input, members, from: directory.base, directory: directory.start..<directory.end, &hazards)
    for index in overlapping where members[index].refusal == nil {
      members[index].refusal = ZipError(.overlappingMember, at: members[index].headerOffset)
    }
    Self.checkNames(input, members, limits, &hazards)
    self.members = members
    self.hazards = hazards.hazards
    self.limits = limits
    self.directory = directory.start..<directory.end
  }

  /// Finds the member's data and its byte range from header to descriptor.
  private static func readLocal(
    _ input: Span<UInt8>, _ member: inout Member, _ index: Int, _ regions: inout MemberRegions,
    _ hazards: inout HazardList
  ) {
    guard let local = LocalHeader(input, member, index, &hazards) else {
      member.refusal =
        member.refusal ?? ZipError(.localHeaderMissing, at: min(member.headerOffset, input.count))
      return
    }
    guard local.dataOffset <= input.count,
      member.compressedSize <= input.count - local.dataOffset
    else {
      hazards.add(
        .memberOutside, member: index, name: member.name, at: member.headerOffset,
        central: "\(member.compressedSize) bytes")
      member.refuse(.memberOutside)
      return
    }
    member.dataOffset = local.dataOffset
    var end = local.dataOffset + member.compressedSize
    if LittleEndian.load2(input, member.headerOffset + 6) & 0x0008 != 0 {
      end += LocalHeader.descriptorLength(input, at: end, member, index, &hazards)
    }
    regions.add(index, member.headerOffset, end)
  }
}

extension ZipArchive.Member {
  /// Keeps the first reason.
  mutating func refuse(_ code: ZipError.Code, value: UInt64 = 0) {
    if refusal == nil { refusal = ZipError(code, at: headerOffset, value: value) }
  }
}
