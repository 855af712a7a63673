internal import ByteReading
internal import SceneModel

extension FuzzTarget {
  /// Scenes, of which only the subject hierarchy is looked at.
  public static let subjectHierarchy = FuzzTarget(
    name: "subject-hierarchy",
    property: """
      A loaded scene has one subject hierarchy at most, every item of it hangs on the scene item by a way without a \
      cycle, and what was loaded is loaded again as it is.
      """,
    maximumLength: 8192, fileExtension: "mrml", mutation: .scene
  ) { input throws(PropertyViolation) in
    let scene: Scene
    do throws(SceneError) {
      scene = try Scene(reading: input, rules: .slicer, xmlLimits: XMLProperties.limits)
    } catch {
      return try PropertyCheck.offset(error.position.offset, isInside: input.count, of: "refusal")
    }
    let hierarchies = scene.nodes.filter { $0.className == "vtkMRMLSubjectHierarchyNode" }
    try PropertyCheck.atMost(hierarchies.count, 1, property: "one-hierarchy", place: "scene")
    let all = scene.allNodes
    for item in scene.items {
      try PropertyCheck.offset(item.offset, isInside: input.count, of: "item")
      try PropertyCheck.offset(item.hierarchy, isInside: max(all.count - 1, 0), of: "hierarchy")
    }
    let own = scene.items.filter { all[$0.hierarchy].view == nil }
    try HierarchyProperties.allHang(own)
    guard let written = try? scene.write() else { return }
    let again: Scene
    do throws(SceneError) {
      again = try Scene(reading: written.span, rules: .slicer, xmlLimits: XMLProperties.limits)
    } catch {
      throw PropertyViolation(
        property: "written-is-readable", place: "scene", expected: "accepted", found: error.name)
    }
    let ownAgain = again.items.filter { again.allNodes[$0.hierarchy].view == nil }
    try PropertyCheck.equal(
      own.map(HierarchyProperties.identity), ownAgain.map(HierarchyProperties.identity),
      property: "write-read",
      place: "items")
  }
}

/// The properties of subject hierarchies, worked out anew: marks spread from the scene item until none is set.
enum HierarchyProperties {
  static func allHang(_ items: [SubjectHierarchyItem]) throws(PropertyViolation) {
    // Spreading is quadratic; longer hierarchies are for the loader's own tests.
    guard !items.isEmpty, items.count <= 512 else { return }
    var isMarked = [Bool](repeating: false, count: items.count)
    guard let scene = items.firstIndex(where: isScene) ?? items.firstIndex(where: isOldScene) else {
      throw PropertyViolation(
        property: "hangs-on-the-scene", place: "items", expected: "a scene item", found: "none")
    }
    isMarked[scene] = true
    var changed = true
    while changed {
      changed = false
      for index in items.indices where !isMarked[index] {
        let hangs = items.indices.contains {
          isMarked[$0] && items[$0].id == items[index].parent
        }
        if hangs { (isMarked[index], changed) = (true, true) }
      }
    }
    try PropertyCheck.equal(
      items.count, isMarked.count { $0 }, property: "hangs-on-the-scene", place: "items")
  }

  private static func isScene(_ item: SubjectHierarchyItem) -> Bool {
    item.attributes.contains {
      $0.name.elementsEqual("Level".utf8) && $0.value.elementsEqual("Scene".utf8)
    }
  }

  private static func isOldScene(_ item: SubjectHierarchyItem) -> Bool {
    item.type.isEmpty && item.name?.elementsEqual("Scene".utf8) == true
  }

  /// What an item is, without the place at which it was read.
  static func identity(_ item: SubjectHierarchyItem) -> [[UInt8]] {
    [
      Array("\(item.id)^\(item.parent)^\(item.isExpanded)".utf8), item.dataNode ?? [],
      item.name ?? [], item.type,
    ] + (item.uids + item.attributes).flatMap { [$0.name, $0.value] }
  }
}
