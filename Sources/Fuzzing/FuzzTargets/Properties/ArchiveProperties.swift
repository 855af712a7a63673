internal import ByteReading
internal import ZipReading

/// Properties of archives.
enum ArchiveProperties {
  /// Small limits, so that one input costs milliseconds; the properties hold for any limits.
  static let limits: ZipLimits = {
    var limits = ZipLimits()
    limits.maximumMemberSize = 1 << 20
    limits.maximumTotalSize = 1 << 22
    limits.maximumMembers = 4096
    return limits
  }()

  /// Level at which every second member is compressed again.
  static let level: Deflate.Level = .stored

  static func check(_ archive: ZipArchive, _ input: Span<UInt8>) throws(PropertyViolation) {
    for hazard in archive.hazards {
      try PropertyCheck.offset(
        hazard.offset, isInside: input.count, of: "hazard \(hazard.code.rawValue)")
    }
    for hazard in archive.hazards.prefix(MessageProperties.maximumCount) {
      try MessageProperties.printable(
        "\(hazard.severity): \(hazard.message)", of: "hazard \(hazard.code.rawValue)")
    }
    try CostProperties.archive(archive, count: input.count)
    let plan = ExtractionPlan(archive).placements
    try ExtractionProperties.check(plan)
    try ExtractionProperties.reasonsAreHazards(plan, archive)
    for member in archive.members.prefix(64) {
      try ReferencePathRules.check(member.name, MemberPath(member.name).hazards)
    }
    var total = 0
    var writer = ZipWriter()
    var kept: [(name: [UInt8], contents: [UInt8])] = []
    for (index, member) in archive.members.enumerated() {
      guard total <= limits.maximumTotalSize,
        let contents = try? archive.contents(of: index, in: input)
      else { continue }
      total += contents.count
      try PropertyCheck.atMost(
        contents.count, limits.maximumMemberSize, property: "bounded", place: "member")
      try PropertyCheck.equal(
        member.uncompressedSize, contents.count, property: "size", place: "member")
      try CostProperties.content(contents, of: member)
      try PropertyCheck.equal(
        member.crc32, CRC32.checksum(contents.span), property: "checksum", place: "member")
      guard kept.count < 64, !member.nameBytes.isEmpty else { continue }
      kept.append((member.nameBytes, contents))
      writer.add(
        nameBytes: member.nameBytes, isUTF8: member.flags & 0x800 != 0, contents: contents,
        method: index.isMultiple(of: 2) ? .stored : .deflated(level))
    }
    try rewrittenIsEqual(kept, writer.finish())
  }

  /// A member read in pieces of bounded size has the contents, or the refusal, of the whole member.
  static func piecesAreTheWhole(_ archive: ZipArchive, _ input: Span<UInt8>)
    throws(PropertyViolation)
  {
    var total = 0
    for index in archive.members.indices.prefix(64) where total <= limits.maximumTotalSize {
      var pieces: [UInt8] = []
      var maximum = 0
      var refusal: ZipError?
      var unusedBytes = 0
      do throws(ZipError) {
        let unused = try archive.read(index, in: input) { piece in
          maximum = max(maximum, piece.count)
          for place in piece.indices { pieces.append(piece[place]) }
        }
        unusedBytes = unused
      } catch {
        refusal = error
      }
      try PropertyCheck.offset(unusedBytes, isInside: input.count, of: "unused bytes")
      total += pieces.count
      try PropertyCheck.atMost(maximum, 1 << 17, property: "bounded", place: "piece")
      if let refusal { try MessageProperties.printable(refusal.message, of: "refusal of a member") }
      let whole: [UInt8]?
      var verdict = "accepted"
      do throws(ZipError) {
        whole = try archive.contents(of: index, in: input)
      } catch {
        whole = nil
        verdict = "\(error.code)"
      }
      let place = "member \(index)"
      try PropertyCheck.equal(
        verdict, refusal.map { "\($0.code)" } ?? "accepted", property: "pieces-equal-whole",
        place: place)
      if let whole {
        try PropertyCheck.equal(whole, pieces, property: "pieces-equal-whole", place: place)
      }
    }
  }

  /// Verification reads at most the limit, and reports hazards at offsets inside the archive.
  static func verificationIsBounded(
    _ archive: ZipArchive, _ input: Span<UInt8>
  ) throws(PropertyViolation) {
    let (hazards, read) = archive.verify(input)
    try PropertyCheck.atMost(
      read, limits.maximumTotalSize, property: "bounded", place: "verification")
    for hazard in hazards {
      try PropertyCheck.offset(hazard.offset, isInside: input.count, of: "hazard of a verification")
    }
    for hazard in hazards.prefix(MessageProperties.maximumCount) {
      try MessageProperties.printable(
        "\(hazard.severity): \(hazard.message)", of: "hazard \(hazard.code.rawValue)")
    }
  }

  /// A repaired archive has no hazard of its headers, and repairing it again changes no byte.
  static func repairIsStable(_ archive: ZipArchive, _ input: Span<UInt8>) throws(PropertyViolation)
  {
    let bytes = archive.repaired(from: input)
    let again: ZipArchive
    do throws(ZipError) {
      again = try ZipArchive(reading: bytes.span, limits: limits)
    } catch {
      throw PropertyViolation(
        property: "repaired-has-no-hazard", place: "archive", expected: "accepted",
        found: "\(error.code)")
    }
    let harmless: Set<ZipHazard.Code> = [.highRatio, .nestedArchive, .longPath, .invisibleInName]
    for hazard in again.hazards where !harmless.contains(hazard.code) {
      throw PropertyViolation(
        property: "repaired-has-no-hazard", place: "archive", expected: "no hazard",
        found: hazard.code.rawValue)
    }
    try PropertyCheck.equal(
      bytes, again.repaired(from: bytes.span), property: "repair-is-stable", place: "archive")
  }

  private static func rewrittenIsEqual(
    _ kept: [(name: [UInt8], contents: [UInt8])], _ bytes: [UInt8]
  ) throws(PropertyViolation) {
    let again: ZipArchive
    do throws(ZipError) {
      again = try ZipArchive(reading: bytes.span)
    } catch {
      throw PropertyViolation(
        property: "written-is-readable", place: "archive", expected: "accepted",
        found: "\(error.code)")
    }
    try PropertyCheck.equal(
      kept.map(\.name), again.members.map(\.nameBytes), property: "write-read", place: "names")
    for (index, member) in kept.enumerated() {
      let contents = try? again.contents(of: index, in: bytes.span)
      try PropertyCheck.equal(
        member.contents, contents ?? [], property: "write-read", place: "contents")
    }
  }
}
