internal import StableNumbers
internal import ZipReading

/// Members of an archive, extracted to be changed and written again.
struct ArchiveDraft {
  struct Member {
    var name: [UInt8]
    var contents: [UInt8]
    var isDeflated: Bool
    var mode: UInt16?
  }

  var members: [Member]
  var random: SplitMix64
  /// Maximum size of the archive in bytes.
  let limit: Int
  /// Whether to write as 3D Slicer does, with descriptors and extra fields.
  var hasSlicerStyle = false

  /// Maximum size of a member and of all extracted members; members beyond it become empty.
  private static let maximumContent = 1 << 20

  /// Extracts the members; nil when the bytes are not an archive. A member that cannot be read
  /// becomes empty.
  init?(_ bytes: [UInt8], random: SplitMix64, limit: Int) {
    var limits = ZipLimits()
    limits.maximumMembers = 4_096
    limits.maximumMemberSize = Self.maximumContent
    limits.maximumHazards = 0
    let archive: ZipArchive
    do throws(ZipError) {
      archive = try ZipArchive(reading: bytes.span, limits: limits)
    } catch {
      return nil
    }
    self.random = random
    self.limit = limit
    var total = 0
    members = archive.members.indices.map { index in
      let member = archive.members[index]
      var contents: [UInt8] = []
      if total < Self.maximumContent, let read = try? archive.contents(of: index, in: bytes.span) {
        contents = read
      }
      total += contents.count
      return Member(
        name: member.nameBytes, contents: contents, isDeflated: member.method == .deflated,
        mode: member.unixMode)
    }
  }

  func written() -> [UInt8] {
    var writer = ZipWriter(style: hasSlicerStyle ? .slicer : .plain)
    for member in members {
      writer.add(
        nameBytes: Array(member.name.prefix(0xFFFF)),
        isUTF8: member.name.contains { $0 >= 0x80 }, contents: member.contents,
        method: member.isDeflated ? .deflated(.fast) : .stored, unixMode: member.mode)
    }
    return writer.finish()
  }

  mutating func anyMember() -> Int? {
    members.isEmpty ? nil : random.below(members.count)
  }

  mutating func scene() -> Int? {
    let scenes = members.indices.filter {
      let end = members[$0].name.suffix(5).map { $0 | 0x20 }
      return end.elementsEqual(".mrml".utf8)
    }
    return random.pick(scenes)
  }

  mutating func add(_ name: [UInt8], _ contents: [UInt8], mode: UInt16? = nil) {
    let member = Member(
      name: name, contents: contents, isDeflated: random.once(in: 2), mode: mode)
    members.insert(member, at: random.below(members.count + 1))
  }
}
