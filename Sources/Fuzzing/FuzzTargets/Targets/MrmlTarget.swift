internal import ByteReading
internal import SceneModel
internal import XMLReading

extension FuzzTarget {
  /// Scenes, by 3D Slicer's rules.
  public static let mrml = FuzzTarget(
    name: "mrml",
    law: """
      Node identifiers are unique, every value can be read, every offset lies inside, \
      and a scene has no more nodes, items and references than its bytes can name.
      """,
    maximumLength: 65_536, fileExtension: "mrml", mutation: .scene
  ) { input throws(BrokenLaw) in
    _ = try SceneLaws.check(input)
  }
}

/// The laws of the scene model; the `mrb` target asks them of the scene in a bundle too.
enum SceneLaws {
  /// The scene, when it is not refused.
  static func check(_ input: Span<UInt8>) throws(BrokenLaw) -> Scene? {
    let scene: Scene
    do throws(SceneError) {
      scene = try read(input)
    } catch {
      try Law.offset(error.position.offset, isInside: input.count, of: "refusal")
      try MessageLaws.sayable(error.message, of: "refusal")
      return nil
    }
    try uniqueIdentifiers(scene)
    try CostLaws.scene(scene, count: input.count)
    try offsetsInside(scene, count: input.count)
    return scene
  }

  private static func read(_ input: Span<UInt8>) throws(SceneError) -> Scene {
    try Scene(reading: input, rules: .slicer, xmlLimits: XMLLaws.limits)
  }

  /// After loading, every node of the main scene has an identifier of its own. Only where two have one digest are the
  /// identifiers themselves compared.
  private static func uniqueIdentifiers(_ scene: Scene) throws(BrokenLaw) {
    var digests: [UInt64] = []
    digests.reserveCapacity(scene.nodes.count)
    for node in scene.nodes {
      let id = node.idBytes
      guard !id.isEmpty else { throw notNew(node) }
      digests.append(EventDigest(ofBytes: id).value)
    }
    digests.sort()
    guard zip(digests, digests.dropFirst()).contains(where: { $0 == $1 }) else { return }
    var seen: Set<ArraySlice<UInt8>> = []
    for node in scene.nodes where !seen.insert(node.idBytes).inserted { throw notNew(node) }
  }

  private static func notNew(_ node: Node) -> BrokenLaw {
    BrokenLaw(
      law: "unique-identifiers", place: node.className, expected: "a new identifier",
      found: node.id)
  }

  private static func offsetsInside(_ scene: Scene, count: Int) throws(BrokenLaw) {
    let document = scene.document
    for attribute in 0..<document.attributeCount {
      try Law.offset(document.attributeOffset(attribute), isInside: count, of: "attribute")
    }
    for node in scene.allNodes {
      try Law.offset(node.offset, isInside: count, of: "node")
      // Decoding must be possible for every value, whatever its text is: a look over the scene decodes those of nodes
      // that it holds with content of their own.
      if node.isMerged || node.hasTakenOver {
        for value in node.values {
          try Law.offset(value.attribute.offset, isInside: count, of: "attribute")
        }
      }
    }
    let report = scene.inspect()
    for finding in report.findings {
      try Law.offset(finding.offset, isInside: count, of: "finding \(finding.code.rawValue)")
    }
    for remark in report.remarks {
      try Law.offset(remark.offset, isInside: count, of: "remark \(remark.code.rawValue)")
    }
    for finding in report.findings.prefix(MessageLaws.most) {
      try MessageLaws.sayable(finding.message, of: "finding \(finding.code.rawValue)")
    }
    for remark in report.remarks.prefix(MessageLaws.most) {
      try MessageLaws.sayable(remark.message, of: "remark \(remark.code.rawValue)")
    }
  }
}
