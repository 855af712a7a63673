public import SceneModel

/// A file name in a storage node of a scene.
public struct StorageFileName: Equatable, Sendable {
  /// Index of the node in `Scene.allNodes`.
  public let node: Int
  /// Class of the storage node.
  public let storageClass: String
  /// The name, decoded.
  public let name: String
  /// The name as written; Slicer 4 did not encode names.
  public let writtenName: String
  /// Byte offset of the attribute in the scene.
  public let offset: Int

  /// Components of the name below the folder `root`, with `.` and `..` resolved; nil when the name
  /// leads outside: absolute, in a home folder, with a scheme, or with more `..` than folders.
  public func path(below root: [String]) -> [String]? { FileName.path(name, below: root) }

  /// Components of the name as written below the folder `root`; nil when it leads outside.
  public func writtenPath(below root: [String]) -> [String]? {
    FileName.path(writtenName, below: root)
  }
}

extension Scene {
  /// File names of all storage nodes, also in scene views, in document order: the attribute
  /// `fileName` and those that begin with `fileListMember`. Empty values name no file.
  public func storageFileNames(catalog: NodeCatalog = .slicer) -> [StorageFileName] {
    let storage = catalog.type(forClass: "vtkMRMLStorageNode".utf8)
    var isStorage: [String: Bool] = [:]
    var names: [StorageFileName] = []
    for (index, node) in allNodes.enumerated() {
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
        names.append(
          StorageFileName(
            node: index, storageClass: className,
            name: FileName.decoded(Array(attribute.valueBytes)), writtenName: attribute.value,
            offset: attribute.offset))
      }
    }
    return names
  }
}
