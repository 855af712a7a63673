extension SceneLoader {
  /// The last step of loading: several subject hierarchies become one, items are hung on the scene item, and a scene
  /// without a subject hierarchy gets one.
  ///
  /// When an item does not hang on the scene item, directly or through others, the hierarchies are removed. In the
  /// place of several removed ones a new one is made, in the place of a single one nothing.
  mutating func resolveSubjectHierarchies() {
    let hierarchies = main.filter { Int(records[Int($0)].type) == types.subjectHierarchy }
    guard let first = hierarchies.first else {
      addSubjectHierarchy()
      return
    }
    let members = Set(hierarchies)
    let own = items.filter { members.contains($0.hierarchy) }
    if isResolvable(own.map { SubjectHierarchyItem.reading(document, $0) }) {
      for index in items.indices where members.contains(items[index].hierarchy) {
        items[index].hierarchy = first
      }
      remove(Set(hierarchies.dropFirst()), .mergedHierarchy)
    } else {
      dropItems { members.contains($0.hierarchy) }
      remove(members, .unresolvedHierarchy)
      if hierarchies.count > 1 { addSubjectHierarchy() }
    }
  }

  /// Takes items out of the scene; a pre-flight still looks at them.
  mutating func dropItems(where isDropped: (ItemRecord) -> Bool) {
    droppedItems += items.filter(isDropped)
    items.removeAll(where: isDropped)
  }

  /// Whether every item hangs on the scene item. No items at all are fine. Linear.
  private func isResolvable(_ items: [SubjectHierarchyItem]) -> Bool {
    guard !items.isEmpty else { return true }
    guard
      let scene = items.firstIndex(where: \.isSceneLevel)
        ?? items.firstIndex(where: \.isOldSceneItem), items[scene].id != 0
    else { return false }
    var children: [Int32: [Int]] = [:]
    for (index, item) in items.enumerated() where index != scene {
      children[item.parent, default: []].append(index)
    }
    // Identifiers may be shared: an item is reached when any item with its parent's identifier is.
    var pending = [items[scene].id]
    var reached = 1
    while let id = pending.popLast() {
      for index in children.removeValue(forKey: id) ?? [] {
        reached += 1
        pending.append(items[index].id)
      }
    }
    return reached == items.count
  }

  /// Takes nodes out of the scene, and every reference to them with them.
  private mutating func remove(_ nodes: Set<Int32>, _ code: SceneNote.Code) {
    guard !nodes.isEmpty else { return }
    let ids = Set(nodes.map { records[Int($0)].id })
    for index in nodes.sorted() {
      records[Int(index)].flags.insert(.removed)
      note(code, node: index)
    }
    main.removeAll { nodes.contains($0) }
    for index in main {
      keepTargets(of: index) { target in ids.contains(target.id) ? nil : target }
    }
  }

  /// A subject hierarchy that no element made.
  private mutating func addSubjectHierarchy() {
    // Identifiers of the file are kept free no longer.
    let taken = DenseSet(main.lazy.map { [records] in records[Int($0)].id })
    if let index = makeSubjectHierarchy(taken) { main.append(index) }
  }

  /// A record of a subject hierarchy with the first identifier that is free.
  mutating func makeSubjectHierarchy(_ taken: DenseSet, inView: Bool = false) -> Int32? {
    guard types.subjectHierarchy >= 0 else { return nil }
    var record = NodeRecord(element: -1, content: -1, type: Int16(types.subjectHierarchy))
    record.name = strings.insert(Array("SubjectHierarchy".utf8)[...])
    let prefix = Array(rules.catalog.types[types.subjectHierarchy].className.utf8)
    // Numbers of nodes that are gone are not given again.
    var number = inView ? 0 : lastID[record.type, default: 0]
    repeat {
      number += 1
      record.id = strings.insert((prefix + "\(number)".utf8)[...])
    } while taken.contains(record.id)
    if !inView { lastID[record.type] = number }
    records.append(record)
    return Int32(records.count - 1)
  }

  /// The display of a folder asks its scene for the subject hierarchy, which makes one in the scene of a view.
  mutating func addHierarchy(toView view: Int32) {
    guard let index = makeSubjectHierarchy(DenseSet(), inView: true) else { return }
    records[Int(index)].owner = view
    hierarchyOfView[view] = index
  }
}

extension SubjectHierarchyItem {
  fileprivate var isSceneLevel: Bool {
    attributes.contains {
      $0.name.elementsEqual("Level".utf8) && $0.value.elementsEqual("Scene".utf8)
    }
  }

  /// How the scene item looked before items had levels.
  fileprivate var isOldSceneItem: Bool {
    type.isEmpty && name?.elementsEqual("Scene".utf8) == true
  }
}
