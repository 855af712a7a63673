internal import SceneBundle
internal import ZipReading

extension FuzzTarget {
  /// Bundles: the archive, the plan to extract it, and the scene inside.
  public static let mrb = FuzzTarget(
    name: "mrb",
    law: """
      No member gives more than it may, no planned path leaves the folder, \
      a rewritten archive is equal, and the scene keeps the laws of scenes.
      """,
    maximumLength: 262_144, fileExtension: "mrb"
  ) { input throws(BrokenLaw) in
    let archive: ZipArchive
    do throws(ZipError) {
      archive = try ZipArchive(reading: input, limits: ArchiveLaws.limits)
    } catch {
      return try Law.offset(error.offset, isInside: input.count, of: "refusal")
    }
    try ArchiveLaws.check(archive, input)
    guard let bundle = ArchiveLaws.bundle(input) else { return }
    try SceneLaws.check(bundle.sceneBytes.span)
  }
}

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

  static func bundle(_ input: Span<UInt8>) -> SceneBundle? {
    var limits = BundleLimits()
    limits.zip = Self.limits
    return try? SceneBundle(reading: input, limits: limits)
  }

  static func check(_ archive: ZipArchive, _ input: Span<UInt8>) throws(BrokenLaw) {
    for finding in archive.findings {
      try Law.offset(finding.offset, isInside: input.count, of: "finding \(finding.code.rawValue)")
    }
    try planStaysInside(archive)
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

  /// What is planned has no `..`, no root and no drive, and no two members share a path.
  private static func planStaysInside(_ archive: ZipArchive) throws(BrokenLaw) {
    var files: Set<String> = []
    for placement in ExtractionPlan(archive).placements {
      guard case .file(let path) = placement else { continue }
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let climbs = parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
      guard !climbs, !path.contains("\\"), !path.contains("\0"), files.insert(path).inserted else {
        throw BrokenLaw(
          law: "plan-stays-inside", place: "member", expected: "a path of its own below the folder",
          found: path)
      }
    }
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
