internal import ZipReading

/// The laws of archives.
enum ArchiveLaws {
  /// Small, so that one input costs milliseconds; the laws hold for any limits.
  static let limits: ZipLimits = {
    var limits = ZipLimits()
    limits.maximumMemberSize = 1 << 20
    limits.maximumTotalSize = 1 << 22
    limits.maximumMembers = 4096
    return limits
  }()

  /// The level at which every other member is compressed again.
  static let level: Deflate.Level = .stored

  static func check(_ archive: ZipArchive, _ input: Span<UInt8>) throws(BrokenLaw) {
    for finding in archive.findings {
      try Law.offset(finding.offset, isInside: input.count, of: "finding \(finding.code.rawValue)")
    }
    for finding in archive.findings.prefix(MessageLaws.most) {
      try MessageLaws.sayable(finding.message, of: "finding \(finding.code.rawValue)")
    }
    try CostLaws.archive(archive, count: input.count)
    try ExtractionLaws.check(ExtractionPlan(archive).placements)
    for member in archive.members.prefix(64) {
      try PathByRule.check(member.name, MemberPath(member.name).hazards)
    }
    var total = 0
    var writer = ZipWriter()
    var kept: [(name: [UInt8], contents: [UInt8])] = []
    for (index, member) in archive.members.enumerated() {
      guard total <= limits.maximumTotalSize,
        let contents = try? archive.contents(of: index, in: input)
      else { continue }
      total += contents.count
      try Law.atMost(contents.count, limits.maximumMemberSize, law: "bounded", place: "member")
      try Law.equal(member.uncompressedSize, contents.count, law: "size", place: "member")
      try CostLaws.content(contents, of: member)
      try Law.equal(
        member.crc32, CRC32.checksum(contents.span), law: "checksum", place: "member")
      guard kept.count < 64, !member.nameBytes.isEmpty else { continue }
      kept.append((member.nameBytes, contents))
      writer.add(
        nameBytes: member.nameBytes, isUTF8: member.flags & 0x800 != 0, contents: contents,
        method: index.isMultiple(of: 2) ? .stored : .deflated(level))
    }
    try rewrittenIsEqual(kept, writer.finish())
  }

  /// Read piece by piece a member gives what it gives whole, in pieces of bounded size, or the same refusal.
  static func piecesAreTheWhole(_ archive: ZipArchive, _ input: Span<UInt8>) throws(BrokenLaw) {
    var total = 0
    for index in archive.members.indices.prefix(64) where total <= limits.maximumTotalSize {
      var pieces: [UInt8] = []
      var longest = 0
      var refusal: ZipError?
      var unusedBytes = 0
      do throws(ZipError) {
        let unused = try archive.read(index, in: input) { piece in
          longest = max(longest, piece.count)
          for place in piece.indices { pieces.append(piece[place]) }
        }
        unusedBytes = unused
      } catch {
        refusal = error
      }
      try Law.offset(unusedBytes, isInside: input.count, of: "unused bytes")
      total += pieces.count
      try Law.atMost(longest, 1 << 17, law: "bounded", place: "piece")
      if let refusal { try MessageLaws.sayable(refusal.message, of: "refusal of a member") }
      let whole: [UInt8]?
      var verdict = "accepted"
      do throws(ZipError) {
        whole = try archive.contents(of: index, in: input)
      } catch {
        whole = nil
        verdict = "\(error.code)"
      }
      let place = "member \(index)"
      try Law.equal(
        verdict, refusal.map { "\($0.code)" } ?? "accepted", law: "pieces-equal-whole",
        place: place)
      if let whole { try Law.equal(whole, pieces, law: "pieces-equal-whole", place: place) }
    }
  }

  /// Verifying reads no more than it may, and tells of members that are there.
  static func verificationIsBounded(
    _ archive: ZipArchive, _ input: Span<UInt8>
  ) throws(BrokenLaw) {
    let (findings, read) = archive.verify(input)
    try Law.atMost(read, limits.maximumTotalSize, law: "bounded", place: "verification")
    for finding in findings {
      try Law.offset(finding.offset, isInside: input.count, of: "finding of a verification")
    }
    for finding in findings.prefix(MessageLaws.most) {
      try MessageLaws.sayable(finding.message, of: "finding \(finding.code.rawValue)")
    }
  }

  /// What is repaired is honest, and its own repair byte for byte.
  static func repairIsStable(_ archive: ZipArchive, _ input: Span<UInt8>) throws(BrokenLaw) {
    let bytes = archive.repaired(from: input)
    let again: ZipArchive
    do throws(ZipError) {
      again = try ZipArchive(reading: bytes.span, limits: limits)
    } catch {
      throw BrokenLaw(
        law: "repaired-is-honest", place: "archive", expected: "accepted", found: "\(error.code)")
    }
    for finding in again.findings where ![.highRatio, .nestedArchive].contains(finding.code) {
      throw BrokenLaw(
        law: "repaired-is-honest", place: "archive", expected: "no finding",
        found: finding.code.rawValue)
    }
    try Law.equal(
      bytes, again.repaired(from: bytes.span), law: "repair-is-stable", place: "archive")
  }

  private static func rewrittenIsEqual(
    _ kept: [(name: [UInt8], contents: [UInt8])], _ bytes: [UInt8]
  ) throws(BrokenLaw) {
    let again: ZipArchive
    do throws(ZipError) {
      again = try ZipArchive(reading: bytes.span)
    } catch {
      throw BrokenLaw(
        law: "written-is-readable", place: "archive", expected: "accepted", found: "\(error.code)")
    }
    try Law.equal(
      kept.map(\.name), again.members.map(\.nameBytes), law: "write-read", place: "names")
    for (index, member) in kept.enumerated() {
      let contents = try? again.contents(of: index, in: bytes.span)
      try Law.equal(member.contents, contents ?? [], law: "write-read", place: "contents")
    }
  }
}
