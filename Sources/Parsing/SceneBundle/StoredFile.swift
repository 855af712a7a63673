public import SceneModel
import ZipReading

/// A file name in a storage node of the scene, and the archive member that it names.
public struct StoredFile: Equatable, Sendable {
  /// Destination of a name, relative to the scene's folder in the archive.
  public enum Place: Equatable, Sendable {
    /// Index of the member in the archive.
    case member(Int)
    /// The archive has no such member.
    case missing
    /// The name is absolute, begins in a home folder, has a scheme, or climbs out of the archive.
    case outside
  }

  /// Index of the node in `Scene.allNodes`.
  public let node: Int
  /// The name, decoded.
  public let name: String
  /// Byte offset of the attribute in the scene.
  public let offset: Int
  /// Destination of the name.
  public let place: Place
}

extension SceneBundle {
  /// Loads the scene by Slicer's rules.
  ///
  /// - Throws: `SceneError`; its position counts in the scene, not in the archive.
  public func scene(
    rules: SceneRules = .slicer, limits: SceneLimits = .default
  ) throws(SceneError) -> Scene {
    try Scene(reading: sceneBytes.span, rules: rules, limits: limits)
  }

  /// File names of all storage nodes, with the members that they name, in document order.
  ///
  /// Names are relative to the scene's folder in the archive and compared byte for byte: decoded,
  /// or else as written, since Slicer 4 did not encode them.
  public func storedFiles(of scene: Scene, catalog: NodeCatalog = .slicer) -> [StoredFile] {
    let members = membersByPath()
    let root = Array(MemberPath(archive.members[sceneMember].name).components.dropLast())
    return scene.storageFileNames(catalog: catalog).map { file in
      var place = StoredFile.Place.outside
      if let path = file.path(below: root) {
        let member =
          members[path] ?? FileName.path(file.writtenName, below: root).flatMap { members[$0] }
        place = member.map(StoredFile.Place.member) ?? .missing
      }
      return StoredFile(node: file.node, name: file.name, offset: file.offset, place: place)
    }
  }

  /// Members by path; of equal paths the last, since it is written last.
  private func membersByPath() -> [[String]: Int] {
    var members: [[String]: Int] = [:]
    for (index, member) in archive.members.enumerated() where !member.isDirectory {
      members[MemberPath(member.name).components] = index
    }
    return members
  }
}
