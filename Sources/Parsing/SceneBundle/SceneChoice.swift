import ZipReading

/// Chooses the scene (`*.mrml`) of an archive, as Slicer does after extracting.
///
/// Files whose name ends with `.mrml` in that case are candidates; folders and files below links
/// are not. The minimum number of path components wins. In a tie Slicer depends on the order of the
/// file system; here the first in the archive wins and the others are hazards. Of members with one
/// path the last wins, since it is written last.
struct SceneChoice {
  private(set) var member: Int?
  private(set) var hazards: [BundleHazard] = []

  init(_ archive: ZipArchive, maximumHazards: Int) {
    var scenes: [(member: Int, path: MemberPath)] = []
    for (index, member) in archive.members.enumerated() where !member.isDirectory {
      let ending = Array(member.name.utf8.suffix(5))
      if ending != Array(".mrml".utf8) {
        if ending.map({ $0 | 0x20 }) == Array(".mrml".utf8) { note(.sceneInOtherCase, index) }
        continue
      }
      let path = MemberPath(member.name)
      if member.isSymbolicLink || path.leavesFolder {
        note(.sceneOutside, index)
      } else {
        scenes.append((index, path))
      }
    }
    func note(_ code: BundleHazard.Code, _ index: Int) {
      guard hazards.count < maximumHazards else { return }
      let member = archive.members[index]
      hazards.append(
        BundleHazard(code: code, member: index, name: member.name, offset: member.headerOffset))
    }
    guard let minimumDepth = scenes.map(\.path.components.count).min(),
      let first = scenes.first(where: { $0.path.components.count == minimumDepth }),
      let last = scenes.last(where: { $0.path.components == first.path.components })
    else { return }
    member = last.member
    for scene in scenes where scene.path.components != first.path.components {
      note(
        scene.path.components.count == minimumDepth ? .ambiguousScene : .furtherScene, scene.member)
    }
  }
}

extension MemberPath {
  /// Whether extraction under this name writes outside the chosen folder.
  var leavesFolder: Bool {
    hazards.contains { $0 == .parentComponent || $0 == .absoluteName || $0 == .emptyName }
  }
}
