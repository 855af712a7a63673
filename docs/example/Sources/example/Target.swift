import FuzzTargets
import SceneReading

extension FuzzTarget {
  /// Nodes and their identifiers.
  static let sceneLookup = FuzzTarget(
    name: "scene-lookup", property: "A node is found by its identifier.", maximumLength: 65_536,
    fileExtension: "mrml", format: "scene"
  ) { input throws(PropertyViolation) in
    guard let scene = try? Scene(reading: input) else { return }
    for node in scene.nodes where !node.id.isEmpty {
      guard scene.node(withID: node.id)?.index == node.index else {
        throw PropertyViolation(
          property: "found-by-id", place: "node", expected: "node \(node.index)",
          found: "another node or none")
      }
    }
  }
}

/// Runs the target on one input.
func checkLookup(_ input: Span<UInt8>) throws(PropertyViolation) {
  try FuzzTarget.sceneLookup.run(input)
}
