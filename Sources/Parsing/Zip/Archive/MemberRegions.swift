/// Byte ranges of the members, to find shared bytes and bytes of no member.
struct MemberRegions {
  /// Marker at the start of an archive that was to be split but fit into one part (APPNOTE 8.5.5).
  private static let temporaryMarker: UInt32 = 0x3030_4B50

  private var regions: [(start: Int, end: Int, member: Int)] = []

  init(capacity: Int) { regions.reserveCapacity(capacity) }

  mutating func add(_ member: Int, _ start: Int, _ end: Int) {
    regions.append((start, end, member))
  }

  /// Reports members that share bytes, and bytes of no member between `first` and the directory.
  /// Returns the members that must not be read because they share bytes.
  ///
  /// Cost: n log n in the members, for sorting by offset.
  mutating func check(
    _ input: Span<UInt8>, _ members: [ZipArchive.Member], from first: Int, directory: Range<Int>,
    _ hazards: inout HazardList
  ) -> [Int] {
    regions.sort { ($0.start, $0.member) < ($1.start, $1.member) }
    var overlapping: [Int] = []
    var end = min(first, directory.lowerBound)
    var widest: Int?
    for region in regions {
      if region.start > end {
        noteGap(input, end, region.start, isPrefix: widest == nil && end == 0, &hazards)
      }
      let other: String? =
        if let widest, region.start < end {
          members[widest].name
        } else if region.start < directory.upperBound, region.end > directory.lowerBound {
          "the central directory"
        } else {
          nil
        }
      if let other {
        let member = members[region.member]
        hazards.add(
          .overlappingMember, member: region.member, name: member.name, at: region.start,
          central: member.name, local: other)
        overlapping.append(region.member)
        if let widest, region.start < end { overlapping.append(widest) }
      }
      if region.end > end || widest == nil {
        end = max(end, region.end)
        widest = region.member
      }
    }
    if end < directory.lowerBound {
      noteGap(
        input, end, directory.lowerBound, isPrefix: widest == nil && end == 0, &hazards)
    }
    return overlapping
  }

  /// A gap that begins with a local header holds a member that the central directory does not list.
  private func noteGap(
    _ input: Span<UInt8>, _ start: Int, _ end: Int, isPrefix: Bool, _ hazards: inout HazardList
  ) {
    if end - start >= LocalHeader.size, LocalHeader.isAt(input, start) {
      hazards.add(.unlistedMember, name: LocalHeader.name(input, at: start), at: start)
    } else {
      let isMarker =
        isPrefix && end - start == 4
        && [LocalHeader.descriptorSignature, Self.temporaryMarker].contains(
          LittleEndian.load4(input, start))
      hazards.add(
        isMarker ? .spanningMarker : isPrefix ? .prefixBytes : .unusedBytes, at: start,
        local: "\(end - start) bytes")
    }
  }
}
