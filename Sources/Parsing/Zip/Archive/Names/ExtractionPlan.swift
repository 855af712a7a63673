/// Destination of each member below a chosen folder, or the reason to leave it out. The plan itself
/// writes nothing.
///
/// Extraction by this plan writes only inside the folder, never through a link, and no path twice.
/// Members are left out when their name climbs, is absolute or has a hazard, when they are links,
/// and when their path collides with an earlier one, also by case folding or Unicode normalization.
/// Each reason is a hazard of the archive too.
public struct ExtractionPlan: Equatable, Sendable {
  /// Planned treatment of one member.
  public enum Placement: Equatable, Sendable {
    /// Relative path of a folder to create.
    case folder(String)
    /// Relative path of a file to write. Its parent folders need not be members.
    case file(String)
    /// The member is left out for this reason.
    case leftOut(ZipHazard.Code)
  }

  /// Maximum bytes of a path that is placed: Linux limits a path to 4,096 with the chosen folder.
  private static let maximumPath = 3000

  /// One placement per member, in archive order.
  public let placements: [Placement]

  /// Plans all members without reading content. Cost: linear in the bytes of the names, whose
  /// folded forms are held in memory.
  public init(_ archive: ZipArchive) {
    var tree = NameTree()
    placements = archive.members.indices.map { index in
      let member = archive.members[index]
      let path = MemberPath(member.name)
      let collision = tree.add(index, path, archive.members).first
      if let hazard = path.hazards.first { return .leftOut(hazard) }
      if member.isSymbolicLink { return .leftOut(.symbolicLink) }
      // A folder may be listed twice.
      if let collision, !(member.isDirectory && collision.code == .duplicateName) {
        return .leftOut(collision.code)
      }
      guard let safe = path.safe else { return .leftOut(.emptyName) }
      guard safe.utf8.count <= Self.maximumPath else { return .leftOut(.longPath) }
      return member.isDirectory ? .folder(safe) : .file(safe)
    }
  }
}
