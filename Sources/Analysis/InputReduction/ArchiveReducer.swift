/// Rewrites an archive with fewer members, without compression, long names and comments.
struct ArchiveReducer: Reducer {
  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index < 4, let archive = ArchiveParts(input) else { return nil }
    switch index {
    case 0: return ChangeGroup(count: 1) { $0[0] ? archive.written() : input }
    case 1:
      return ChangeGroup(count: archive.members.count) { isMade in
        archive.keeping { !isMade[$0] }.written()
      }
    case 2:
      return ChangeGroup(count: archive.members.count) { isMade in
        var archive = archive
        for member in archive.members.indices where isMade[member] {
          archive.members[member].isDeflated = false
          archive.members[member].mode = nil
        }
        return archive.written()
      }
    default: return Self.shorterNames(archive)
    }
  }

  /// Names without their folders, then names shorter by one byte.
  private static func shorterNames(_ archive: ArchiveParts) -> ChangeGroup {
    let letters = archive.members.indices.flatMap { member in
      archive.members[member].name.indices.map { (member, $0) }
    }
    return ChangeGroup(count: letters.count) { isMade in
      var archive = archive
      for member in archive.members.indices { archive.members[member].name = [] }
      for (number, (member, letter)) in letters.enumerated() where !isMade[number] {
        archive.members[member].name.append(archive.letter(letter, of: member))
      }
      return archive.written()
    }
  }
}
