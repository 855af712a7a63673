internal import ByteReading
internal import SceneModel

extension FuzzTarget {
  /// The subject hierarchies of scenes.
  public static let subjectHierarchy = FuzzTarget(
    name: "subject-hierarchy",
    property: """
      A loaded scene has at most one subject hierarchy, every item is a descendant of the scene item without a \
      cycle, and items survive writing and reading.
      """,
    maximumLength: 8192, fileExtension: "mrml", format: "scene"
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
    try HierarchyProperties.descendFromSceneItem(own)
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

/// Properties of subject hierarchies, computed independently of the loader.
enum HierarchyProperties {
  /// Every item is a descendant of the scene item: marks spread from it to children until a
  /// fixpoint.
  static func descendFromSceneItem(_ items: [SubjectHierarchyItem]) throws(PropertyViolation) {
    // The fixpoint is quadratic; the loader's own tests cover longer hierarchies.
    guard !items.isEmpty, items.count <= 512 else { return }
    var isMarked = [Bool](repeating: false, count: items.count)
    guard let scene = items.firstIndex(where: isScene) ?? items.firstIndex(where: isOldScene) else {
      throw PropertyViolation(
        property: "descends-from-scene-item", place: "items", expected: "a scene item",
        found: "none")
    }
    isMarked[scene] = true
    var changed = true
    while changed {
      changed = false
      for index in items.indices where !isMarked[index] {
        let hasMarkedParent = items.indices.contains {
          isMarked[$0] && items[$0].id == items[index].parent
        }
        if hasMarkedParent { (isMarked[index], changed) = (true, true) }
      }
    }
    try PropertyCheck.equal(
      items.count, isMarked.count { $0 }, property: "descends-from-scene-item", place: "items")
  }

  private static func isScene(_ item: SubjectHierarchyItem) -> Bool {
    item.attributes.contains {
      $0.name.elementsEqual("Level".utf8) && $0.value.elementsEqual("Scene".utf8)
    }
  }

  private static func isOldScene(_ item: SubjectHierarchyItem) -> Bool {
    item.type.isEmpty && item.name?.elementsEqual("Scene".utf8) == true
  }

  /// The content of an item without its offset.
  static func identity(_ item: SubjectHierarchyItem) -> [[UInt8]] {
    [
      Array("\(item.id)^\(item.parent)^\(item.isExpanded)".utf8), item.dataNode ?? [],
      item.name ?? [], item.type,
    ] + (item.uids + item.attributes).flatMap { [$0.name, $0.value] }
  }
}
