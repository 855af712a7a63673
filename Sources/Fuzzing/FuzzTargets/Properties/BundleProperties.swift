internal import ByteReading
internal import SceneBundle
internal import SceneFiles
internal import SceneModel
internal import SideFiles
internal import ZipReading

/// Properties of the files that the scene of a bundle names.
enum BundleProperties {
  /// Returns the bundle, or nil when it is refused, which needs a printable message and an offset
  /// inside.
  static func bundle(_ input: Span<UInt8>) throws(PropertyViolation) -> SceneBundle? {
    var limits = BundleLimits()
    limits.zip = ArchiveProperties.limits
    do throws(BundleError) {
      return try SceneBundle(reading: input, limits: limits)
    } catch {
      try MessageProperties.printable("\(error)", of: "refusal of a bundle")
      try PropertyCheck.offset(error.offset, isInside: input.count, of: "refusal of a bundle")
      return nil
    }
  }

  static func check(_ bundle: SceneBundle, _ scene: Scene) throws(PropertyViolation) {
    let nodes = scene.allNodes
    let folder = MemberPath(bundle.archive.members[bundle.sceneMember].name).components.count - 1
    for file in bundle.storedFiles(of: scene) {
      try PropertyCheck.offset(file.offset, isInside: bundle.sceneBytes.count, of: "file name")
      try PropertyCheck.offset(file.node, isInside: max(nodes.count - 1, 0), of: "node")
      guard case .member(let member) = file.place else { continue }
      try PropertyCheck.offset(member, isInside: bundle.archive.members.count - 1, of: "member")
      guard staysInside(file.name, from: folder) else {
        throw PropertyViolation(
          property: "files-stay-inside", place: "file name", expected: "a name below the bundle",
          found: file.name)
      }
    }
    for hazard in bundle.fileHazards(of: scene) where hazard.member == nil {
      try PropertyCheck.offset(
        hazard.offset, isInside: bundle.sceneBytes.count, of: "hazard \(hazard.code.rawValue)")
    }
    for hazard in bundle.hazards.prefix(MessageProperties.maximumCount) {
      try MessageProperties.printable(
        "\(hazard.severity): \(hazard.message)", of: "hazard \(hazard.code.rawValue)")
    }
    try generatedNamesAreSafe(nodes)
  }

  /// Small limits, so that one input costs milliseconds.
  private static let checker = SceneFileChecker(
    limits: SideFileLimits(
      maximumBytes: 1 << 20, maximumRecords: 4096, maximumNotes: 256,
      maximumInflatedBytes: 1 << 20),
    maximumHazards: 50)

  /// Every file that the scene names has one result with bounded, printable hazards; a refused file
  /// has the hazard that says so, and a name that leads outside is never read.
  static func files(
    _ bundle: SceneBundle, _ scene: Scene, _ input: Span<UInt8>
  ) throws(PropertyViolation) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for place in input.indices { bytes.append(input[place]) }
    for file in bundle.checkedFiles(of: scene, in: bytes, checker: checker) {
      // Two hazards are about the kind of the file.
      try PropertyCheck.atMost(
        file.hazards.count, checker.maximumHazards + 2, property: "bounded", place: "hazards")
      for hazard in file.hazards {
        try MessageProperties.printable(
          "\(hazard.severity): \(hazard.message)", of: "hazard \(hazard.code)")
        try PropertyCheck.offset(
          hazard.offset, isInside: ArchiveProperties.limits.maximumMemberSize + input.count,
          of: "hazard \(hazard.code)")
      }
      let codes = file.hazards.map(\.code)
      if case .refused = file.outcome {
        try PropertyCheck.equal(
          true, codes.contains("fileRefused"), property: "refusals-are-hazards", place: "file")
      }
      guard file.outcome == .read, file.node != nil else { continue }
      let folder = MemberPath(bundle.archive.members[bundle.sceneMember].name).components.count - 1
      try PropertyCheck.equal(
        true, staysInside(file.name, from: folder), property: "files-stay-inside", place: file.name)
    }
  }

  /// Generated file names are distinct, need no escaping, and have a single component.
  private static func generatedNamesAreSafe(_ nodes: NodeList) throws(PropertyViolation) {
    var names = DataFileNames()
    var seen: Set<String> = []
    for node in nodes.prefix(16) {
      let name = names.next(for: node.name, fileExtension: ".nrrd")
      guard seen.insert(name).inserted, !name.utf8.contains(0x2F), name.hasSuffix(".nrrd"),
        name.utf8.count <= 64
      else {
        throw PropertyViolation(
          property: "generated-names-are-safe", place: "file name",
          expected: "a new name of one part",
          found: name)
      }
    }
  }

  /// Whether the name stays in the archive, by counting folders independently of the bundle reader.
  private static func staysInside(_ name: String, from folder: Int) -> Bool {
    guard let first = name.utf8.first, first != 0x2F, first != 0x7E else { return false }
    var depth = folder
    for part in name.utf8.split(separator: 0x2F) where !part.elementsEqual(".".utf8) {
      depth += part.elementsEqual("..".utf8) ? -1 : 1
      if depth < 0 { return false }
    }
    return true
  }
}
