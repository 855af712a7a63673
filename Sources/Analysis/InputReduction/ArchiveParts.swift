internal import ZipReading

/// The members of an archive, from which a smaller archive is written.
package struct ArchiveParts {
  /// The kept parts of one member.
  package struct Member {
    /// The name as stored; any bytes.
    package var name: [UInt8]
    /// The content, inflated.
    package var contents: [UInt8]
    /// Whether the content is written with DEFLATE, or stored.
    package var isDeflated: Bool
    /// Type and permission bits; nil for those of a plain file.
    package var mode: UInt16?
  }

  /// Members in the order of the central directory.
  package var members: [Member]
  private let names: [[UInt8]]
  /// Limits of an archive; a larger one is reduced as plain bytes.
  private static let maximumContent = 64 << 20

  init(members: [Member]) {
    self.members = members
    names = members.map(\.name)
  }

  /// Nil when the bytes are no archive or a member cannot be read.
  package init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0x50, 0x4B]) else { return nil }
    var limits = ZipLimits()
    limits.maximumMembers = 1 << 14
    limits.maximumMemberSize = Self.maximumContent
    limits.maximumHazards = 0
    guard let archive = try? ZipArchive(reading: bytes.span, limits: limits) else { return nil }
    members = []
    var total = 0
    for (index, member) in archive.members.enumerated() {
      guard let contents = try? archive.contents(of: index, in: bytes.span) else { return nil }
      total += contents.count
      guard total <= Self.maximumContent else { return nil }
      members.append(
        Member(
          name: member.nameBytes, contents: contents, isDeflated: member.method == .deflated,
          mode: member.unixMode))
    }
    names = members.map(\.name)
  }

  func letter(_ index: Int, of member: Int) -> UInt8 { names[member][index] }

  func keeping(_ isKept: (Int) -> Bool) -> ArchiveParts {
    var parts = self
    parts.members = members.indices.filter(isKept).map { members[$0] }
    return parts
  }

  func replacing(_ member: Int, by contents: [UInt8]) -> ArchiveParts {
    var parts = self
    parts.members[member].contents = contents
    return parts
  }

  /// The archive that `ZipWriter` writes of the members alone. Linear in the content.
  package func written() -> [UInt8] {
    var writer = ZipWriter()
    for member in members {
      writer.add(
        nameBytes: Array(member.name.prefix(0xFFFF)), isUTF8: member.name.contains { $0 >= 0x80 },
        contents: member.contents, method: member.isDeflated ? .deflated(.good) : .stored,
        unixMode: member.mode)
    }
    return writer.finish()
  }
}
