extension SceneInspection {
  /// Finds subject hierarchies whose items do not form a tree, including items that the scene does
  /// not keep.
  mutating func inspectItems() {
    var start = 0
    let items = (contents.items + contents.droppedItems).map { contents.item($0) }
    // Items of one hierarchy are adjacent, because they belong to the last loaded node.
    while start < items.count {
      let end = items[start...].firstIndex { $0.hierarchy != items[start].hierarchy } ?? items.count
      inspect(items[start..<end])
      start = end
    }
  }

  private mutating func inspect(_ items: ArraySlice<SubjectHierarchyItem>) {
    var indexOfID: [Int32: Int] = [:]
    for (index, item) in zip(items.indices, items) {
      if indexOfID[item.id] == nil {
        indexOfID[item.id] = index
      } else {
        find(.duplicateItemID, item)
      }
    }
    /// Whether the item is attached to a root: nil while unknown, false while on the path.
    var isSettled: [Int: Bool] = [:]
    for start in items.indices where isSettled[start] == nil {
      var path: [Int] = []
      var current: Int? = start
      while let index = current, isSettled[index] == nil {
        isSettled[index] = false
        path.append(index)
        current = indexOfID[items[index].parent]
        if current == nil, items[index].parent != 0 { find(.danglingItemParent, items[index]) }
      }
      if let index = current, isSettled[index] == false { find(.itemCycle, items[index]) }
      for index in path { isSettled[index] = true }
    }
  }

  private mutating func find(_ code: SceneHazard.Code, _ item: SubjectHierarchyItem) {
    find(code, Int32(item.hierarchy), at: item.offset)
  }
}
