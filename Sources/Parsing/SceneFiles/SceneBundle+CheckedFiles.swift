internal import ByteReading
public import SceneBundle
public import SceneModel
import ZipReading

extension SceneBundle {
  /// Checks every file that the scene names, the data files of their headers, and extra members.
  ///
  /// Files named twice are checked once. `input` are the bytes of the bundle. Cost: that of
  /// inflating and reading the files one after the other; memory for the largest.
  public func checkedFiles(
    of scene: Scene, in input: Span<UInt8>, checker: SceneFileChecker = SceneFileChecker()
  ) -> [CheckedSceneFile] {
    var checks = BundleFileChecks(self, checker)
    let nodes = scene.allNodes
    for file in scene.storageFileNames() {
      checks.check(file, isInView: nodes[file.node].view != nil, input)
    }
    checks.addExtraMembers()
    return checks.files
  }
}

/// State of checking the files of a bundle.
private struct BundleFileChecks {
  private(set) var files: [CheckedSceneFile] = []
  private let bundle: SceneBundle
  private let checker: SceneFileChecker
  private let members: [[String]: Int]
  private let root: [String]
  private var used: Set<Int>
  /// Names that no member has, to report each once.
  private var reported: Set<String> = []

  init(_ bundle: SceneBundle, _ checker: SceneFileChecker) {
    self.bundle = bundle
    self.checker = checker
    var members: [[String]: Int] = [:]
    for (index, member) in bundle.archive.members.enumerated() where !member.isDirectory {
      members[MemberPath(member.name).components] = index
    }
    self.members = members
    root = Array(
      MemberPath(bundle.archive.members[bundle.sceneMember].name).components.dropLast())
    used = [bundle.sceneMember]
  }

  mutating func check(_ file: StorageFileName, isInView: Bool, _ input: Span<UInt8>) {
    guard let path = file.path(below: root) else {
      if reported.insert(file.name).inserted { files.append(checker.outside(file)) }
      return
    }
    // Slicer 4 did not encode names.
    let written = MemberPath(file.writtenName).components
    guard let member = members[path] ?? members[root + written] else {
      if reported.insert(file.name).inserted {
        files.append(checker.missing(file, isInView: isInView))
      }
      return
    }
    guard used.insert(member).inserted else { return }
    do throws(ZipError) {
      let content = try bundle.archive.contents(of: member, in: input)
      var checked = checker.check(file, content: content.span)
      checkDataFiles(&checked, folder: path.dropLast(), input)
      files.append(checked)
    } catch {
      var checked = checker.absent(file, .unreadable, .fileUnreadable)
      checked.hazards = [
        SceneFileHazard(.fileUnreadable, at: file.offset, in: file.name, error.message)
      ]
      files.append(checked)
    }
  }

  /// Looks up the data files of a detached header and adds their sizes.
  private mutating func checkDataFiles(
    _ checked: inout CheckedSceneFile, folder: ArraySlice<String>, _ input: Span<UInt8>
  ) {
    var total: UInt64 = 0
    var isComplete = true
    for name in checked.dataFiles.prefix(1 << 16) {
      let path = MemberPath(name)
      guard !path.hazards.contains(where: { $0 == .absoluteName || $0 == .parentComponent }),
        let member = members[folder + path.components]
      else {
        isComplete = false
        if checked.hazards.count < checker.maximumHazards {
          checked.hazards.append(SceneFileHazard(.dataFileMissing, at: 0, in: name, name))
        }
        continue
      }
      used.insert(member)
      let size = UInt64(bundle.archive.members[member].uncompressedSize)
      total = total.addingReportingOverflow(size).overflow ? .max : total + size
    }
    if isComplete, !checked.dataFiles.isEmpty, let claimed = checked.dataByteCount, total < claimed
    {
      checked.hazards.append(
        SceneFileHazard(
          .dataFileTooShort, at: 0, in: checked.name, "\(claimed) and \(total) bytes"))
    }
  }

  /// Members that neither the scene nor a header names. Pictures beside the scene are thumbnails.
  mutating func addExtraMembers() {
    for (index, member) in bundle.archive.members.enumerated()
    where !member.isDirectory && !used.contains(index) {
      let path = MemberPath(member.name).components
      if member.name.lowercased().hasSuffix(".png"), Array(path.dropLast()) == root { continue }
      var file = CheckedSceneFile(
        name: member.name, node: nil, sceneOffset: nil, kind: nil, outcome: .extra)
      file.kind = SceneFileKind.kinds(ofFileName: member.name).first
      file.hazards = [
        SceneFileHazard(.fileExtra, at: member.headerOffset, in: member.name, member.name)
      ]
      files.append(file)
    }
  }
}
