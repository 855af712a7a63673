package import SceneModel
package import TargetInterface
internal import XMLReading
package import XMLTargets

extension CostProperties {
  /// Bounds nodes, items and references of a scene by the bytes of its document. Only a run-on role
  /// reads bytes twice.
  package static func scene(_ scene: Scene, count: Int) throws(PropertyViolation) {
    let bytes = 2 * count + scene.document.spending.bytesExpanded
    // A scene can have a hierarchy without an element, and so can each view with the display of a
    // folder.
    try PropertyCheck.atMost(scene.allNodes.count, bytes + 1, property: "cost", place: "nodes")
    try PropertyCheck.atMost(scene.items.count, bytes, property: "cost", place: "items")
    var targets = 0
    for node in scene.allNodes { targets += node.referenceCount }
    try PropertyCheck.atMost(targets, 64 * bytes, property: "cost", place: "references")
  }

  /// An escape takes six bytes for one; a node of four bytes gets an identifier and a name.
  package static func writtenScene(_ written: [UInt8], _ scene: Scene, count: Int)
    throws(PropertyViolation)
  {
    let bytes = 2 * count + scene.document.spending.bytesExpanded
    try PropertyCheck.atMost(
      written.count, 128 * bytes + 4_096, property: "cost", place: "written scene")
  }
}
