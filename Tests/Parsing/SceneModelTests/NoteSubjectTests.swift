import SceneModel
import Testing

/// Notes about nodes that nothing refers to, and about files of a former format.
@Suite struct NoteSubjectTests {
  private func unreferenced(_ nodes: String) throws -> [String] {
    let scene = try read("<MRML version=\"Slicer 5.6.2 32448\">\(nodes)</MRML>")
    return scene.notes.filter { $0.code == .unreferencedNode }.map {
      scene.allNodes[$0.node ?? -1].id
    }
  }

  @Test("display and storage nodes that no node, item or unknown element names get a note")
  func unreferenced() throws {
    let pair =
      "<ModelDisplay id='vtkMRMLModelDisplayNode1'/><ModelStorage id='vtkMRMLModelStorageNode1'/>"
    #expect(
      try unreferenced(pair) == ["vtkMRMLModelDisplayNode1", "vtkMRMLModelStorageNode1"])
    #expect(
      try unreferenced(
        pair + "<Model id='vtkMRMLModelNode1' displayNodeRef='vtkMRMLModelDisplayNode1'/>")
        == ["vtkMRMLModelStorageNode1"])
    #expect(
      try unreferenced(
        pair + "<Model id='vtkMRMLModelNode1' references='display:vtkMRMLModelDisplayNode1;"
          + "storage:vtkMRMLModelStorageNode1;'/>") == [])
    #expect(
      try unreferenced(
        pair + "<FiberBundle displayNodeRef='vtkMRMLModelDisplayNode1' "
          + "storageNodeRef='vtkMRMLModelStorageNode1'/>") == [])
  }

  @Test("a reference to the former identifier of a renamed node counts")
  func renamed() throws {
    #expect(
      try unreferenced(
        "<ModelDisplay id='d'/><ModelDisplay id='d'/><Model id='m' displayNodeRef='d'/>"
      ).count == 1
    )
  }

  @Test("a hierarchy node is in use through a child or the node that it stands for")
  func hierarchies() throws {
    let group = "<ModelHierarchy id='vtkMRMLModelHierarchyNode1'/>"
    #expect(try unreferenced(group) == ["vtkMRMLModelHierarchyNode1"])
    let leaf =
      "<ModelHierarchy id='vtkMRMLModelHierarchyNode2' parentNodeRef='vtkMRMLModelHierarchyNode1' "
      + "associatedNodeRef='vtkMRMLModelNode1'/>"
    #expect(try unreferenced(group + leaf + "<Model id='vtkMRMLModelNode1'/>") == [])
    let own = "<ModelHierarchy id='h' parentNodeRef='h'/>"
    #expect(try unreferenced(own).count == 1)
  }

  @Test("the note of an unreferenced node states its class")
  func message() throws {
    let scene = try read("<MRML><ModelStorage id='s'/></MRML>")
    let notes = scene.notes.filter { $0.code == .unreferencedNode }
    #expect(
      scene.messages(of: notes) == [
        "nothing in the file refers to this node: a vtkMRMLModelStorageNode"
      ])
  }

  @Test(
    "a file of MRML 2 is named once, at its first element that only that format has",
    arguments: [
      ("<MRML><Model name='a'/><Volume filePrefix='x'/><Matrix/></MRML>", 23, "Volume"),
      ("<MRML><Matrix name='a'/><Volume filePrefix='x'/></MRML>", 6, "Matrix"),
      ("<MRML><Model/>\n<Fiducials><Point/></Fiducials></MRML>", 15, "Fiducials"),
    ])
  func legacy(_ text: String, _ offset: Int, _ tag: String) throws {
    let scene = try read(text)
    let notes = scene.notes.filter { $0.code == .legacyFormat }
    #expect(notes == [SceneNote(.legacyFormat, at: offset)])
    #expect(scene.messages(of: notes).first?.hasSuffix("not loaded: '\(tag)'") == true)
  }

  @Test("a file of today is of no former format")
  func current() throws {
    let scene = try read("<MRML><Volume id='a' name='b'/><Unheard filePrefix='x'/></MRML>")
    #expect(!scene.notes.contains { $0.code == .legacyFormat })
  }

  @Test("of a long tag a message shows the start")
  func longTag() throws {
    let tag = "U" + String(repeating: "a", count: 4_000)
    let scene = try read("<MRML><\(tag)/></MRML>")
    let message = try #require(scene.messages(of: scene.notes).first { $0.contains("Uaaa") })
    #expect(message.utf8.count < 300)
    #expect(message.contains("a…'"))
  }
}
