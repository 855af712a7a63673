public import SceneModel
import ZipReading

extension SceneBundle {
  /// Compares the scene's file names with the archive's members: files that are missing, lead
  /// outside or are shared, and members that the scene does not name.
  ///
  /// The scene itself and pictures beside it (thumbnails, which no node names) are not extra files.
  /// Cost: linear in nodes and members.
  public func fileHazards(
    of scene: Scene, catalog: NodeCatalog = .slicer, limits: BundleLimits = .default
  ) -> [BundleHazard] {
    var hazards: [BundleHazard] = []
    func add(_ code: BundleHazard.Code, _ member: Int?, _ name: String, _ offset: Int) {
      guard hazards.count < limits.maximumHazards else { return }
      hazards.append(BundleHazard(code: code, member: member, name: name, offset: offset))
    }
    var firstUser: [Int: Int] = [:]
    let nodes = scene.allNodes
    for file in storedFiles(of: scene, catalog: catalog) {
      switch file.place {
      case .missing:
        let code: BundleHazard.Code =
          nodes[file.node].view == nil ? .memberMissing : .viewMemberMissing
        add(code, nil, file.name, file.offset)
      case .outside: add(.fileNameEscapes, nil, file.name, file.offset)
      case .member(let member):
        // Scene views repeat the scene's nodes, and a node may list its file twice.
        guard nodes[file.node].view == nil else {
          if firstUser[member] == nil { firstUser[member] = -1 }
          continue
        }
        let user = firstUser[member] ?? -1
        if user >= 0, user != file.node {
          add(.fileNameShared, member, file.name, file.offset)
        }
        firstUser[member] = file.node
      }
    }
    let folder = Array(MemberPath(archive.members[sceneMember].name).components.dropLast())
    for (index, member) in archive.members.enumerated()
    where !member.isDirectory && index != sceneMember && firstUser[index] == nil {
      let path = MemberPath(member.name).components
      let isPicture = member.name.utf8.suffix(4).elementsEqual(".png".utf8)
      if isPicture, Array(path.dropLast()) == folder { continue }
      add(.memberExtra, index, member.name, member.headerOffset)
    }
    return hazards
  }
}
