extension SceneLoader {
  /// Last step of loading: merges several subject hierarchies into one, attaches items to the scene
  /// item, and adds a subject hierarchy if there is none.
  ///
  /// If an item is not attached to the scene item, directly or through others, the hierarchies are
  /// removed. Several removed ones are replaced by a new one, a single one by nothing.
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

  /// Removes items from the scene; the inspection still covers them.
  mutating func dropItems(where isDropped: (ItemRecord) -> Bool) {
    droppedItems += items.filter(isDropped)
    items.removeAll(where: isDropped)
  }

  /// Returns whether every item is attached to the scene item; true without items. Linear.
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
    // Identifiers may be shared: an item is reached if any item with its parent's identifier is.
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

  /// Removes nodes from the scene, and every reference to them.
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

  /// Adds a subject hierarchy that has no element.
  private mutating func addSubjectHierarchy() {
    // Identifiers of the file are not reserved any more.
    let taken = DenseSet(main.lazy.map { [records] in records[Int($0)].id })
    if let index = makeSubjectHierarchy(taken) { main.append(index) }
  }

  /// Makes the record of a subject hierarchy with the first free identifier.
  mutating func makeSubjectHierarchy(_ taken: DenseSet, inView: Bool = false) -> Int32? {
    guard types.subjectHierarchy >= 0 else { return nil }
    var record = NodeRecord(element: -1, content: -1, type: Int16(types.subjectHierarchy))
    record.name = strings.insert(rules.catalog.subjectHierarchyName)
    let prefix = rules.catalog.classNames[types.subjectHierarchy]
    // Numbers of removed nodes are not reused.
    var number = inView ? 0 : lastID[record.type, default: 0]
    repeat {
      number += 1
      record.id = strings.insert(prefix, number)
    } while taken.contains(record.id)
    if !inView { lastID[record.type] = number }
    records.append(record)
    return Int32(records.count - 1)
  }

  /// Adds a subject hierarchy to the scene of a view: the display of a folder requires one.
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

  /// Whether this is a scene item of the version before items had levels.
  fileprivate var isOldSceneItem: Bool {
    type.isEmpty && name?.elementsEqual("Scene".utf8) == true
  }
}
