internal import ByteReading
public import SceneBundle
public import SideFiles

/// Checks the files that the storage nodes of a scene name, each with the reader of its kind.
///
/// A source delivers the bytes, so that the same check serves bundles
/// (`SceneBundle.checkedFiles(of:in:checker:)`) and folders on disk. Cost: that of the
/// readers, linear in the bytes.
public struct SceneFileChecker: Sendable {
  /// Limits of the readers.
  public var limits: SideFileLimits
  /// Maximum number of hazards per file.
  public var maximumHazards: Int

  /// Creates a checker.
  public init(limits: SideFileLimits = .default, maximumHazards: Int = 100) {
    self.limits = limits
    self.maximumHazards = max(maximumHazards, 1)
  }

  /// Checks the content of a file that a storage node names.
  public func check(_ file: StorageFileName, content: Span<UInt8>) -> CheckedSceneFile {
    var checked = CheckedSceneFile(
      name: file.name, node: file.node, sceneOffset: file.offset, kind: nil, outcome: .notRead)
    check(&checked, content, SceneFileKind.kinds(ofStorageClass: file.storageClass))
    return checked
  }

  /// Checks a file that no storage node names, by name and content alone.
  public func check(fileName: String, content: Span<UInt8>) -> CheckedSceneFile {
    var checked = CheckedSceneFile(
      name: fileName, node: nil, sceneOffset: nil, kind: nil, outcome: .notRead)
    check(&checked, content, [])
    return checked
  }

  /// Result for a file that does not exist. `isInView`: only a scene view names it.
  public func missing(_ file: StorageFileName, isInView: Bool = false) -> CheckedSceneFile {
    absent(file, .missing, isInView ? .viewFileMissing : .fileMissing)
  }

  /// Result for a file whose name leads outside the folder of the scene.
  public func outside(_ file: StorageFileName) -> CheckedSceneFile {
    absent(file, .outside, .fileOutside)
  }

  /// Result for a file that exists and cannot be read, with the reason.
  public func unreadable(_ file: StorageFileName, _ reason: String) -> CheckedSceneFile {
    var checked = absent(file, .unreadable, .fileUnreadable)
    checked.hazards = [SceneFileHazard(.fileUnreadable, at: file.offset, in: file.name, reason)]
    return checked
  }

  private func absent(
    _ file: StorageFileName, _ outcome: CheckedSceneFile.Outcome, _ code: SceneFileHazard.Code
  ) -> CheckedSceneFile {
    var checked = CheckedSceneFile(
      name: file.name, node: file.node, sceneOffset: file.offset, kind: nil, outcome: outcome)
    checked.hazards = [SceneFileHazard(code, at: file.offset, in: file.name, file.name)]
    return checked
  }

  private func check(
    _ checked: inout CheckedSceneFile, _ content: Span<UInt8>, _ role: [SceneFileKind]
  ) {
    let named = SceneFileKind.kinds(ofFileName: checked.name)
    let found = SceneFileKind(recognizing: content)
    let kind = Self.kind(found: found, named: named, role: role)
    checked.kind = kind
    if let found, !named.isEmpty, !Self.allows(found, named) {
      checked.hazards.append(
        SceneFileHazard(.otherKind, at: 0, in: checked.name, "\(found.title), \(checked.name)"))
    }
    if let kind, !role.isEmpty, !Self.allows(kind, role) {
      checked.hazards.append(SceneFileHazard(.otherRole, at: 0, in: checked.name, kind.title))
    }
    defer { SceneFileHazard.addPlaces(&checked.hazards, in: content) }
    guard let kind, kind.hasReader else { return }
    do throws(SideFileError) {
      let reading = try SceneFileReading(content, as: kind, name: checked.name, limits)
      checked.outcome = .read
      checked.detachedData = reading.detachedData
      add(reading.hazards, to: &checked)
    } catch {
      checked.outcome = .refused(error)
      checked.hazards.append(
        SceneFileHazard(
          .fileRefused, at: error.position.offset, in: checked.name, error.message))
    }
  }

  /// The kind whose reader applies: that of the content where it is conclusive, else one that both
  /// name and role allow, else that of the name, else that of the role.
  private static func kind(
    found: SceneFileKind?, named: [SceneFileKind], role: [SceneFileKind]
  ) -> SceneFileKind? {
    found ?? role.first { named.contains($0) } ?? named.first ?? role.first
  }

  /// Whether content of `kind` is usual under the kinds of a name or a role.
  private static func allows(_ kind: SceneFileKind, _ kinds: [SceneFileKind]) -> Bool {
    kinds.contains(kind)
      || kind == .colorColumns && kinds.contains(.table)
      || kind == .table && kinds.contains(.colorColumns)
      || kind == .scene && kinds.contains(.text)
  }

  private func add(_ hazards: [SceneFileHazard], to checked: inout CheckedSceneFile) {
    let room = max(0, maximumHazards - checked.hazards.count)
    // Dangers come first where not all fit.
    if hazards.count > room {
      let ordered =
        hazards.filter { $0.severity == .danger }
        + hazards.filter { $0.severity == .warning } + hazards.filter { $0.severity == .note }
      checked.hazards += ordered.prefix(room)
    } else {
      checked.hazards += hazards
    }
  }
}
