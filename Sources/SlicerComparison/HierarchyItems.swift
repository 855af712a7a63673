import SceneModel

extension Scene {
  /// The items of the subject hierarchy that the scene has after loading, from the top down, children in document
  /// order; nil when it has none.
  var hierarchyItems: [LoadedItem]? {
    guard let hierarchy = nodes.first(where: { $0.type.name == "SubjectHierarchy" }) else {
      return nil
    }
    let own = items.filter { $0.hierarchy == hierarchy.index }
    let names = Dictionary(nodes.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
    guard let scene = own.firstIndex(where: \.isSceneLevel) ?? own.firstIndex(where: \.isOldScene)
    else { return [LoadedItem(name: "Scene")] }
    var children: [Int32: [Int]] = [:]
    for (index, item) in own.enumerated() where index != scene {
      children[item.parent, default: []].append(index)
    }
    var listed = [LoadedItem(name: "Scene")]
    var pending = (children.removeValue(forKey: own[scene].id) ?? []).reversed().map { ($0, 0) }
    while let (index, parent) = pending.popLast() {
      let item = own[index]
      let id = item.dataNode.map(utf8Text)
      let place = listed.count
      listed.append(
        LoadedItem(
          parent: parent, dataNode: id.flatMap { names[$0] == nil ? nil : $0 },
          name: id.flatMap { names[$0] } ?? item.name.map(utf8Text)))
      pending += (children.removeValue(forKey: item.id) ?? []).reversed().map { ($0, place) }
    }
    return listed
  }
}

extension SubjectHierarchyItem {
  fileprivate var isSceneLevel: Bool {
    attributes.contains { utf8Text($0.name) == "Level" && utf8Text($0.value) == "Scene" }
  }

  fileprivate var isOldScene: Bool { type.isEmpty && name.map(utf8Text) == "Scene" }
}
