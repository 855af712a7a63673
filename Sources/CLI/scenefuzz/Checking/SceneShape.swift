import ByteReading
import Preflight
import SceneModel
import XMLReading

/// Properties of a scene that no scene of 3D Slicer has, whatever its nodes.
enum SceneShape {
  /// Nesting of subject hierarchy items above which recursive views are at risk; folders of real
  /// studies nest less than 10 deep.
  private static let maximumDepth = 50

  /// Linear in the document.
  static func hazards(_ scene: Scene, member: String?) -> [ReportedHazard] {
    var found: [ReportedHazard] = []
    if scene.document.elementCount > 0, scene.document.elementName(0) != "MRML" {
      found.append(
        ReportedHazard(
          .scene, "otherRoot", .warning,
          message: "the root element is '\(scene.document.elementName(0))', not MRML",
          offset: scene.document.elementOffset(0), member: member))
    }
    if let (depth, item) = deepest(scene.items), depth > maximumDepth {
      found.append(
        ReportedHazard(
          .scene, "nestedItems", .warning,
          message: "items of the subject hierarchy are nested \(depth) deep", offset: item.offset,
          member: member))
    }
    return found
  }

  /// The first of the deepest items with its depth. Cycles, which are hazards of their own, end a
  /// path.
  private static func deepest(
    _ items: [SubjectHierarchyItem]
  ) -> (depth: Int, item: SubjectHierarchyItem)? {
    var indexOfID: [Int32: Int] = [:]
    for (index, item) in items.enumerated() where indexOfID[item.id] == nil {
      indexOfID[item.id] = index
    }
    var depths = [Int](repeating: 0, count: items.count)
    for start in items.indices where depths[start] == 0 {
      var path: [Int] = []
      var current: Int? = start
      while let index = current, depths[index] == 0 {
        depths[index] = -1
        path.append(index)
        current = indexOfID[items[index].parent]
      }
      var depth = max(current.map { depths[$0] } ?? 0, 0)
      for index in path.reversed() {
        depth += 1
        depths[index] = depth
      }
    }
    guard let maximum = depths.max(), let index = depths.firstIndex(of: maximum) else { return nil }
    return (maximum, items[index])
  }
}
