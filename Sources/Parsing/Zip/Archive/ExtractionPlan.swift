/// Where each member may be written below a chosen folder, or why it may not: a plan, that writes nothing itself.
///
/// Whoever follows the plan writes only inside the folder, never through a link and no path twice: names that climb,
/// are absolute or carry a hazard are left out, links are left out, and so is every member whose path meets an
/// earlier one, also when only case or normal form differ.
public struct ExtractionPlan: Equatable, Sendable {
  /// What to do with one member.
  public enum Placement: Equatable, Sendable {
    /// A relative path of a folder to make.
    case folder(String)
    /// A relative path to write the content to. Its parent folders may not be members of their own.
    case file(String)
    /// The member is left out.
    case leftOut(ZipHazard.Code)
  }

  /// One for each member, in the archive's order.
  public let placements: [Placement]

  /// Plans all members. Reads no content. Cost: linear in the bytes of the names, with their folded forms in memory.
  public init(_ archive: ZipArchive) {
    var tree = NameTree()
    placements = archive.members.indices.map { index in
      let member = archive.members[index]
      let path = MemberPath(member.name)
      let meeting = tree.add(index, path, archive.members).first
      if let hazard = path.hazards.first { return .leftOut(hazard) }
      if member.isSymbolicLink { return .leftOut(.symbolicLink) }
      // A folder may be named again.
      if let meeting, !(member.isDirectory && meeting.code == .duplicateName) {
        return .leftOut(meeting.code)
      }
      guard let safe = path.safe else { return .leftOut(.emptyName) }
      return member.isDirectory ? .folder(safe) : .file(safe)
    }
  }
}
