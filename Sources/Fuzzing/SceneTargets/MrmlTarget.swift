internal import ByteReading
package import SceneModel
@_exported public import TargetInterface
internal import XMLReading
internal import XMLTargets

extension FuzzTarget {
  /// Scenes, by 3D Slicer's rules.
  public static let mrml = FuzzTarget(
    name: "mrml",
    property: """
      Node identifiers are unique, every value can be read, every offset lies inside, \
      and a scene has no more nodes, items and references than its bytes can name.
      """,
    maximumLength: 65_536, fileExtension: "mrml", format: "scene",
    module: "FuzzTargets",
    inTiers: { input, wantsWhole throws(PropertyViolation) in
      try SceneProperties.check(input, wantsWhole: wantsWhole).isWhole
    })
}

/// Properties of the scene model. The target `mrb` checks them for the scene in a bundle.
package enum SceneProperties {
  /// Returns the scene, or nil when it is refused.
  package static func check(_ input: Span<UInt8>) throws(PropertyViolation) -> Scene? {
    try check(input) { _ in true }.scene
  }

  /// Checks loading, identifiers, cost, and offsets of attributes and nodes, and then, if that is
  /// wanted, roles, values, inspection and messages.
  static func check(
    _ input: Span<UInt8>, wantsWhole: (Span<UInt8>) -> Bool
  ) throws(PropertyViolation) -> (scene: Scene?, isWhole: Bool) {
    let scene: Scene
    do throws(SceneError) {
      scene = try read(input)
    } catch {
      try PropertyCheck.offset(error.position.offset, isInside: input.count, of: "refusal")
      guard wantsWhole(input) else { return (nil, false) }
      try MessageProperties.printable("\(error)", of: "refusal")
      return (nil, true)
    }
    try uniqueIdentifiers(scene)
    try CostProperties.scene(scene, count: input.count)
    try elementOffsetsInside(scene, count: input.count)
    guard wantsWhole(input) else { return (scene, false) }
    try rolesHaveTargets(scene)
    try offsetsInside(scene, count: input.count)
    return (scene, true)
  }

  private static func read(_ input: Span<UInt8>) throws(SceneError) -> Scene {
    try Scene(reading: input, rules: .slicer, xmlLimits: XMLProperties.limits)
  }

  /// After loading, the nodes of the main scene have distinct identifiers. The identifiers are
  /// compared only when two of their digests are equal.
  private static func uniqueIdentifiers(_ scene: Scene) throws(PropertyViolation) {
    var digests: [UInt64] = []
    digests.reserveCapacity(scene.nodes.count)
    for node in scene.nodes {
      let id = node.idBytes
      guard !id.isEmpty else { throw duplicate(node) }
      digests.append(EventDigest(ofBytes: id).value)
    }
    digests.sort()
    guard zip(digests, digests.dropFirst()).contains(where: { $0 == $1 }) else { return }
    var seen: Set<ArraySlice<UInt8>> = []
    for node in scene.nodes where !seen.insert(node.idBytes).inserted { throw duplicate(node) }
  }

  private static func duplicate(_ node: Node) -> PropertyViolation {
    PropertyViolation(
      property: "unique-identifiers", place: node.className, expected: "a new identifier",
      found: node.id)
  }

  private static func rolesHaveTargets(_ scene: Scene) throws(PropertyViolation) {
    for node in scene.allNodes {
      var count = 0
      for reference in node.references {
        guard !reference.targets.isEmpty else {
          throw PropertyViolation(
            property: "no-empty-role", place: node.className, expected: "at least one target",
            found: reference.role)
        }
        count += reference.targets.count
      }
      try PropertyCheck.equal(
        count, node.referenceCount, property: "reference-count", place: node.className)
    }
  }

  private static func elementOffsetsInside(
    _ scene: Scene, count: Int
  ) throws(PropertyViolation) {
    let document = scene.document
    for attribute in 0..<document.attributeCount {
      try PropertyCheck.offset(
        document.attributeOffset(attribute), isInside: count, of: "attribute")
    }
    for node in scene.allNodes {
      try PropertyCheck.offset(node.offset, isInside: count, of: "node")
    }
  }

  private static func offsetsInside(_ scene: Scene, count: Int) throws(PropertyViolation) {
    for node in scene.allNodes {
      // Every value must be decodable. `inspect` decodes those of plain nodes, this loop those of
      // the others.
      if node.isMerged || node.hasTakenOver {
        for value in node.values {
          try PropertyCheck.offset(value.attribute.offset, isInside: count, of: "attribute")
        }
      }
    }
    let report = scene.inspect()
    for hazard in report.hazards {
      try PropertyCheck.offset(hazard.offset, isInside: count, of: "hazard \(hazard.code.rawValue)")
    }
    for note in report.notes {
      try PropertyCheck.offset(note.offset, isInside: count, of: "note \(note.code.rawValue)")
    }
    for hazard in report.hazards.prefix(MessageProperties.maximumCount) {
      try MessageProperties.printable(
        "\(hazard.severity): \(hazard.message)", of: "hazard \(hazard.code.rawValue)")
    }
    let notes = Array(report.notes.prefix(MessageProperties.maximumCount))
    for (note, message) in zip(notes, scene.messages(of: notes)) {
      try MessageProperties.printable(message, of: "note \(note.code.rawValue)")
    }
  }
}
