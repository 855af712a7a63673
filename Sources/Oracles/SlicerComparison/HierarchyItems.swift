import SceneModel

extension Scene {
  /// Items of the subject hierarchy after loading, parents before children, children in document
  /// order; nil when the scene has no subject hierarchy.
  var hierarchyItems: [LoadedItem]? {
    guard let hierarchy = nodes.first(where: { $0.type.name == "SubjectHierarchy" }) else {
      return nil
    }
    let own = items.filter { $0.hierarchy == hierarchy.index }
    let names = Dictionary(nodes.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
    guard let scene = own.firstIndex(where: \.isSceneLevel) ?? own.firstIndex(where: \.isOldScene)
    else { return [LoadedItem(name: "Scene")] }
    let (children, roots) = Self.resolved(own, scene)
    var listed = [LoadedItem(name: "Scene")]
    var pending = roots.reversed().map { ($0, 0) }
    while let (index, parent) = pending.popLast() {
      let item = own[index]
      let id = item.dataNode.map(utf8Text)
      let place = listed.count
      listed.append(
        LoadedItem(
          parent: parent, dataNode: id.flatMap { names[$0] == nil ? nil : $0 },
          name: id.flatMap { names[$0] } ?? item.name.map(utf8Text) ?? ""))
      pending += (children[index] ?? []).reversed().map { ($0, place) }
    }
    return listed
  }

  /// Attaches items to the scene item in the reader's order: each step attaches the first item
  /// whose parent is attached. When several items share an identifier, the last attached is the
  /// parent.
  private static func resolved(
    _ items: [SubjectHierarchyItem], _ scene: Int
  ) -> (children: [Int: [Int]], roots: [Int]) {
    var waiting: [Int32: [Int]] = [:]
    for (index, item) in items.enumerated() where index != scene {
      waiting[item.parent, default: []].append(index)
    }
    var holder: [Int32: Int] = [items[scene].id: scene]
    var children: [Int: [Int]] = [:]
    // Items whose parent is attached, in document order.
    var ready = waiting.removeValue(forKey: items[scene].id) ?? []
    while !ready.isEmpty {
      let index = ready.removeFirst()
      let item = items[index]
      if let parent = holder[item.parent] { children[parent, default: []].append(index) }
      holder[item.id] = index
      for next in waiting.removeValue(forKey: item.id) ?? [] {
        ready.insert(next, at: ready.firstIndex { $0 > next } ?? ready.endIndex)
      }
    }
    return (children, children[scene] ?? [])
  }
}

extension SubjectHierarchyItem {
  fileprivate var isSceneLevel: Bool {
    attributes.contains { utf8Text($0.name) == "Level" && utf8Text($0.value) == "Scene" }
  }

  fileprivate var isOldScene: Bool { type.isEmpty && name.map(utf8Text) == "Scene" }
}
