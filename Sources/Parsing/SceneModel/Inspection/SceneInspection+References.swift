extension SceneInspection {
  /// Class that a role must lead to, as the methods of that role expect.
  private static func expectedClass(
    _ role: ArraySlice<UInt8>, _ families: ClassFamilies
  ) -> Int? {
    if role.elementsEqual("display".utf8) { return families.display }
    if role.elementsEqual("storage".utf8) { return families.storage }
    return role.elementsEqual("transform".utf8) ? families.transform : nil
  }

  /// Attributes that name one node and are followed like a reference.
  private static let parentAttributes = ["parentNodeRef"]

  mutating func inspectReferences() {
    var nodeOfID: [Int32: Int32] = [:]
    for index in contents.main { nodeOfID[contents.records[Int(index)].id] = index }
    var edges: [Int32: [Edge]] = [:]
    for index in contents.main {
      let record = contents.records[Int(index)]
      for role in contents.roles[Int(record.firstRole)..<Int(record.firstRole + record.roleCount)] {
        let first = Int(role.firstTarget)
        for target in contents.targets[first..<first + Int(role.targetCount)] {
          guard let found = nodeOfID[target.id] else { continue }
          checkClass(of: found, role: role.name, from: index)
          edges[role.name, default: []].append(Edge(from: index, to: found))
        }
      }
    }
    for role in edges.keys.sorted() { findCycles(edges[role] ?? []) }
    findCycles(parentEdges(nodeOfID))
  }

  struct Edge {
    var from: Int32
    var to: Int32
  }

  private mutating func checkClass(of target: Int32, role: Int32, from index: Int32) {
    let catalog = contents.rules.catalog
    guard
      let ancestor = Self.expectedClass(contents.strings[role], catalog.families),
      !catalog.type(Int(contents.records[Int(target)].type), isA: ancestor)
    else { return }
    find(.crossClassReference, index)
  }

  /// Returns the edges from hierarchies to their parents, which an attribute of their own names.
  private func parentEdges(_ nodeOfID: [Int32: Int32]) -> [Edge] {
    contents.main.flatMap { index -> [Edge] in
      let node = Node(contents: contents, index: Int(index))
      guard contents.rules.catalog.families.hasParent[Int(node.record.type)] else { return [] }
      return node.attributes.compactMap { attribute in
        guard Self.parentAttributes.contains(where: { attribute.nameBytes.elementsEqual($0.utf8) }),
          let id = contents.strings.index(of: attribute.valueBytes), let parent = nodeOfID[id]
        else { return nil }
        return Edge(from: index, to: parent)
      }
    }
  }

  /// Finds cycles of one role depth-first with an explicit stack: each edge to a node on the path
  /// closes one. Edges are sorted by the node they come from.
  private mutating func findCycles(_ edges: [Edge]) {
    var first: [Int32: Int] = [:]
    for (index, edge) in edges.enumerated() where first[edge.from] == nil {
      first[edge.from] = index
    }
    var isOpen: [Int32: Bool] = [:]
    for root in edges.map(\.from) where isOpen[root] == nil {
      isOpen[root] = true
      var path = [(node: root, next: first[root] ?? edges.count)]
      while let last = path.last {
        guard last.next < edges.count, edges[last.next].from == last.node else {
          isOpen[last.node] = false
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = edges[last.next].to
        if target == last.node {
          find(.selfReference, target)
        } else if let open = isOpen[target] {
          if open { find(.referenceCycle, target) }
        } else {
          isOpen[target] = true
          path.append((target, first[target] ?? edges.count))
        }
      }
    }
  }
}
