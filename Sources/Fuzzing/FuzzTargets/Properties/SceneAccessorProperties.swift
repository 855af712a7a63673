internal import ByteReading
internal import SceneModel

extension AccessorProperties {
  /// Lookup of nodes by name agrees with lookup by position.
  static func check(_ scene: Scene, count: Int) throws(PropertyViolation) {
    guard count <= maximumSize else { return }
    let property = "accessors-agree"
    for node in scene.nodes.prefix(16) {
      let found = scene.node(withID: node.id)
      // An identifier that is not UTF-8 is repaired as text, and cannot be looked up.
      guard let found else { continue }
      try PropertyCheck.equal(node.index, found.index, property: property, place: "identifier")
      try PropertyCheck.equal(
        node.references.map(\.ids.count), node.references.map(\.targets.count), property: property,
        place: "references")
      for reference in node.references where !reference.roleBytes.isEmpty {
        try PropertyCheck.equal(false, reference.role.isEmpty, property: property, place: "role")
      }
      try PropertyCheck.equal(false, node.isRemoved, property: property, place: "removed")
    }
    for (view, children) in scene.childrenOfViews {
      try PropertyCheck.equal(
        children.map(\.index), scene.allNodes[view].children.map(\.index), property: property,
        place: "children of a view")
    }
    try PropertyCheck.equal(
      scene.unknownElements.isEmpty, scene.outcome == .accepted, property: property,
      place: "outcome")
    let report = scene.inspect()
    try PropertyCheck.equal(report.hazards, scene.hazards, property: property, place: "hazards")
    try PropertyCheck.equal(report.notes, scene.notes, property: property, place: "notes")
    // Severities have a total order.
    for (one, other) in zip(report.hazards, report.hazards.dropFirst()) {
      let (first, second) = (one.severity, other.severity)
      try PropertyCheck.equal(
        first != second, (first < second) != (second < first), property: property, place: "severity"
      )
    }
  }
}
