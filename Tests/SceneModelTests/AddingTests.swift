import SceneModel
import Testing

@Suite struct AddingTests {
  @Test(
    "identifiers that are missing or taken are replaced",
    arguments: [
      ("<Model/><Model/>", "vtkMRMLModelNode1 vtkMRMLModelNode2"),
      ("<Model id=\"\"/>", "vtkMRMLModelNode1"),
      // An identifier of the file is not given to another node.
      ("<Model/><View id=\"vtkMRMLModelNode1\"/>", "vtkMRMLModelNode2 vtkMRMLModelNode1"),
      ("<Model id=\"x\"/><Model id=\"x\"/>", "x vtkMRMLModelNode1"),
      ("<Model id=\" {:}&lt; \"/>", " {:}< "),
      ("<Selection singletonTag=\"Singleton\"/>", "vtkMRMLSelectionNodeSingleton"),
    ])
  func givesIDs(_ elements: String, _ ids: String) throws {
    #expect(try load(elements).ids.joined(separator: " ") == ids)
  }

  @Test(
    "missing names begin with the class's own tag",
    arguments: [
      ("<Model/><Model/><Model name=\"\"/>", "Model Model_1 Model_2"),
      ("<Model name=\"Model\"/><Model/>", "Model Model_1"), ("<ScalarVolume/>", "Volume"),
      ("<Model name=\"a\"/><Model name=\"a\"/>", "a a"),
    ])
  func givesNames(_ elements: String, _ names: String) throws {
    #expect(try load(elements).nodes.map(\.name).joined(separator: " ") == names)
  }

  @Test("singletons of one class and tag meet: the first keeps its place and identifier")
  func singletonsMeet() throws {
    let scene = try load(
      "<Selection id=\"a\" name=\"n\" singletonTag=\"S\" selected=\"true\"/>"
        + "<Selection id=\"b\" name=\"\" singletonTag=\"S\" references=\"r:b;\"/>")
    #expect(scene.ids == ["a"])
    #expect(scene.nodes[0].name == "n")
    #expect(scene.nodes[0].attribute("selected") == nil)
    // References to the second follow to the first.
    #expect(scene.nodes[0].references.map(\.ids) == [["a"]])
    #expect(scene.allNodes.map(\.isMerged) == [false, true])
  }

  @Test("a singleton meets a subclass with its tag, but not a base class")
  func singletonsMeetSubclasses() throws {
    var scene = try load(
      "<MarkupsFiducialDisplay singletonTag=\"S\"/><MarkupsDisplay singletonTag=\"S\"/>")
    #expect(scene.classes == ["MarkupsFiducialDisplay"])
    #expect(scene.findings.map(\.code).contains(.singletonAcrossClasses))
    scene = try load(
      "<MarkupsDisplay singletonTag=\"S\"/><MarkupsFiducialDisplay singletonTag=\"S\"/>")
    #expect(scene.classes == ["MarkupsDisplay", "MarkupsFiducialDisplay"])
  }

  @Test("a node whose identifier is that of a singleton becomes it, whatever its class")
  func identifierMakesSingleton() throws {
    let scene = try load("<Model id=\"vtkMRMLViewNodeT\"/><View singletonTag=\"T\"/>")
    #expect(scene.classes == ["Model"])
    #expect(scene.nodes[0].singletonTag == "T")
    #expect(scene.remarks.map(\.code).contains(.adoptedSingletonTag))
  }

  @Test("what is inside a scene view goes where its content went") func viewContentMoves() throws {
    let scene = try load(
      "<SceneView singletonTag=\"S\"><Model/></SceneView>"
        + "<SceneView singletonTag=\"S\"><View/></SceneView>")
    #expect(scene.nodes.map { $0.children.map(\.type.name) } == [["View"]])
  }

  @Test(
    "references that lead nowhere are dropped, the others follow their node",
    arguments: [
      ("<Model id=\"a\" references=\"r:a b;\"/>", "r=a"),
      // Both duplicates' references move to the last one.
      (
        "<Model id=\"a\" references=\"r:b;\"/><View id=\"b\"/><View id=\"b\"/><View id=\"b\"/>",
        "r=vtkMRMLViewNode2"
      ),
      ("<Model id=\"a\" displayNodeRef=\"a a\"/>", "display=a,a"),
      ("<Model id=\"a\" references=\"display:a;\" displayNodeRef=\"a a\"/>", "display=a"),
      ("<Model id=\"a\" references=\"display:;\" displayNodeRef=\"a\"/>", ""),
      ("<Selection id=\"a\" lengthUnitNodeRef=\"a\"/>", "unit/length=a"),
      ("<Selection id=\"a\" UnitNodeRef=\"a\"/>", ""),
      ("<View id=\"a\" displayNodeRef=\"a\"/>", ""),
      ("<Model id=\"a\" references=\"z:a;b:a;\"/>", "b=a z=a"),
    ])
  func repairsReferences(_ elements: String, _ expected: String) throws {
    let references = try load(elements).nodes[0].references
    let spelled = references.map { "\($0.role)=\($0.ids.joined(separator: ","))" }
    #expect(spelled.joined(separator: " ") == expected)
  }

  @Test("nodes inside a scene view keep what they were given") func viewsAreLeftAlone() throws {
    let scene = try load(
      "<SceneView><Model id=\"x\" references=\"r:gone;\"/><Model id=\"x\"/><Model/></SceneView>")
    let children = scene.nodes[0].children
    #expect(children.map(\.id) == ["x", "x", ""])
    #expect(children.map(\.name) == ["", "", ""])
    #expect(children[0].references.map(\.ids) == [["gone"]])
  }
}
