public import SceneBundle
public import SceneModel
import ZipReading

extension SceneBundle {
  /// Checks every file that the scene names, the data files of their headers, and extra members.
  ///
  /// Files named twice are checked once. `input` are the bytes of the bundle. Cost: that of
  /// inflating and reading the files one after the other; memory for the bundle and the largest
  /// file.
  public func checkedFiles(
    of scene: Scene, in input: [UInt8], checker: SceneFileChecker = SceneFileChecker()
  ) -> [CheckedSceneFile] {
    var source = BundleFileSource(archive, input)
    let root = Array(MemberPath(archive.members[sceneMember].name).components.dropLast())
    let result = checker.check(filesOf: scene, below: root, from: &source)
    return result.files + extraFiles(usedPaths: result.usedPaths, root, input.count)
  }

  /// Members that neither the scene nor a header names. Pictures beside the scene are thumbnails.
  private func extraFiles(
    usedPaths: Set<[String]>, _ root: [String], _ byteCount: Int
  ) -> [CheckedSceneFile] {
    var files: [CheckedSceneFile] = []
    for (index, member) in archive.members.enumerated()
    where !member.isDirectory && index != sceneMember {
      let path = MemberPath(member.name).components
      if usedPaths.contains(path) { continue }
      if member.name.lowercased().hasSuffix(".png"), Array(path.dropLast()) == root { continue }
      var file = CheckedSceneFile(
        name: member.name, node: nil, sceneOffset: nil, kind: nil, outcome: .extra)
      file.kind = SceneFileKind.kinds(ofFileName: member.name).first
      file.hazards = [
        // The directory may claim any place.
        SceneFileHazard(
          .fileExtra, at: min(member.headerOffset, byteCount), in: member.name, member.name)
      ]
      files.append(file)
    }
    return files
  }
}

/// Members of an archive as files; of equal paths the last, since it is written last.
private struct BundleFileSource: SceneFileSource {
  private let archive: ZipArchive
  private let input: [UInt8]
  private let members: [[String]: Int]

  init(_ archive: ZipArchive, _ input: [UInt8]) {
    self.archive = archive
    self.input = input
    var members: [[String]: Int] = [:]
    for (index, member) in archive.members.enumerated() where !member.isDirectory {
      members[MemberPath(member.name).components] = index
    }
    self.members = members
  }

  func place(of path: [String]) -> SceneFilePlace {
    guard let member = members[path].map({ archive.members[$0] }) else { return .missing }
    // The target of a link is not followed.
    if member.isSymbolicLink { return .unreadable("the member is a symbolic link") }
    return .file(byteCount: UInt64(member.uncompressedSize))
  }

  func content(of path: [String]) throws(UnreadableSceneFile) -> [UInt8] {
    guard let index = members[path] else { throw UnreadableSceneFile("no such member") }
    do throws(ZipError) {
      return try archive.contents(of: index, in: input.span)
    } catch {
      throw UnreadableSceneFile(error.message)
    }
  }
}
