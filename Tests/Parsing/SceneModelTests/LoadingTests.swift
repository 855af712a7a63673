import ByteReading
import SceneModel
import Testing

@Suite struct LoadingTests {
  @Test(
    "an element makes a node of the class that its tag or class name selects",
    arguments: [
      ("<Volume/>", "ScalarVolume"), ("<ScalarVolume/>", "ScalarVolume"),
      ("<ScalarVolumeNode/>", "ScalarVolume"), ("<SceneSnapshot/>", "SceneView"),
      ("<ROI/>", "AnnotationROI"), ("<MRMLROINode/>", "ROI"), ("<ROINode/>", "ROI"),
      ("<VolumeRenderingParameters/>", "CPURayCastVolumeRenderingDisplay"),
      ("<TransformDisplay/>", "TransformDisplay"),
      ("<AnnotationHierarchy/>", "AnnotationHierarchy"),
      ("<Volume labelMap=\"1\"/>", "LabelMapVolume"),
      ("<Volume attributes=\"LabelMap:1\"/>", "LabelMapVolume"),
      ("<Volume attributes=\"LabelMap:99999999999\"/>", "LabelMapVolume"),
      ("<Volume attributes=\"LabelMap:4294967296\"/>", "ScalarVolume"),
      ("<DiffusionWeightedVolume attributes=\"LabelMap:1\"/>", "LabelMapVolume"),
      ("<Volume labelMap=\"0\" attributes=\"LabelMap:x\"/>", "ScalarVolume"),
      ("<SubjectHierarchy/>", "SubjectHierarchyLegacy"),
      ("<SubjectHierarchy attributes=\"SubjectHierarchyVersion:2\"/>", "SubjectHierarchy"),
    ])
  func makesClass(_ element: String, _ name: String) throws {
    let scene = try load(element)
    #expect(scene.classes == [name])
    #expect(scene.outcome == .accepted)
  }

  @Test(
    "an element of an unknown class is skipped, its children are not",
    arguments: [
      "Node", "Displayable", "Markups", "Storage", "Color", "Watchdog", "model", "m:Model",
    ])
  func skipsUnknown(_ tag: String) throws {
    let prefix = tag.hasPrefix("m:") ? " xmlns:m=\"m\"" : ""
    let scene = try load("<\(tag)\(prefix)><Model/></\(tag)>")
    #expect(scene.classes == ["Model"])
    #expect(scene.outcome == .acceptedWithErrors)
    #expect(scene.notes.contains(SceneNote(.unknownClass, at: bodyOffset)))
    #expect(scene.unknownElements.count == 1)
  }

  @Test("the root may be any element, and MRML may be nested anywhere") func anyRoot() throws {
    #expect(try read("<Model/>").classes == ["Model"])
    let scene = try read("<Model><MRML version=\"Slicer4.4.0\"><View/></MRML></Model>")
    #expect(scene.classes == ["Model", "View"])
    #expect(scene.header.writtenBy?.minor == 4)
  }

  @Test("user tags end the reading of the header") func userTagsEndHeader() throws {
    let scene = try read("<MRML version=\"a\" userTags=\"k=v\" extensions=\"e\"/>")
    #expect(scene.header.version == Array("a".utf8))
    #expect(scene.header.extensions == nil)
    #expect(scene.notes.map(\.code) == [.unknownVersion, .headerCutShort])
    #expect(scene.notes.map(\.offset) == [6, 33])
  }

  @Test(
    "an ill-formed document is refused at its position",
    arguments: [
      ("<MRML><Model/>", 14), ("<MRML><Model id=\"a\" id=\"b\"/></MRML>", 20),
      ("<MRML></Model></MRML>", 8), ("", 0),
    ])
  func refuses(_ text: String, _ offset: Int) throws {
    let error = try #require(throws: SceneError.self) { try read(text) }
    #expect(error.position.offset == offset)
  }

  @Test("a scene over a limit is refused at the element past it") func enforcesLimits() throws {
    let limits = SceneLimits(
      maximumNodes: 2, maximumItems: 1, maximumReferences: 2, maximumNotes: 1)
    var error = try #require(throws: SceneError.self) {
      try load("<Model/><Model/><Model/>", limits: limits)
    }
    #expect(error.code == .nodeLimit)
    #expect(error.position.offset == bodyOffset + 16)
    let item = "<SubjectHierarchyItem/>"
    error = try #require(throws: SceneError.self) {
      try load(
        "<SubjectHierarchy attributes=\"SubjectHierarchyVersion:2\"/>\(item)\(item)", limits: limits
      )
    }
    #expect(error.code == .itemLimit)
    error = try #require(throws: SceneError.self) {
      try load("<Model references=\"a:x y z\"/>", limits: limits)
    }
    #expect(error.code == .referenceLimit)
    let report = try load("<Model/><Model/>", limits: limits).inspect()
    #expect(report.notes.count == 1)
    #expect(report.droppedNotes > 0)
  }

  @Test("an error is at most 32 bytes") func errorIsSmall() {
    #expect(MemoryLayout<SceneError>.size <= 32)
    #expect(MemoryLayout<SceneWritingError>.size <= 32)
  }

  @Test(
    "children of a scene view are decided by the loader's stack, not by the tree",
    arguments: [
      ("<SceneView><Model/></SceneView><View/>", "SceneView View", "Model"),
      // Made by class name and never closed, so the next node is placed in the view.
      ("<SceneViewNode/><Model/><View/>", "SceneView", "Model View"),
      // Only the last open node is the parent.
      ("<SceneView><Model><View/></Model></SceneView>", "SceneView View", "Model"),
      // A child made by class name stays open: it hides the view, and the next end tag closes it
      // instead.
      (
        "<SceneView><ScalarVolume/><Model/></SceneView><View/>", "SceneView Model",
        "ScalarVolume View"
      ),
      ("<SceneView><Watchdog><Model/></Watchdog></SceneView>", "SceneView", "Model"),
      ("<Model><View/></Model>", "Model View", ""),
    ])
  func viewsHoldChildren(_ elements: String, _ outside: String, _ inside: String) throws {
    let scene = try load(elements)
    #expect(scene.classes.joined(separator: " ") == outside)
    let children = scene.own.flatMap { $0.children.map(\.type.name) }
    #expect(children.joined(separator: " ") == inside)
  }

  @Test("items belong to the last loaded subject hierarchy, or to the one in the last view")
  func itemsFindTheirHierarchy() throws {
    let hierarchy = "<SubjectHierarchy attributes=\"SubjectHierarchyVersion:2\">"
    let item =
      "<SubjectHierarchyItem id=\"3\" parent=\"x\" dataNode=\"d\" name=\"n\" attributes=\"Level^Scene|\" uids=\"a^1|b|\"/>"
    var scene = try load("\(hierarchy)\(item)</SubjectHierarchy>")
    let found = try #require(scene.items.first)
    #expect(found.id == 3)
    #expect(found.parent == 0)
    #expect(found.dataNode == Array("d".utf8))
    #expect(found.name == nil)
    #expect(found.uids.map(\.value) == [Array("1".utf8), Array("b".utf8)])
    #expect(found.hierarchy == 0)

    scene = try load("\(item)<Model/>\(item)")
    #expect(scene.items.isEmpty)
    #expect(
      scene.notes.filter { $0.code == .misplacedItem }.map(\.offset)
        == [bodyOffset, bodyOffset + item.utf8.count + 8])

    scene = try load("<SceneView>\(hierarchy)\(item)</SubjectHierarchy></SceneView>")
    #expect(scene.items.map(\.hierarchy) == [1])
  }
}
