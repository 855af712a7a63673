import SceneModel
import Testing

/// The last step of loading: the resolution of subject hierarchies.
@Suite struct HierarchyTests {
  /// A hierarchy from `id:parent:name` words; the item `S` is the scene item, with identifier 3.
  private func hierarchy(_ id: String, _ items: String) -> String {
    let elements = items.split(separator: " ").map { word -> String in
      if word == "S" {
        return
          "<SubjectHierarchyItem id=\"3\" name=\"Scene\" parent=\"0\" attributes=\"Level^Scene|\"/>"
      }
      let parts = word.split(separator: ":")
      return
        "<SubjectHierarchyItem id=\"\(parts[0])\" parent=\"\(parts[1])\" name=\"\(parts[2])\"/>"
    }
    return
      "<SubjectHierarchy id=\"\(id)\" attributes=\"SubjectHierarchyVersion:2\">\(elements.joined())"
      + "</SubjectHierarchy>"
  }

  @Test("a scene without a subject hierarchy gets one") func addsHierarchy() throws {
    let scene = try load("<Model id=\"vtkMRMLSubjectHierarchyNode1\" name=\"SubjectHierarchy\"/>")
    #expect(
      scene.nodes.map(\.id) == ["vtkMRMLSubjectHierarchyNode1", "vtkMRMLSubjectHierarchyNode2"])
    let added = try #require(scene.nodes.last)
    #expect(added.element == nil)
    #expect(added.tag == "SubjectHierarchy")
    #expect(added.name == "SubjectHierarchy")
    #expect(added.attributes.isEmpty)
    #expect(added.offset == 0)
  }

  @Test(
    "a hierarchy stays if every item is attached to the scene item",
    arguments: [
      ("", true), ("S", true), ("S 4:3:a 5:4:b", true), ("5:4:b 4:3:a S", true), ("S 4:9:a", false),
      ("4:3:a", false), ("S S", false), ("S 4:4:a", false), ("S 4:3:a 5:6:b 6:5:c", false),
      ("S 4:3:a 4:4:b", true), ("3:0:Scene 4:3:a", true), ("0:0:Scene 4:0:a", false),
      ("3:8:Scene 4:3:a", true), ("S 0:3:a 7:0:b", true), ("S x:3:a 6:y:b", true),
      ("S 4x:3y:a", true), ("S 4:03:a", false), ("S 4:0x3:a", true), ("S 4:3.9:a", true),
    ])
  func resolves(_ items: String, _ stays: Bool) throws {
    let scene = try load(hierarchy("h", items) + "<Model references=\"r:h;\"/>")
    #expect(scene.classes == (stays ? ["SubjectHierarchy", "Model"] : ["Model"]))
    #expect(scene.nodes.count == scene.own.count)
    // References to a removed node are removed too.
    #expect(scene.nodes.last?.references.isEmpty == !stays)
    #expect(scene.notes.contains { $0.code == .unresolvedHierarchy } == !stays)
    #expect(scene.items.count == (stays ? items.split(separator: " ").count : 0))
  }

  @Test(
    "several hierarchies become one, or are all replaced by a new one",
    arguments: [
      ("", "", ["a"]), ("", "S 4:3:f", ["a"]), ("S", "", ["a"]),
      ("S", "S", ["vtkMRMLSubjectHierarchyNode1"]),
      ("", "S 4:9:f", ["vtkMRMLSubjectHierarchyNode1"]),
    ])
  func merges(_ first: String, _ second: String, _ ids: [String]) throws {
    let scene = try load(hierarchy("a", first) + hierarchy("b", second))
    #expect(scene.nodes.map(\.id) == ids)
    #expect(scene.items.allSatisfy { $0.hierarchy == 0 })
  }

  @Test("items stay with their hierarchy when a singleton's content moves") func itemsStayBehind()
    throws
  {
    let elements = [("a", "S"), ("b", "S 4:9:x")].map { id, items in
      hierarchy(id, items).replacing("id=\"\(id)\"", with: "id=\"\(id)\" singletonTag=\"x\"")
    }
    let scene = try load(elements.joined())
    #expect(scene.ids == ["a"])
    #expect(scene.items.map(\.id) == [3])
  }
}
