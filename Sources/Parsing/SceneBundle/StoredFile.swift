public import SceneModel
import ZipReading

/// A file name in a storage node of the scene, and the member of the archive that it names.
public struct StoredFile: Equatable, Sendable {
  /// Where a name leads, seen from the scene's folder in the archive.
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
  /// Byte of the scene at which the attribute lies.
  public let offset: Int
  /// Where the name leads. `outside` is decided before the archive is asked.
  public let place: Place
}

extension SceneBundle {
  /// The scene of the bundle, loaded by Slicer's rules.
  ///
  /// - Throws: `SceneError`; its position counts in the scene, not in the archive.
  public func scene(
    rules: SceneRules = .slicer, limits: SceneLimits = .default
  ) throws(SceneError) -> Scene {
    try Scene(reading: sceneBytes.span, rules: rules, limits: limits)
  }

  /// Every file name of every storage node, also of those in scene views, in document order: the attribute `fileName`
  /// and those that begin with `fileListMember`. Empty names name no file.
  ///
  /// Names are relative to the scene's folder in the archive and compared byte for byte: decoded, or else as they
  /// stand, since Slicer 4 wrote them so.
  public func storedFiles(of scene: Scene, catalog: NodeCatalog = .slicer) -> [StoredFile] {
    let members = membersByPath()
    let root = MemberPath(archive.members[sceneMember].name).components.dropLast()
    let storage = catalog.type(forClass: "vtkMRMLStorageNode".utf8)
    var isStorage: [String: Bool] = [:]
    var files: [StoredFile] = []
    for (index, node) in scene.allNodes.enumerated() {
      let className = node.className
      if isStorage[className] == nil {
        let type = catalog.type(forClass: className.utf8)
        isStorage[className] =
          if let type, let storage { catalog.type(type, isA: storage) } else { false }
      }
      guard isStorage[className] == true else { continue }
      for attribute in node.attributes {
        let isFile =
          attribute.nameBytes.elementsEqual("fileName".utf8)
          || attribute.nameBytes.starts(with: "fileListMember".utf8)
        guard isFile, !attribute.valueBytes.isEmpty else { continue }
        let name = FileName.decoded(Array(attribute.valueBytes))
        var place = StoredFile.Place.outside
        if let path = FileName.path(name, below: Array(root)) {
          let member =
            members[path]
            ?? FileName.path(attribute.value, below: Array(root)).flatMap { members[$0] }
          place = member.map(StoredFile.Place.member) ?? .missing
        }
        files.append(
          StoredFile(node: index, name: name, offset: attribute.offset, place: place))
      }
    }
    return files
  }

  /// Files by their path; of equal paths the last, as it is written last.
  private func membersByPath() -> [[String]: Int] {
    var members: [[String]: Int] = [:]
    for (index, member) in archive.members.enumerated() where !member.isDirectory {
      members[MemberPath(member.name).components] = index
    }
    return members
  }
}
