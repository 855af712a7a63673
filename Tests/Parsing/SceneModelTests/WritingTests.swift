import SceneModel
import Testing

@Suite struct WritingTests {
  @Test(
    "a written scene reads back equal",
    arguments: NodeCatalog.slicer.types.flatMap(\.tags))
  func everyTagRoundTrips(_ tag: String) throws {
    try expectRoundTrip(
      "<\(tag) id=\"a\" name=\"&lt;&amp;&quot;&apos;&gt;&#9;&#10;&#13;\u{E9}\" foo=\"&#10;\"/>")
  }

  @Test(
    "a scene that loading changed reads back equal",
    arguments: [
      "<Model/><Model/><Model id=\"x\"/><Model id=\"x\"/>",
      "<SceneView><Model id=\"x\"/><SceneView><View/></SceneView></SceneView><View/>",
      "<SceneViewNode/><Model/><ScalarVolume/>",
      "<Volume labelMap=\"1\" attributes=\"LabelMap:1;a:%25%3B;b\"/>",
      "<SubjectHierarchy attributes=\"SubjectHierarchyVersion:2\"><SubjectHierarchyItem id=\"1\" name=\"&lt;\" "
        + "type=\"t\" expanded=\"true\" attributes=\"a^b^c|d||\"/></SubjectHierarchy>",
      "<SubjectHierarchy/>",
      "<SubjectHierarchy attributes=\"SubjectHierarchyVersion:2\"/><SceneView>"
        + "<SubjectHierarchy attributes=\"SubjectHierarchyVersion:2\"><SubjectHierarchyItem/>"
        + "<SubjectHierarchy attributes=\"SubjectHierarchyVersion:2\">"
        + "<SubjectHierarchyItem id=\"1\" name=\"Scene\"/></SubjectHierarchy></SubjectHierarchy></SceneView>",
      "<SceneView singletonTag=\"a\"><SubjectHierarchy attributes=\"SubjectHierarchyVersion:2\">"
        + "<SubjectHierarchyItem/></SubjectHierarchy></SceneView><SceneView singletonTag=\"a\"/>",
      "<FolderDisplay/><SubjectHierarchy id=\"h\" attributes=\"SubjectHierarchyVersion:2\">"
        + "<SubjectHierarchyItem id=\"5\" name=\"Scene\"/></SubjectHierarchy>",
      "<SceneView><FolderDisplay/><SubjectHierarchyItem id=\"5\" name=\"Scene\"/></SceneView>",
      "<SceneView><FolderDisplay/><SubjectHierarchy attributes=\"SubjectHierarchyVersion:2\">"
        + "<SubjectHierarchyItem id=\"5\"/></SubjectHierarchy><SceneView><FolderDisplay/></SceneView>"
        + "<SubjectHierarchyItem id=\"6\"/></SceneView><FolderDisplay/><SubjectHierarchy "
        + "attributes=\"SubjectHierarchyVersion:2\"><SubjectHierarchyItem id=\"5\" name=\"Scene\"/>"
        + "</SubjectHierarchy>",
      "<SceneViewNode/><FolderDisplay/><SubjectHierarchyItem id=\"5\"/>",
      "<FolderDisplay/><SubjectHierarchy id=\"vtkMRMLSceneViewNodet\" "
        + "attributes=\"SubjectHierarchyVersion:2\"/><SceneView singletonTag=\"t\"><SubjectHierarchy "
        + "attributes=\"SubjectHierarchyVersion:2\"><SubjectHierarchyItem/></SubjectHierarchy></SceneView>",
      "<Selection singletonTag=\"S\"/><Selection singletonTag=\"S\" id=\"z\"/>",
      "<Model id=\"a\" references=\"r:a {k=%3A%2C} a;s:a;\" displayNodeRef=\"a\"/>",
      "<SceneSnapshot hideFromEditors=\"true\"/>",
      "<Volume labelMap=\"1\" selected=\"true\"/>",
      "<Hierarchy id=\"a\"/><ModelHierarchy parentNodeRef=\"a\" id=\"a\"/>",
      "<Model id=\"a\"/><ModelHierarchy associatedNodeRef=\"a\" modelNodeID=\"b\" id=\"a\"/>",
      "<Selection id=\"a\" lengthUnitNodeRef=\"a\"/>", "<Watchdog><Model/></Watchdog>",
      "<MRML version=\"v&amp;\" extensions=\"e;f\" userTags=\"k=v\"/>",
    ])
  func roundTrips(_ elements: String) throws { try expectRoundTrip(elements) }

  private func expectRoundTrip(_ elements: String) throws {
    let scene = try load(elements)
    let written = try scene.write()
    let again = try read(bytes: written)
    #expect(again == scene)
    #expect(try again.write() == written)
    for (node, other) in zip(scene.nodes, again.nodes) {
      let (values, others) = (node.loadedValues, other.loadedValues)
      #expect(values.map(\.name) == others.map(\.name))
      #expect(node.flags == other.flags)
      for (one, two) in zip(values, others) where one.value != .unspecified {
        #expect(two.value == .unspecified || "\(one.value)" == "\(two.value)", "\(one.name)")
      }
    }
  }

  @Test(
    "a scene that the grammar cannot express is refused",
    arguments: [
      ("<Model id=\"a\" references=\"x;y:a\"/>", .unwritableRole),
      ("<Model id=\"{a}\" displayNodeRef=\"{a}\"/>", .unwritableTarget),
      ("<Model id=\"vtkMRMLTextNodeT\"/><Text singletonTag=\"T\"/>", .adoptedSingleton),
    ] as [(String, SceneWritingError.Code)])
  func refuses(_ elements: String, _ code: SceneWritingError.Code) throws {
    let scene = try load(elements)
    #expect(throws: SceneWritingError(code, node: 0)) { try scene.write() }
  }

  @Test(
    "a hierarchy added by loading is refused if loading would add it under another identifier",
    arguments: [
      (
        "<FolderDisplay/><SubjectHierarchy id=\"vtkMRMLSubjectHierarchyNode1\" "
          + "attributes=\"SubjectHierarchyVersion:2\"><SubjectHierarchyItem id=\"5\" name=\"Scene\"/>"
          + "</SubjectHierarchy>", .takenOverHierarchy, 2
      ),
      (
        "<SceneView><FolderDisplay/></SceneView><Model id=\"vtkMRMLSubjectHierarchyNode1\"/>"
          + "<View id=\"vtkMRMLSubjectHierarchyNode1\"/>", .movedHierarchy, 2
      ),
    ] as [(String, SceneWritingError.Code, Int)])
  func refusesMadeHierarchy(_ elements: String, _ code: SceneWritingError.Code, _ node: Int) throws
  {
    let scene = try load(elements)
    #expect(throws: SceneWritingError(code, node: node)) { try scene.write() }
  }

  @Test("scenes that differ are not equal")
  func tellsApart() throws {
    let scene = try load("<Model id=\"a\" x=\"1\"/>")
    for other in [
      "<Model id=\"b\" x=\"1\"/>", "<View id=\"a\" x=\"1\"/>", "<Model id=\"a\" x=\"2\"/>",
      "<Model id=\"a\" name=\"n\" x=\"1\"/>", "<Model id=\"a\" x=\"1\" attributes=\"k:v\"/>",
      "<Model id=\"a\" x=\"1\" references=\"r:a\"/>", "<SceneView/><Model id=\"a\" x=\"1\"/>",
    ] {
      #expect(try load(other) != scene, "\(other)")
    }
  }
}
