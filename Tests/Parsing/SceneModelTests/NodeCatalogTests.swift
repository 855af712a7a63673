import SceneModel
import Testing

@Suite struct NodeCatalogTests {
  private let types = NodeCatalog.slicer.types

  @Test("class names are unique") func classNamesAreUnique() {
    #expect(Set(types.map(\.name)).count == types.count)
  }

  @Test("every parent is known, and inheritance has no cycle") func inheritanceIsATree() {
    let byName = Dictionary(uniqueKeysWithValues: types.map { ($0.name, $0) })
    for type in types {
      var seen: Set<String> = [type.name]
      var current = type
      while let parent = current.parent {
        #expect(byName[parent] != nil, "\(current.name) inherits from \(parent)")
        #expect(seen.insert(parent).inserted, "\(type.name) inherits from itself")
        guard let next = byName[parent] else { break }
        current = next
      }
      #expect(current.name == "Node")
    }
  }

  @Test("a default application registers 117 tags for 114 classes") func countsTags() {
    let registered = types.filter { !$0.tags.isEmpty }
    #expect(registered.count == 114)
    #expect(registered.flatMap(\.tags).count == 117)
    #expect(Set(registered.flatMap(\.tags)).count == 117)
  }

  @Test("no class reads one attribute twice") func attributesAreUnique() {
    for type in types {
      #expect(Set(type.attributes.map(\.name)).count == type.attributes.count, "\(type.name)")
    }
  }

  @Test("every tag names its class") func tagsNameTheirClass() {
    for (index, type) in types.enumerated() {
      for tag in type.tags {
        #expect(NodeCatalog.slicer.type(forTag: Array(tag.utf8)[...]) == index)
      }
      #expect(NodeCatalog.slicer.type(forClass: type.className.utf8) == index)
    }
  }
}
