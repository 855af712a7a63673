import SceneBundle
public import SceneModel
import SideFiles
import ZipReading

extension SceneFileChecker {
  /// Files of a scene after their check.
  public struct SceneResult: Equatable, Sendable {
    /// One entry for each file that the scene names, in document order.
    public internal(set) var files: [CheckedSceneFile] = []
    /// Paths of the files that were found, and of the data files of their headers.
    public internal(set) var usedPaths: Set<[String]> = []
  }

  /// Checks every file that the storage nodes of `scene` name, and the data files of their headers.
  ///
  /// A file named twice is checked once. `root` is the folder of the scene in the source. Cost:
  /// that of reading the files one after the other; memory for the largest.
  public func check(
    filesOf scene: Scene, below root: [String] = [], from source: inout some SceneFileSource
  ) -> SceneResult {
    var checks = SceneFileChecks(checker: self, root: root)
    let nodes = scene.allNodes
    for file in scene.storageFileNames() {
      checks.check(file, isInView: nodes[file.node].view != nil, &source)
    }
    return checks.result
  }
}

/// State of checking the files of one scene.
private struct SceneFileChecks {
  let checker: SceneFileChecker
  let root: [String]
  private(set) var result = SceneFileChecker.SceneResult()
  /// Names without a file, to report each once.
  private var reported: Set<String> = []

  init(checker: SceneFileChecker, root: [String]) {
    self.checker = checker
    self.root = root
  }

  mutating func check(
    _ file: StorageFileName, isInView: Bool, _ source: inout some SceneFileSource
  ) {
    guard let path = file.path(below: root) else {
      return report(checker.outside(file))
    }
    // Slicer 4 did not encode names.
    var found = path
    var place = source.place(of: path)
    if place == .missing, let written = file.writtenPath(below: root), written != path {
      found = written
      place = source.place(of: written)
    }
    switch place {
    case .missing: report(checker.missing(file, isInView: isInView))
    case .outside: report(checker.outside(file))
    case .unreadable(let message): report(checker.unreadable(file, message))
    case .file:
      guard result.usedPaths.insert(found).inserted else { return }
      do throws(UnreadableSceneFile) {
        let content = try source.content(of: found)
        var checked = checker.check(file, content: content.span)
        checkDataFiles(&checked, below: Array(found.dropLast()), &source)
        result.files.append(checked)
      } catch {
        result.files.append(checker.unreadable(file, error.message))
      }
    }
  }

  private mutating func report(_ checked: CheckedSceneFile) {
    if reported.insert(checked.name).inserted { result.files.append(checked) }
  }

  /// Looks up the data files of a detached header and compares them with its claims.
  private mutating func checkDataFiles(
    _ checked: inout CheckedSceneFile, below folder: [String], _ source: inout some SceneFileSource
  ) {
    guard let data = checked.detachedData else { return }
    for (index, name) in data.names.enumerated() {
      guard checked.hazards.count < checker.maximumHazards else { return }
      let path = MemberPath(name)
      // A name that leads outside is a hazard of the header.
      guard !path.hazards.contains(where: { $0 == .absoluteName || $0 == .parentComponent })
      else { continue }
      let target = folder + path.components
      guard case .file(let size) = source.place(of: target) else {
        checked.hazards.append(SceneFileHazard(.dataFileMissing, at: 0, in: name, name))
        continue
      }
      result.usedPaths.insert(target)
      var isShort = data.isTooShort(index, byteCount: size)
      if !isShort, data.needsContent, let content = try? source.content(of: target) {
        isShort = data.isTooShort(index, content: content.span, limits: checker.limits)
      }
      if isShort {
        checked.hazards.append(
          SceneFileHazard(.dataFileTooShort, at: 0, in: name, "\(name), \(size) bytes"))
      }
    }
  }
}
